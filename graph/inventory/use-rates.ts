import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import { spreadOf, type Summand } from "./band.ts";
import { summandOf, type Estimate } from "./estimates.ts";

/** The published share of what arises of a code that is used already; null where none is known. */
export function useRatesOf(coefficients: readonly Coefficient[]): (code: string) => Coefficient | null {
  const byCode = new Map<string, Coefficient>();
  for (const each of coefficients.toSorted((left, right) => (left.id < right.id ? -1 : 1)))
    if (each.role === "use-rate" && each.resourceCode !== null && !byCode.has(each.resourceCode))
      byCode.set(each.resourceCode, each);
  return (code) => byCode.get(code) ?? null;
}

/**
 * What is left of an estimate beside what recorded exchanges carry and what a published rate says is used, whichever is
 * more. The rest of a rate is as uncertain as the rate: of 98.5 % used (91.7 to 99.4) 1.5 % is left (0.6 to 8.3).
 */
export function restOf(estimate: Estimate, carried: number, rate: Coefficient | null): readonly Summand[] {
  const used = Math.min(1, rate?.best ?? 0);
  const byRecord = estimate.best === 0 ? 0 : Math.min(1, carried / estimate.best);
  const isByRate = rate !== null && used >= byRecord;
  const left = 1 - Math.max(used, byRecord);
  if (left <= 0) return [];
  const spread = isByRate ? spreadOf(remainderOf(rate)) : null;
  return estimate.terms.map(summandOf).map(({ best, common, own }) => ({
    best: best * left,
    common:
      spread === null ? common : { below: common.below + spread.below, above: common.above + spread.above },
    own,
  }));
}

function remainderOf({ low, best, high }: Coefficient) {
  return {
    low: high === null || high >= 1 ? null : 1 - high,
    best: 1 - best,
    high: low === null ? null : 1 - low,
  };
}
