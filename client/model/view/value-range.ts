import type { ValueRange } from "#client/model/metric-rows.ts";

const number = String.raw`-?\d{1,25}(?:\.\d{1,25})?(?:e[+-]?\d{1,3})?`;
const rangeText = new RegExp(String.raw`^([A-Za-z]+\.[A-Za-z.-]{1,80}):(${number})?~(${number})?$`);

/** `park.degree:2~,park.pagerank:~0.5` → ranges, one a column; null where any of them has another form, no limit, or its ends the wrong way round. */
export function readRanges(text: string): readonly ValueRange[] | null {
  const texts = text.split(",");
  const ranges = texts.flatMap((one) => readRange(one) ?? []);
  const isWhole = ranges.length === texts.length;
  return isWhole && new Set(ranges.map(({ column }) => column)).size === texts.length ? ranges : null;
}

function readRange(text: string): ValueRange | null {
  const [, column, low, high] = rangeText.exec(text) ?? [];
  if (column === undefined || (low === undefined && high === undefined)) return null;
  const [from, to] = [low, high].map((limit) => (limit === undefined ? null : Number(limit)));
  if (from === undefined || to === undefined) return null;
  return from !== null && to !== null && from > to ? null : { column, from, to };
}

export const writeRanges = (ranges: readonly ValueRange[]): string =>
  ranges.map(({ column, from, to }) => `${column}:${from ?? ""}~${to ?? ""}`).join(",");
