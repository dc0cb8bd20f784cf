import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cities } from "#graph/schema/region/cities.ts";
import { thinLabels, type LabelWish } from "#client/model/drawing/label-thinning.ts";
import { toMap } from "#client/model/map/mercator.ts";

const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  id,
  x,
  y,
  width: 40,
  height: 16,
  offset: 5,
  rank: 1,
  forced: false,
  ...more,
});

const boxes = (wishes: readonly LabelWish[]) => {
  const byId = new Map(wishes.map((each) => [each.id, each]));
  return thinLabels(wishes).map(({ id, dx, dy }) => {
    const { x, y, width, height } = byId.get(id) ?? wish("", 0, 0);
    return { id, left: x + dx, right: x + dx + width, top: y + dy - height / 2, bottom: y + dy + height / 2 };
  });
};

describe("label thinning", () => {
  it("a name keeps inside the window and from under what lies over it where a side allows that", () => {
    const window = { width: 300, height: 200, covered: [{ left: 0, top: 100, right: 120, bottom: 200 }] };
    const placed = (one: LabelWish) => thinLabels([one], [], window)[0];
    expect(placed(wish("right", 290, 50))?.dx).toBeLessThan(-40);
    expect(placed(wish("above the legend", 60, 95))?.dy).toBeLessThan(0);
    // Where no side is free of the edge, a name of the map is cut, one of the relation view left out.
    const corner = wish("corner", 299, 50, { width: 400 });
    expect(placed(corner)).toBeDefined();
    expect(placed({ ...corner, strict: true })).toBeUndefined();
  });

  it("no two drawn names overlap, whatever the wishes", () => {
    const anyWish = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 10, max: 120 }),
      rank: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anyWish, { maxLength: 60 }), (list) => {
        const drawn = boxes(list.map(({ x, y, ...rest }, index) => wish(`w${index}`, x, y, rest)));
        for (const [index, one] of drawn.entries())
          for (const other of drawn.slice(index + 1))
            expect(
              one.left >= other.right ||
                other.left >= one.right ||
                one.top >= other.bottom ||
                other.top >= one.bottom,
            ).toBe(true);
      }),
    );
  });

  it("the higher rank wins the space and a forced name is drawn in any case", () => {
    const crowd = Array.from({ length: 30 }, (_, index) => wish(`w${index}`, 100, 100, { rank: index }));
    const shown = thinLabels(crowd).map(({ id }) => id);
    expect(shown[0]).toBe("w29");
    expect(shown.length).toBeLessThan(8);
    const forced = thinLabels([...crowd, wish("chosen", 100, 100, { rank: -1, forced: true })]);
    expect(forced[0]?.id).toBe("chosen");
  });

  it("the choice is the same when the view is panned or the wishes come in another order", () => {
    const list = Array.from({ length: 40 }, (_, index) =>
      wish(`w${index}`, (index * 37) % 200, (index * 53) % 150),
    );
    const panned = list.map((each) => ({ ...each, x: each.x + 64.5, y: each.y - 31 })).toReversed();
    expect(thinLabels(panned)).toEqual(thinLabels(list));
  });

  it("when every side lies over a mark, then a strict name is left out and any other is drawn", () => {
    const wall = [{ x: 100, y: 100, radius: 80 }];
    expect(thinLabels([wish("loose", 100, 100)], wall)).toHaveLength(1);
    expect(thinLabels([wish("strict", 100, 100, { strict: true })], wall)).toEqual([]);
    const chosen = wish("chosen", 100, 100, { strict: true, forced: true });
    expect(thinLabels([chosen], wall)).toHaveLength(1);
  });

  it("a name keeps clear of a mark where one side allows it", () => {
    const free = thinLabels([wish("a", 100, 100)])[0];
    const moved = thinLabels([wish("a", 100, 100)], [{ x: 125, y: 90, radius: 12 }])[0];
    expect(free?.dy).toBeLessThan(0);
    expect(moved).not.toEqual(free);
  });

  it("fewer of the 29 cities are named the farther out the view is", () => {
    const at = (pixelsPerDegree: number) =>
      thinLabels(
        cities.map((city) => {
          const { x, y } = toMap(city);
          return wish(city.code, x * pixelsPerDegree, -y * pixelsPerDegree, { width: 28 });
        }),
      ).length;
    expect(at(75)).toBe(29);
    expect(at(20)).toBeLessThan(29);
    expect(at(8)).toBeLessThan(at(20));
  });
});
