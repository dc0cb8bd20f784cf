import type { endpoints } from "#graph/schema/api/contract.ts";
import type { Binder } from "#server/http/endpoint.ts";

/** Places, parks and corridors: what the map is drawn from. */
export function routeNetwork(bind: Binder<typeof endpoints>): void {
  bind.json("meta", (reading) => reading.meta());
  bind.json("parks", (reading, { query, window }) => reading.parks(query, window));
  bind.json("park", (reading, { params, query }) => reading.park(params, query));
  bind.json("places", (reading, { query }) => reading.places(query));
  bind.json("place", (reading, { params, query }) => reading.place(params, query));
  bind.json("corridors", (reading, { query, window }) => reading.corridors(query, window));
  bind.json("facets", (reading, { query }) => reading.facets(query));
}
