import type { Exchange } from "#graph/schema/records/exchange.ts";

interface Span {
  readonly first: number;
  /** Infinity for what operates and has no end. */
  readonly last: number;
}

/**
 * The years of an exchange, null where none is known. What operates since a year and names no end goes on; else one
 * known year stands for both.
 */
export function spanOf({ yearFrom, yearTo, status }: Exchange): Span | null {
  const first = yearFrom ?? yearTo;
  if (first === null) return null;
  return { first, last: yearTo ?? (status === "operating" ? Infinity : first) };
}

/** Ends the value of a first year after which an exchange goes on: `2006+`. */
const andOn = "+";

/** The years of a span one by one; of one without an end its first year, marked. */
export function yearValues({ first, last }: Span): string | readonly string[] {
  if (last === Infinity) return `${first}${andOn}`;
  const years: string[] = [];
  for (let year = first; year <= last; year++) years.push(String(year));
  return years;
}

/** Counts of single years out of counts by `yearValues`: each year, up to the last that is named, with what goes on. */
export function countYears(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const named = [...counts.keys()].map((value) => Number.parseInt(value, 10)).filter(Number.isInteger);
  const years = new Map<string, number>();
  let goingOn = 0;
  for (let year = Math.min(...named); year <= Math.max(...named); year++) {
    goingOn += counts.get(`${year}${andOn}`) ?? 0;
    const count = goingOn + (counts.get(String(year)) ?? 0);
    if (count > 0) years.set(String(year), count);
  }
  return years;
}
