import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isRangeAssumed,
  noSpread,
  productSpread,
  spreadOf,
  sumBand,
  type Summand,
} from "#graph/inventory/band.ts";

const common = (low: number | null, best: number, high: number | null) => spreadOf({ low, best, high });
const only = (best: number, low: number | null, high: number | null): Summand => ({
  best,
  common: common(low, best, high),
  own: 0,
});

describe("a band", () => {
  test("of one coefficient is its own triple", () => {
    const { low, best, high } = sumBand([only(0.35, 0.3, 0.54)]);
    expect([low, best, high].map((each) => Number(each.toFixed(9)))).toEqual([0.3, 0.35, 0.54]);
  });

  test("of a product widens as independent lognormals do", () => {
    // Two factors known to within a factor 2: variances of logarithms add, so the product is known to 2 ** √2.
    const spread = productSpread([common(0.5, 1, 2), common(0.5, 1, 2)]);
    const { low, high } = sumBand([{ best: 1, common: spread, own: 0 }]);
    expect(high).toBeCloseTo(2 ** Math.SQRT2, 9);
    expect(low).toBeCloseTo(2 ** -Math.SQRT2, 9);
  });

  test("without a source for a bound is a factor of 1.5 there, and says that it is assumed", () => {
    const { low, high } = sumBand([only(10, null, 20)]);
    expect([low, high].map((each) => Number(each.toFixed(9)))).toEqual([Number((10 / 1.5).toFixed(9)), 20]);
    expect(isRangeAssumed({ low: null, high: 20 })).toBe(true);
    expect(isRangeAssumed({ low: 5, high: 20 })).toBe(false);
    // 0 as a lower bound says no more than none: no lognormal reaches it.
    expect(isRangeAssumed({ low: 0, high: 20 })).toBe(true);
  });

  test("of a definition has no width", () => {
    expect(sumBand([only(7, 7, 7)])).toEqual({ low: 7, best: 7, high: 7 });
  });

  test("of a sum: shared errors stay, own ones cancel by the square root of their number", () => {
    const shared = Array.from({ length: 100 }, () => only(1, 0.5, 2));
    expect(sumBand(shared).high).toBeCloseTo(200, 6);
    const own = Array.from({ length: 100 }, (): Summand => ({ best: 1, common: noSpread, own: 0.09 }));
    expect(Math.log(sumBand(own).high / 100)).toBeCloseTo(1.2815515655 * (0.3 / 10), 8);
    expect(sumBand([])).toEqual({ low: 0, best: 0, high: 0 });
  });

  test("holds its best value, and neither the order nor the unit of the summands matters", () => {
    const summand = fc.record({
      best: fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      common: fc.record({
        below: fc.double({ min: 0, max: 2, noNaN: true }),
        above: fc.double({ min: 0, max: 2, noNaN: true }),
      }),
      own: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(summand, { minLength: 1, maxLength: 20 }), (summands) => {
        const { low, best, high } = sumBand(summands);
        expect(low).toBeLessThanOrEqual(best);
        expect(high).toBeGreaterThanOrEqual(best);
        const inKilograms = sumBand(
          summands.toReversed().map((each) => ({ ...each, best: each.best * 1000 })),
        );
        expect(inKilograms.low / (low * 1000)).toBeCloseTo(1, 9);
        expect(inKilograms.high / (high * 1000)).toBeCloseTo(1, 9);
      }),
    );
  });
});
