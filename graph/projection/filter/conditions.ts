import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { dimensions, type DimensionKey } from "#graph/schema/filter/dimensions.ts";
import type { ListDimension } from "#graph/schema/filter/dimension.ts";
import { memberOf, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { regionProvinceCodes } from "#graph/schema/answers/place.ts";

type OfExchange<T> = (exchange: Exchange, supplier: Enterprise, receiver: Enterprise) => T;
export type Condition = OfExchange<boolean>;

/** In the counts of a range: the exchanges that state no number. */
export const unknown = "unknown";

/**
 * The values of each dimension that an exchange belongs to: what is counted beside each value of a control, and what a
 * list or flag of the filter is held against. A flag has the values `yes` and `no`; switched off, it drops `yes`.
 */
export const valuesOf: Readonly<Record<DimensionKey, OfExchange<string | readonly string[]>>> = {
  layer: (exchange) => exchange.layer,
  status: (exchange) => exchange.status,
  year: ({ yearFrom, yearTo }) => yearsBetween(yearFrom ?? yearTo, yearTo ?? yearFrom),
  source: (exchange) => exchange.evidence.sourceKind,
  internal: (exchange) => yesNo(exchange.sameCompany === true),
  pooled: (_, supplier, receiver) => yesNo(supplier.kind === "pooled" || receiver.kind === "pooled"),
  synthetic: (exchange, supplier, receiver) => yesNo(isEstimated(exchange, supplier, receiver)),
  linkKind: (exchange) => exchange.linkKind,
  province: (_, supplier, receiver) =>
    regionProvinceCodes.filter((code) => code === supplier.provinceCode || code === receiver.provinceCode),
};

/** Conditions of ranges: an exchange belongs to a span, which is not listed value by value to be tested. */
const rangeConditions = {
  year:
    (filter: NetworkFilter): Condition =>
    (exchange) =>
      isInYears(exchange, filter),
};

/** The filter as a list of named conditions, so that a count can leave one out. Null where the filter sets none. */
export function exchangeConditions(
  filter: NetworkFilter,
): readonly (readonly [key: DimensionKey, meets: Condition | null])[] {
  return dimensions.map((dimension) => {
    const { kind, key } = dimension;
    if (kind === "range") return [key, rangeConditions[key](filter)];
    if (kind === "list") return [key, listCondition(dimension, filter)];
    const values = valuesOf[key];
    return [key, memberOf(filter, dimension.parameters[0]) ? null : (...ends) => values(...ends) === "no"];
  });
}

/** An exchange that belongs to several values meets a list that has one of them. */
function listCondition(dimension: ListDimension<DimensionKey>, filter: NetworkFilter): Condition | null {
  const chosen = new Set<string>(memberOf(filter, dimension.parameters[0]));
  if (dimension.options.every(({ value }) => chosen.has(value)) && !dimension.overlaps) return null;
  if (chosen.size === 0) return null;
  const values = valuesOf[dimension.key];
  return (...ends) => {
    const its = values(...ends);
    return typeof its === "string" ? chosen.has(its) : its.some((value) => chosen.has(value));
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

function yesNo(answer: boolean): "yes" | "no" {
  return answer ? "yes" : "no";
}

function yearsBetween(first: number | null, last: number | null): string | readonly string[] {
  if (first === null || last === null) return unknown;
  const years: string[] = [];
  for (let year = first; year <= last; year++) years.push(String(year));
  return years;
}

/** Whether the years of the exchange overlap the range, both borders included; one known year stands for both. */
function isInYears({ yearFrom, yearTo }: Exchange, filter: NetworkFilter): boolean {
  if (filter.yearFrom === null && filter.yearTo === null) return true;
  if (yearFrom === null && yearTo === null) return filter.undated;
  const first = yearFrom ?? yearTo ?? 0;
  const last = yearTo ?? yearFrom ?? 0;
  return last >= (filter.yearFrom ?? -Infinity) && first <= (filter.yearTo ?? Infinity);
}
