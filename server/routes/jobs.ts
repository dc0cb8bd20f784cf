import type { endpoints } from "#graph/schema/api/contract.ts";
import type { Binder } from "#server/http/endpoint.ts";

/** Jobs: started, watched, cancelled, and their results. */
export function routeJobs(bind: Binder<typeof endpoints>): void {
  bind.json("startJob", (reading, { body }) => reading.startJob(body));
  bind.json("job", (reading, { params }) => reading.job(params));
  bind.json("cancelJob", (reading, { params }) => reading.cancelJob(params));
  bind.json("jobResult", (reading, { params, query }) => reading.jobResult(params, query));
  bind.events("jobEvents", (reading, { params }, after) => reading.jobEvents(params, after));
}
