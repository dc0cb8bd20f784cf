import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";

export type Condition = (exchange: Exchange, supplier: Enterprise, receiver: Enterprise) => boolean;

export type FilterDimension =
  | "layer"
  | "status"
  | "linkKind"
  | "province"
  | "source"
  | "year"
  | "pooled"
  | "internal"
  | "synthetic";

/** The filter as a list of named conditions, so that a facet can leave one out. */
export function exchangeConditions(filter: NetworkFilter): Readonly<Record<FilterDimension, Condition>> {
  const { layers, statuses, linkKinds, sourceKinds } = filter;
  return {
    layer: (exchange) => layers.includes(exchange.layer),
    status: (exchange) => statuses.includes(exchange.status),
    linkKind: (exchange) => linkKinds.includes(exchange.linkKind),
    province: (_, supplier, receiver) => isInArea(filter, supplier) || isInArea(filter, receiver),
    source: (exchange) => sourceKinds.length === 0 || sourceKinds.includes(exchange.evidence.sourceKind),
    year: (exchange) => isInYears(exchange, filter),
    pooled: (_, supplier, receiver) =>
      filter.pooled || (supplier.kind !== "pooled" && receiver.kind !== "pooled"),
    internal: (exchange) => filter.internal || exchange.sameCompany !== true,
    synthetic: (exchange, supplier, receiver) =>
      filter.synthetic || !isEstimated(exchange, supplier, receiver),
  };
}

/** Whether an enterprise or a place lies in the area that the filter names; where it names none, everything does. */
export function isInArea(
  { provinceCodes }: NetworkFilter,
  { provinceCode }: { readonly provinceCode: string | null },
): boolean {
  return provinceCodes.length === 0 || (provinceCode !== null && provinceCodes.includes(provinceCode));
}

/** Estimated: made by the generator, inferred, or hanging on an enterprise that the generator made. */
export function isEstimated(exchange: Exchange, supplier: Enterprise, receiver: Enterprise): boolean {
  const { synthetic, grade } = exchange.evidence;
  return synthetic || grade === "inferred" || supplier.evidence.synthetic || receiver.evidence.synthetic;
}

/** Whether the years of the exchange overlap the range, both borders included; one known year stands for both. */
function isInYears({ yearFrom, yearTo }: Exchange, filter: NetworkFilter): boolean {
  if (filter.yearFrom === null && filter.yearTo === null) return true;
  if (yearFrom === null && yearTo === null) return filter.undated;
  const first = yearFrom ?? yearTo ?? 0;
  const last = yearTo ?? yearFrom ?? 0;
  return last >= (filter.yearFrom ?? -Infinity) && first <= (filter.yearTo ?? Infinity);
}
