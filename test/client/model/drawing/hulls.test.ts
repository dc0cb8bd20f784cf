import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { communityHulls } from "#client/model/drawing/hulls.ts";
import { hullAround } from "#client/model/map/convex-hull.ts";

const nodes = ["a", "b", "c", "d"].map((id) => ({ id }));
const member = (placeId: string | null, community: number) => ({ placeId, community });

describe("outlines of communities", () => {
  it("go around the places of a community, those of one place and those not drawn left out", () => {
    const found = communityHulls(
      [member("a", 0), member("b", 0), member("c", 1), member("gone", 1), member(null, 2)],
      nodes,
    );
    expect(found.hulls.map(({ community, nodeIds }) => [community, nodeIds])).toEqual([[0, ["a", "b"]]]);
    expect([found.communities, found.shared]).toEqual([3, 0]);
  });

  it("put a place of several communities with the one that most of its members belong to, and count it", () => {
    const found = communityHulls(
      [member("a", 1), member("a", 1), member("a", 0), member("b", 1), member("c", 0), member("d", 0)],
      nodes,
    );
    expect(found.hulls.map(({ community, nodeIds }) => [community, nodeIds])).toEqual([
      [0, ["c", "d"]],
      [1, ["a", "b"]],
    ]);
    expect(found.shared).toBe(1);
  });
});

describe("the outline around circles", () => {
  const circle = fc.record({
    x: fc.double({ min: -500, max: 500, noNaN: true }),
    y: fc.double({ min: -500, max: 500, noNaN: true }),
    radius: fc.double({ min: 1, max: 30, noNaN: true }),
  });

  it("turns one way at every corner and holds every centre well inside", () => {
    fc.assert(
      fc.property(fc.array(circle, { minLength: 1, maxLength: 12 }), (circles) => {
        const outline = hullAround(circles);
        for (const [place, from] of outline.entries()) {
          const to = outline[(place + 1) % outline.length] ?? from;
          const length = Math.hypot(to.x - from.x, to.y - from.y);
          for (const { x, y, radius } of circles) {
            const left = ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)) / length;
            // A polygon of sixteen corners comes as near to its centre as radius · cos(π/16).
            expect(left).toBeGreaterThanOrEqual(0.98 * radius - 1e-6);
          }
        }
      }),
    );
  });

  it("of nothing is nothing", () => expect(hullAround([])).toEqual([]));
});
