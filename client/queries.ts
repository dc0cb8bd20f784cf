import { keepPreviousData, QueryClient, queryOptions } from "@tanstack/react-query";
import { toQuery, type NetworkFilter } from "#graph/schema/filter.ts";
import type { Layer } from "#graph/schema/layer.ts";
import { ApiFailure, request, type JsonEndpoint, type RequestInput } from "./api.ts";

/** Questions to the server, named once. Answers stay fresh: a newer network version is offered, never forced. */
const minutes = 60_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10 * minutes,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && error instanceof ApiFailure && error.transient,
        retryDelay: 400,
      },
    },
  });
}

function ask<K extends JsonEndpoint>(id: K, input: Omit<RequestInput<K>, "signal"> = {}) {
  return queryOptions({
    queryKey: [id, input],
    queryFn: ({ signal }) => request(id, { ...input, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same, but never the answer to an older question: for panels, where an old name above new numbers would lie. */
function askAfresh<K extends JsonEndpoint>(id: K, input: Omit<RequestInput<K>, "signal"> = {}) {
  return queryOptions({
    queryKey: [id, input, "panel"],
    queryFn: ({ signal }) => request(id, { ...input, signal }),
  });
}

const pageSize = "500";

export const metaQuery = () => ask("meta");
export const placesQuery = (filter: NetworkFilter) => ask("places", { query: toQuery(filter) });
export const facetsQuery = (filter: NetworkFilter) => ask("facets", { query: toQuery(filter) });
export const corridorsQuery = (filter: NetworkFilter) =>
  ask("corridors", { query: { ...toQuery(filter), limit: pageSize } });
/** Exchanges inside places, summed per place and layer: the rings of the stage. */
export const insideCorridorsQuery = (filter: NetworkFilter) =>
  ask("corridors", { query: { ...toQuery(filter), scope: "inside", limit: pageSize } });
export const metricCatalogueQuery = () => ask("metricCatalogue");
export const metricQuery = (id: string, filter: NetworkFilter) =>
  askAfresh("metric", { params: { id }, query: toQuery(filter) });
export const searchQuery = (q: string) => ask("search", { query: { q, limit: "24" } });

export const placeQuery = (id: string, filter: NetworkFilter) =>
  askAfresh("place", { params: { id }, query: toQuery(filter) });
export const enterpriseQuery = (id: string, place: string) =>
  askAfresh("enterprises", { query: { id, place } });
export const enterprisesOfPlaceQuery = (place: string) =>
  askAfresh("enterprises", { query: { place, limit: pageSize } });
export const listingsOfPlaceQuery = (place: string) =>
  askAfresh("listings", { query: { place, limit: pageSize } });
export const listingsOfEnterpriseQuery = (enterprise: string) =>
  askAfresh("listings", { query: { enterprise, limit: pageSize } });
export const exchangesOfPlaceQuery = (place: string, filter: NetworkFilter) =>
  askAfresh("exchanges", { query: { ...toQuery(filter), place, limit: pageSize } });
export const exchangesOfEnterpriseQuery = (enterprise: string, filter: NetworkFilter) =>
  askAfresh("exchanges", { query: { ...toQuery(filter), enterprise, limit: pageSize } });
export const exchangesOfCorridorQuery = (
  ends: { readonly from: string; readonly to: string; readonly layer: Layer },
  filter: NetworkFilter,
) =>
  askAfresh("exchanges", {
    query: {
      ...toQuery({ ...filter, layers: [ends.layer] }),
      from: ends.from,
      to: ends.to,
      limit: pageSize,
    },
  });

/** What of the filter speaks of candidates: layers, and pooled ends or not. */
function candidateFilter(filter: NetworkFilter) {
  const { layer } = toQuery(filter);
  return { layer, pooled: filter.pooled ? undefined : ("no" as const) };
}

export const topCandidatesQuery = (filter: NetworkFilter, limit: number) =>
  ask("candidates", { query: { ...candidateFilter(filter), limit: String(limit) } });
export const candidatesOfPlaceQuery = (place: string, filter: NetworkFilter, limit: number) =>
  askAfresh("candidates", { query: { ...candidateFilter(filter), place, limit: String(limit) } });
export const candidateQuery = ({
  from,
  to,
  id,
}: {
  readonly from: string;
  readonly to: string;
  readonly id: string;
}) => askAfresh("candidates", { query: { id, from, to, gates: "all", existing: "yes" } });
export const candidatesOfPairQuery = (from: string, to: string, limit: number) =>
  askAfresh("candidates", { query: { from, to, gates: "all", existing: "yes", limit: String(limit) } });
