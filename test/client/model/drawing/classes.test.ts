import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify, classMethods } from "#client/model/drawing/classes.ts";
import { naturalBreaks } from "#client/model/drawing/natural-breaks.ts";

const value = fc.oneof(
  fc.constant(null),
  fc.constant(0),
  fc.integer({ min: -40, max: 40 }).map((tens) => tens / 8),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
);
const values = fc.array(value, { maxLength: 60 });

/** Summed squared distances to the mean of each group. */
function spread(groups: readonly (readonly number[])[]): number {
  return groups.reduce((sum, group) => {
    const mean = group.reduce((total, one) => total + one, 0) / group.length;
    return sum + group.reduce((total, one) => total + (one - mean) ** 2, 0);
  }, 0);
}

/** Every way to cut a rising list into so many groups without splitting equal values. */
function cuttings(sorted: readonly number[], groups: number): (readonly number[])[][] {
  if (groups === 1) return [[sorted]];
  return sorted.flatMap((start, place) =>
    place === 0 || start === sorted[place - 1]
      ? []
      : cuttings(sorted.slice(0, place), groups - 1).map((first) => [...first, sorted.slice(place)]),
  );
}

describe("natural breaks", () => {
  it("lie where no other cut leaves less spread within the groups", () => {
    const lists = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 4, maxLength: 11 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 2, max: 4 }), (list, groups) => {
        const sorted = list.toSorted((left, right) => left - right);
        fc.pre(new Set(sorted).size >= groups);
        const starts = naturalBreaks(sorted, groups);
        const found = starts.map((start, place) =>
          sorted.filter((one) => one >= start && one < (starts[place + 1] ?? Infinity)),
        );
        const least = Math.min(...cuttings(sorted, groups).map(spread));
        expect(found.every((group) => group.length > 0)).toBe(true);
        expect(spread(found)).toBeCloseTo(least, 6);
      }),
    );
  });

  it("find the gaps of a list made of three clusters far from 0", () => {
    const list = [1000001, 1000002, 1000002, 1000003, 1000050, 1000051, 1000400, 1000401];
    expect(naturalBreaks(list, 3)).toEqual([1000001, 1000050, 1000400]);
  });
});

describe("classes of values", () => {
  it.each(classMethods)("%s: hold every value once, in order, equal ones together, zero apart", (method) => {
    fc.assert(
      fc.property(values, (list) => {
        const { classes, classOf, withoutValue } = classify(list, method);
        const known = list.filter((one) => one !== null);
        expect(withoutValue).toBe(list.length - known.length);
        expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(known.length);
        for (const each of classes)
          expect(known.filter((one) => classOf(one) === each)).toHaveLength(each.count);
        expect(classOf(null)).toBeNull();
        for (const { from, to, level } of classes) {
          expect(from).toBeLessThanOrEqual(to);
          expect(Math.sign(level)).toBe(Math.sign(from + to));
        }
        const rising = (numbers: readonly number[]) =>
          numbers.every((one, place) => place === 0 || one > (numbers[place - 1] ?? Infinity));
        expect(rising(classes.map(({ level }) => level))).toBe(true);
        expect(rising([...new Set(classes.flatMap(({ from, to }) => [from, to]))])).toBe(true);
        expect(classes.filter(({ level }) => level > 0).length).toBeLessThanOrEqual(5);
        expect(classes.filter(({ level }) => level < 0).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("by quantiles hold as many values each where all differ", () => {
    const list = Array.from({ length: 50 }, (_, place) => 1.5 ** place);
    expect(classify(list, "quantile").classes.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10]);
  });

  it("are one a value where few values differ, whatever the method", () => {
    for (const method of classMethods) {
      const { classes, method: used } = classify([0, 0, 1, 1, 2, 3, null], method);
      expect(used).toBe("each");
      expect(classes.map(({ from, count }) => [from, count])).toEqual([
        [0, 2],
        [1, 2],
        [2, 1],
        [3, 1],
      ]);
    }
  });

  it("tell the sides of 0 apart by colour and by the end they are filled from", () => {
    const { classes, isSigned } = classify([-8, -1, 0, 1, 8], "natural");
    expect(isSigned).toBe(true);
    expect(classes.map(({ level }) => level)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(new Set(classes.map(({ colour }) => colour)).size).toBe(5);
  });

  it("without any value are none", () => {
    expect(classify([], "quantile").classes).toEqual([]);
    expect(classify([null, null], "natural")).toMatchObject({ classes: [], withoutValue: 2 });
  });
});
