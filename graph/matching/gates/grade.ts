import type { End } from "#graph/matching/ends/end.ts";

/** Heat by temperature: steam can always be throttled down, low-grade heat never becomes steam. */
const heatRank: Readonly<Record<string, number>> = { EN10: 3, EN20: 2, EN30: 1 };

const rankOf = (codes: readonly string[]) =>
  codes.reduce<number | null>((best, code) => {
    const rank = heatRank[code];
    return rank === undefined ? best : Math.max(best ?? 0, rank);
  }, null);

/**
 * Whether the grade of what is offered can serve the need, as far as the codes tell: `fail` where steam is wanted and
 * only hot water or low-grade heat is offered. Never `pass`: temperature, pressure or composition would have to be known.
 */
export function gradeVerdict(supplier: End, receiver: End, code: string): "fail" | "unknown" {
  const offered = rankOf(supplier.listing === null ? [code] : supplier.codes);
  const wanted = rankOf(receiver.listing === null ? [code] : receiver.codes);
  if (offered === null || wanted === null) return "unknown";
  return wanted === 3 && offered < 3 ? "fail" : "unknown";
}
