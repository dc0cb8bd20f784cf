import type { endpoints } from "#graph/schema/api/contract.ts";
import type { Binder } from "#server/http/endpoint.ts";

/** The records themselves, searched, paged and exported. */
export function routeRecords(bind: Binder<typeof endpoints>): void {
  bind.json("enterprises", (reading, { query, window }) => reading.enterprises(query, window));
  bind.json("exchanges", (reading, { query, window }) => reading.exchanges(query, window));
  bind.json("listings", (reading, { query, window }) => reading.listings(query, window));
  bind.json("material", (reading, { params, query }) => reading.material(params, query));
  bind.json("search", (reading, { query }) => reading.search(query));
  bind.file("export", (reading, { params, query }) => reading.export(params, query));
}
