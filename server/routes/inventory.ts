import type { endpoints } from "#graph/schema/api/contract.ts";
import type { Binder } from "#server/http/endpoint.ts";

/** What plants give and take by their capacity: estimated, held against what was published, and summed by area. */
export function routeInventory(bind: Binder<typeof endpoints>): void {
  bind.json("estimates", (reading, { query, window }) => reading.estimates(query, window));
  bind.json("estimateAnew", (reading, { body, query, window }) => reading.estimateAnew(body, query, window));
  bind.json("totals", (reading) => reading.totals());
  bind.json("potential", (reading, { query, window }) => reading.potential(query, window));
}
