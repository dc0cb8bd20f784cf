import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binsOf } from "#client/model/bins.ts";

describe("bins of a distribution", () => {
  it("hold every value once and follow each other without a gap", () => {
    const value = fc.oneof(
      fc.integer({ min: -50, max: 500 }),
      fc.double({ min: -1e3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 80 }), (values) => {
        const bins = binsOf(values);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(bins.length).toBeLessThanOrEqual(22);
        expect(bins.slice(1).map(({ from }) => from)).toEqual(bins.slice(0, -1).map(({ to }) => to));
        expect(bins.slice(1).every(({ from, to }) => to > from)).toBe(true);
      }),
    );
  });

  it("are of whole numbers where all values are, and of one value where all are equal", () => {
    expect(binsOf([0, 0, 1, 3])).toEqual([
      { from: 0, to: 1, count: 2 },
      { from: 1, to: 2, count: 1 },
      { from: 2, to: 3, count: 0 },
      { from: 3, to: 4, count: 1 },
    ]);
    expect(binsOf([0.25, 0.25])).toEqual([{ from: 0.25, to: 0.25, count: 2 }]);
    expect(binsOf([])).toEqual([]);
  });

  it("have edges that are written as people write them", () => {
    expect(binsOf([0.1, 0.2, 0.3, 1], 10).map(({ from }) => String(from))).toEqual([
      "0.1",
      "0.2",
      "0.3",
      "0.4",
      "0.5",
      "0.6",
      "0.7",
      "0.8",
      "0.9",
      "1",
    ]);
  });
});
