import { keepPreviousData, QueryClient, queryOptions } from "@tanstack/react-query";
import { toQuery, toRecordQuery, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import type { Candidate, CandidateSection } from "#graph/schema/answers/candidate.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { AskedMetric } from "./model/view/asked-metric.ts";
import { dayQuery, sectionQuery } from "./model/view/candidate-query.ts";
import type { ViewState } from "./model/view/view-state.ts";
import { measure } from "./measure.ts";
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

function pageQuery<K extends JsonEndpoint>(id: K, input: Omit<RequestInput<K>, "signal"> = {}) {
  return queryOptions({
    queryKey: [id, input],
    queryFn: ({ signal }) => request(id, { ...input, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The same, but never the answer to an older question: for panels, where an old name above new numbers would lie. */
function panelQuery<K extends JsonEndpoint>(id: K, input: Omit<RequestInput<K>, "signal"> = {}) {
  return queryOptions({
    queryKey: [id, input, "panel"],
    queryFn: ({ signal }) => request(id, { ...input, signal }),
  });
}

const pageSize = "500";

export const metaQuery = () => pageQuery("meta");
export const placesQuery = (filter: NetworkFilter) => pageQuery("places", { query: toQuery(filter) });
export const facetsQuery = (filter: NetworkFilter) => pageQuery("facets", { query: toQuery(filter) });
export const corridorsQuery = (filter: NetworkFilter) =>
  pageQuery("corridors", { query: { ...toQuery(filter), limit: pageSize } });
/** Exchanges inside places, summed per place and layer: the rings of the stage. */
export const insideCorridorsQuery = (filter: NetworkFilter) =>
  pageQuery("corridors", { query: { ...toQuery(filter), scope: "inside", limit: pageSize } });
export const metricCatalogueQuery = () => pageQuery("metricCatalogue");
/** A measure under a filter; `progressKey` keeps the share of it that is done while it goes on as a job. */
export const metricQuery = (asked: AskedMetric, filter: NetworkFilter) => {
  const queryKey = ["metric", asked, filter] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ signal, client }) =>
      measure(asked, filter, {
        signal,
        onProgress: (share) => client.setQueryData(progressKey(queryKey), share),
      }),
  });
};
export const progressKey = (queryKey: readonly unknown[]) => ["progress", ...queryKey] as const;
export const searchQuery = (q: string) => pageQuery("search", { query: { q, limit: "24" } });

/** What an answer about candidates follows: the filter and the day. */
export type Basis = Pick<ViewState, "filter" | "asOf">;

export const placeQuery = (id: string, basis: Basis) =>
  panelQuery("place", { params: { id }, query: { ...toQuery(basis.filter), ...dayQuery(basis) } });
/** By id alone: the place of a link may be one where the enterprise stood before a better one was known. */
export const enterpriseQuery = (id: string) => panelQuery("enterprises", { query: { id } });
export const enterprisesOfPlaceQuery = (place: string) =>
  panelQuery("enterprises", { query: { place, limit: pageSize } });
export const listingsOfPlaceQuery = (place: string) =>
  panelQuery("listings", { query: { place, limit: pageSize } });
export const listingsOfEnterpriseQuery = (enterprise: string) =>
  panelQuery("listings", { query: { enterprise, limit: pageSize } });
export const exchangesOfPlaceQuery = (place: string, filter: NetworkFilter) =>
  panelQuery("exchanges", { query: { ...toQuery(filter), place, limit: pageSize } });
/** Exchanges with an end that is not known, of one place or of all (null). */
export const unknownEndsQuery = (place: string | null, filter: NetworkFilter) =>
  panelQuery("exchanges", {
    query: { ...toQuery(filter), ends: "unknown", limit: pageSize, ...(place === null ? {} : { place }) },
  });
export const exchangesOfEnterpriseQuery = (enterprise: string, filter: NetworkFilter) =>
  panelQuery("exchanges", { query: { ...toQuery(filter), enterprise, limit: pageSize } });
export const exchangesOfCorridorQuery = (
  ends: { readonly from: string; readonly to: string; readonly layer: Layer },
  filter: NetworkFilter,
) =>
  panelQuery("exchanges", {
    query: {
      ...toQuery({ ...filter, layers: [ends.layer] }),
      from: ends.from,
      to: ends.to,
      limit: pageSize,
    },
  });

export const materialQuery = (id: string, basis: Basis) =>
  panelQuery("material", { params: { id }, query: { ...toQuery(basis.filter), ...dayQuery(basis) } });
export const listingsOfMaterialQuery = (resource: string) =>
  panelQuery("listings", { query: { resource, limit: pageSize } });
export const exchangesOfMaterialQuery = (resource: string, filter: NetworkFilter) =>
  panelQuery("exchanges", { query: { ...toQuery(filter), resource, limit: pageSize } });
/** How many candidates of a question there are in each list, and the day they were judged by. */
export const candidateCountsQuery = (query: Readonly<Record<string, string>>) =>
  pageQuery("candidates", { query: { ...query, limit: "1" } });

export const gapCountQuery = (query: Readonly<Record<string, string>>) =>
  pageQuery("gaps", { query: { ...query, limit: "1" } });

/** Every candidate of a question, those that stand folded behind others too. */
export const unfoldedQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ["candidates", query, "unfolded"],
    queryFn: async ({ signal }) => {
      const items: Candidate[] = [];
      let cursor: string | null = null;
      do {
        const at: Readonly<Record<string, string>> = cursor === null ? {} : { cursor };
        const page: ResponseOf<"candidates"> = await request("candidates", {
          query: { ...query, ...at, fold: "no", limit: pageSize },
          signal,
        });
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== null);
      return items;
    },
  });
