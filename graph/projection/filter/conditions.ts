import type { ListDimension } from "#graph/schema/filter/dimension.ts";
import { dimensions, type DimensionKey, type PlaceKey } from "#graph/schema/filter/dimensions.ts";
import { memberOf, type NetworkFilter, type RecordFilter } from "#graph/schema/filter/filter.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { valuesOf, valuesOfSite, type ExchangeSubject, type Site, type Subject } from "./subject.ts";
import { spanOf } from "./years.ts";

export type Condition<S> = (subject: S) => boolean;
type Row = (typeof dimensions)[number];
type Named<S> = readonly [key: DimensionKey, meets: Condition<S> | null];

/** Conditions of ranges: an exchange belongs to a span, which is not listed value by value to be tested. */
const rangeConditions = {
  year:
    (filter: NetworkFilter): Condition<ExchangeSubject> =>
    ({ exchange }) =>
      isInYears(exchange, filter),
};

/** The filter as a list of named conditions, so that a count can leave one out. Null where the filter sets none. */
export function exchangeConditions(filter: NetworkFilter): readonly Named<ExchangeSubject>[] {
  return dimensions.map((row) =>
    row.kind === "range" ? [row.key, rangeConditions[row.key](filter)] : conditionOf(row, filter),
  );
}

/** The conditions of the filter that offers, needs and candidates have to meet too. */
export function recordConditions(filter: RecordFilter): readonly Condition<Subject>[] {
  return dimensions.flatMap((row) => {
    if (row.scope === "exchange") return [];
    const [, meets] = conditionOf<Subject>(row, filter);
    return meets ?? [];
  });
}

/** A list keeps what belongs to one of its values; a flag or an age that is off drops what belongs to `yes`. */
function conditionOf<S extends Subject>(
  row: Exclude<Row, { readonly kind: "range" }>,
  filter: RecordFilter,
): Named<S> {
  const { kind, key } = row;
  const values = valuesOf[key] as (subject: S) => string | readonly string[];
  if (kind !== "list")
    return [key, memberOf(filter, row.parameters[0]) ? null : (subject) => values(subject) !== "yes"];
  const chosen = chosenOf(row, filter);
  return [key, chosen === null ? null : (subject) => isAmong(chosen, values(subject))];
}

/** The values a list keeps, null where it keeps everything. */
function chosenOf(row: ListDimension, filter: RecordFilter): ReadonlySet<string> | null {
  const chosen = new Set<string>(memberOf(filter, row.parameters[0]));
  if (chosen.size === 0) return null;
  const hasAll = !row.overlaps && row.options.every(({ value }) => chosen.has(value));
  return hasAll ? null : chosen;
}

function isAmong(chosen: ReadonlySet<string>, values: string | readonly string[]): boolean {
  return typeof values === "string" ? chosen.has(values) : values.some((value) => chosen.has(value));
}

/**
 * Whether a place, or where an enterprise stands, lies in the area that the filter names: province, city, kind of park,
 * all of them. Where the filter names none, everything does.
 */
export function isInArea(filter: RecordFilter): (site: Site) => boolean {
  const conditions = dimensions.flatMap((row) => {
    if (row.scope !== "place") return [];
    const chosen = chosenOf(row, filter);
    return chosen === null ? [] : [{ chosen, values: valuesOfSite[row.key satisfies PlaceKey] }];
  });
  return (site) => conditions.every(({ chosen, values }) => isAmong(chosen, values(site)));
}

/** Whether the years of the exchange overlap the range, both borders included. */
function isInYears(exchange: Exchange, filter: NetworkFilter): boolean {
  if (filter.yearFrom === null && filter.yearTo === null) return true;
  const span = spanOf(exchange);
  if (span === null) return filter.undated;
  return span.last >= (filter.yearFrom ?? -Infinity) && span.first <= (filter.yearTo ?? Infinity);
}
