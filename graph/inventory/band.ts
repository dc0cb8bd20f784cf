import type { Band } from "#graph/schema/answers/band.ts";

/** Variances of the logarithm below and above the median. */
export interface Spread {
  readonly below: number;
  readonly above: number;
}

/** 90 % point of the standard normal distribution. */
const z90 = 1.2815515655446004;

/**
 * Where no source gives a range, a value may be off by this factor at the 10 and 90 % points. An assumption of this
 * program; whatever it widens says so.
 */
export const unknownRangeFactor = 1.5;

/**
 * Standard deviation of the logarithm that a single plant adds to its coefficients: fuel, ore, load and age differ.
 * An assumption of this program, set beforehand and not fitted; the flows that were reported hold the bands to it
 * (`test/graph/inventory/totals.test.ts`).
 */
export const plantSpread = 0.3;

export const noSpread: Spread = { below: 0, above: 0 };

interface Triple {
  readonly low: number | null;
  readonly best: number;
  readonly high: number | null;
}

/** Whether a bound was assumed, because no source gives it. */
export const isRangeAssumed = ({ low, high }: Pick<Triple, "low" | "high">): boolean =>
  !isStated(low) || !isStated(high);

const isStated = (bound: number | null): bound is number => bound !== null && bound > 0;

/** Spread of a triple whose bounds are the 10 and 90 % points of a lognormal on each side of its median. */
export function spreadOf({ low, best, high }: Triple): Spread {
  const below = Math.log(isStated(low) ? best / low : unknownRangeFactor) / z90;
  const above = Math.log(isStated(high) ? high / best : unknownRangeFactor) / z90;
  return { below: below ** 2, above: above ** 2 };
}

/** Spread of a product of independent values: variances of logarithms add. */
export function productSpread(spreads: readonly Spread[]): Spread {
  return spreads.reduce(
    (sum, { below, above }) => ({ below: sum.below + below, above: sum.above + above }),
    noSpread,
  );
}

/** A summand: its median, the spread it shares with all others, and what is its own. */
export interface Summand {
  readonly best: number;
  readonly common: Spread;
  /** Variance of the logarithm that no other summand shares. */
  readonly own: number;
}

/**
 * Sum of amounts in closed form. Errors of coefficients go the same way for all plants, so their deviations add; errors
 * of single plants are independent, so their squares do. Relative deviations are taken as those of the logarithm. A sum
 * of one is the lognormal itself; an empty sum is 0.
 */
export function sumBand(summands: Iterable<Summand>): Band {
  let [best, below, above, own] = [0, 0, 0, 0];
  for (const summand of summands) {
    best += summand.best;
    below += summand.best * Math.sqrt(summand.common.below);
    above += summand.best * Math.sqrt(summand.common.above);
    own += summand.best ** 2 * summand.own;
  }
  if (best === 0) return { low: 0, best: 0, high: 0 };
  return {
    low: best * Math.exp(-z90 * (Math.sqrt(below ** 2 + own) / best)),
    best,
    high: best * Math.exp(z90 * (Math.sqrt(above ** 2 + own) / best)),
  };
}
