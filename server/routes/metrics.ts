import type { endpoints } from "#graph/schema/api/contract.ts";
import type { Binder } from "#server/http/endpoint.ts";

/** Analyses: the catalogue of metrics, one metric computed, candidate links, and gaps of cities. */
export function routeMetrics(bind: Binder<typeof endpoints>): void {
  bind.json("metricCatalogue", (reading) => reading.metricCatalogue());
  bind.json("metric", (reading, { params, query }) => reading.metric(params, query));
  bind.json("gaps", (reading, { query, window }) => reading.gaps(query, window));
  bind.json("whyNot", (reading, { query }) => reading.whyNot(query));
  bind.json("evaluation", (reading) => reading.evaluation());
  bind.json("whatIf", (reading, { body }) => reading.whatIf(body));
  bind.json("analyse", (reading, { body }) => reading.analyse(body));
  bind.json("candidates", (reading, { query, window }) => reading.candidates(query, window));
}
