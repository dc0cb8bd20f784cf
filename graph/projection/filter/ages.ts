import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";

/** What of the filter tells old from new. The year of the question is part of it: nothing here reads a clock. */
export type Ages = Pick<NetworkFilter, "asOfYear" | "staleAfterYears">;

/**
 * Whether nothing confirmed the exchange for longer than the age: neither the year its source speaks of nor a year it
 * states itself. Null where no year is known, or the year of the question is not.
 */
export function isStale(
  { yearFrom, yearTo, evidence }: Pick<Exchange, "yearFrom" | "yearTo" | "evidence">,
  { asOfYear, staleAfterYears }: Ages,
): boolean | null {
  const confirmed = [evidence.asOfYear, yearTo, yearFrom].filter((year) => year !== null);
  if (asOfYear === null || confirmed.length === 0) return null;
  return asOfYear - Math.max(...confirmed) > staleAfterYears;
}