export const evaluationQuery = () => pageQuery("evaluation");

/** What of a view a question about candidates follows: its filter and its day. */
export const basisQuery = (basis: Basis) => ({ ...toRecordQuery(basis.filter), ...dayQuery(basis) });

export const candidatesOfMaterialQuery = (resource: string, basis: Basis, limit: number) =>
  panelQuery("candidates", { query: { ...basisQuery(basis), resource, limit: String(limit) } });

export const topCandidatesQuery = (basis: Basis, limit: number) =>
  pageQuery("candidates", { query: { ...basisQuery(basis), limit: String(limit) } });
export const candidatesOfPlaceQuery = (
  place: string,
  basis: Basis,
  { limit, section = "between-parks" }: { readonly limit: number; readonly section?: CandidateSection },
) =>
  panelQuery("candidates", {
    query: { ...basisQuery(basis), ...sectionQuery[section], place, limit: String(limit) },
  });
export const candidateQuery = (
  { from, to, id }: { readonly from: string; readonly to: string; readonly id: string },
  day: Pick<ViewState, "asOf">,
) => panelQuery("candidates", { query: { id, from, to, gates: "all", existing: "yes", ...dayQuery(day) } });
/** By id alone: for links to a candidate whose places are not known yet. */
export const candidateByIdQuery = (id: string, day: Pick<ViewState, "asOf">) =>
  panelQuery("candidates", { query: { id, gates: "all", existing: "yes", ...dayQuery(day) } });
export const whyNotQuery = (
  asked: { readonly supplier: string; readonly receiver: string; readonly code: string },
  day: Pick<ViewState, "asOf">,
) => panelQuery("whyNot", { query: { ...asked, ...dayQuery(day) } });
export const candidatesOfPairQuery = (
  from: string,
  to: string,
  { asOf, limit }: Pick<ViewState, "asOf"> & { readonly limit: number },
) =>
  panelQuery("candidates", {
    query: {
      from,
      to,
      list: "all",
      gates: "all",
      existing: "yes",
      limit: String(limit),
      ...dayQuery({ asOf }),
    },
  });
