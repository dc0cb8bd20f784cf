import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { toQuery, toRecordQuery } from "#graph/schema/filter/filter.ts";
import type { EstimateView } from "#graph/schema/answers/estimate.ts";
import type { Potential } from "#graph/schema/answers/potential.ts";
import type { TotalCheck } from "#graph/schema/answers/total-check.ts";
import type { Gap } from "#graph/schema/answers/gap.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import type { ExchangeView, ListingView, ParkSummary } from "#graph/schema/answers/record-views.ts";
import { request, type JsonEndpoint, type RequestInput } from "#client/api.ts";
import { dayQuery, sectionQuery } from "#client/model/view/candidate-query.ts";
import { placeOfSelection, type ViewState } from "#client/model/view/view-state.ts";

export type ListedKind =
  | "parks"
  | "exchanges"
  | "corridors"
  | "listings"
  | "candidates"
  | "gaps"
  | "estimates"
  | "potential"
  | "totals";

type QueryText = Readonly<Record<string, string>>;

/** Query of a table: the filter as far as its endpoint knows it, and the selected place where asked for. */
export function rowsQueryOf(kind: ListedKind, view: ViewState): QueryText {
  const place = view.selectedOnly ? placeOfSelection(view.selection) : null;
  const here: QueryText = {
    ...(place === null ? {} : { place }),
    ...(view.resource === null ? {} : { resource: view.resource }),
  };
  if (kind === "parks" || kind === "corridors") return toQuery(view.filter);
  if (kind === "exchanges") return { ...toQuery(view.filter), ...here };
  if (kind === "listings") return { ...toRecordQuery(view.filter), ...here };
  if (kind === "totals") return {};
  if (kind === "estimates" || kind === "potential") return inventoryQuery(view);
  if (kind === "gaps") {
    const { place: _, ...ofMaterial } = here;
    return { ...toRecordQuery(view.filter), ...dayQuery(view), ...ofMaterial };
  }
  return {
    ...toRecordQuery(view.filter),
    ...(view.section === "gaps" ? {} : sectionQuery[view.section]),
    ...dayQuery(view),
    ...here,
  };
}

/** Of the filter area and layer speak of what is estimated. */
function inventoryQuery({ filter, resource }: ViewState): QueryText {
  const { province, city, layer } = toRecordQuery(filter);
  const named = Object.entries({ province, city, layer }).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(named) as QueryText), ...(resource === null ? {} : { resource }) };
}

/** The rows that the table of a view lists: the candidates page has a list of its own kind. */
export function listedKindOf({ table, section }: ViewState): ListedKind | null {
  if (table === "metrics") return null;
  return table === "candidates" && section === "gaps" ? "gaps" : table;
}

/** Whether a table can be narrowed to the selected place. */
export const knowsPlace = (kind: string): boolean =>
  kind === "exchanges" || kind === "listings" || kind === "candidates";

export interface RowOf {
  readonly parks: ParkSummary;
  readonly exchanges: ExchangeView;
  readonly corridors: Corridor;
  readonly listings: ListingView;
  readonly candidates: Candidate;
  readonly gaps: Gap;
  readonly estimates: EstimateView;
  readonly potential: Potential;
  readonly totals: TotalCheck;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
  readonly next: string | null;
  readonly networkVersion: number;
  /** Listings of the whole network that are not public. */
  readonly withheld?: number;
  /** Candidates that stand folded behind those in `total`. */
  readonly folded?: number;
  /** ISO date candidates were judged by. */
  readonly asOf?: string;
}

const pageSize = "500";

type Ask<Row> = (query: QueryText, cursor: string | null, signal?: AbortSignal) => Promise<Page<Row>>;

function pageQueryOf<K extends ListedKind & JsonEndpoint>(kind: K) {
  return (query: QueryText, cursor: string | null, signal?: AbortSignal) =>
    request(kind, {
      // `rowsQueryOf` builds it from the same words; the server checks it again.
      query: {
        ...query,
        limit: pageSize,
        ...(cursor === null ? {} : { cursor }),
      } as RequestInput<K>["query"] & object,
      ...(signal === undefined ? {} : { signal }),
    });
}

/** One page of a table, in the server's stable order. */
export const askPage: { readonly [K in ListedKind]: Ask<RowOf[K]> } = {
  parks: pageQueryOf("parks"),
  exchanges: pageQueryOf("exchanges"),
  corridors: pageQueryOf("corridors"),
  listings: pageQueryOf("listings"),
  candidates: pageQueryOf("candidates"),
  gaps: pageQueryOf("gaps"),
  estimates: pageQueryOf("estimates"),
  potential: pageQueryOf("potential"),
  totals: (_query, _cursor, signal) => request("totals", signal === undefined ? {} : { signal }),
};

/** Every row of a table, at most `limit`; `total` says how many there are. */
export async function askAll<K extends ListedKind>(
  kind: K,
  query: QueryText,
  limit: number,
): Promise<Page<RowOf[K]>> {
  const first = await askPage[kind](query, null);
  const items = [...first.items];
  let { next } = first;
  while (next !== null && items.length < limit) {
    const page = await askPage[kind](query, next);
    items.push(...page.items);
    ({ next } = page);
  }
  return { ...first, items, next };
}
