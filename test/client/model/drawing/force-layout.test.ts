import { describe, expect, it } from "vitest";
import { layoutByForce } from "#client/model/drawing/force-layout.ts";
import { regionExtent } from "#client/model/map/mercator.ts";
import { placePositions } from "#client/model/drawing/place-positions.ts";
import { place, syntheticWeb } from "#test/browser/stage-data.ts";

const web = syntheticWeb(80, 160);
const nodes = web.places.map(({ id, lon, lat }) => ({ id, x: lon ?? 0, y: lat ?? 0, size: 6 }));
const links = web.corridors.map(({ from, to }) => ({ from, to, weight: 1 }));

describe("relation view", () => {
  it("every mark gets the same place inside the window in every run", () => {
    const first = layoutByForce(nodes, links);
    expect(first.size).toBe(80);
    expect([...layoutByForce(nodes, links)]).toEqual([...first]);
    for (const { x, y } of first.values()) {
      expect(x).toBeGreaterThan(regionExtent.x[0] - 0.5);
      expect(x).toBeLessThan(regionExtent.x[1] + 0.5);
      expect(y).toBeGreaterThan(regionExtent.y[0] + 1.5);
      expect(y).toBeLessThan(regionExtent.y[1] + 0.5);
    }
  });

  it("no two marks overlap", () => {
    const points = [...layoutByForce(nodes, links).values()];
    const gaps = points.flatMap((point, index) =>
      points.slice(index + 1).map((other) => Math.hypot(point.x - other.x, point.y - other.y)),
    );
    // Two discs of 6 px at 70 px a unit touch at 0.171 units.
    expect(Math.min(...gaps)).toBeGreaterThan(12 / 70);
  });

  it("linked marks stand nearer to each other than the average pair", () => {
    const pairs = ["a", "b", "c", "d", "e", "f"].map((id, index) => ({
      id,
      x: 116 + index,
      y: 36 + (index % 2),
      size: 4,
    }));
    const found = layoutByForce(pairs, [
      { from: "a", to: "f", weight: 1 },
      { from: "b", to: "e", weight: 1 },
      { from: "c", to: "d", weight: 1 },
    ]);
    const gap = (left: string, right: string) => {
      const [one, other] = [found.get(left), found.get(right)];
      return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
    };
    expect(gap("a", "f")).toBeLessThan(gap("a", "b"));
    expect(gap("b", "e")).toBeLessThan(gap("b", "f"));
  });

  it("marks without a link stand in rows beneath the linked ones", () => {
    const found = layoutByForce([...nodes, { id: "alone", x: 119, y: 40, size: 2 }], links);
    const alone = found.get("alone")?.y ?? Infinity;
    expect(alone).toBeLessThan(Math.min(...nodes.map(({ id }) => found.get(id)?.y ?? Infinity)));
  });

  it("when both kinds of marks without a link are many, then their rows stay apart", () => {
    const alone = (count: number, size: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${size}|${index}`, x: 0, y: 0, size }));
    for (const count of [1, 7, 17, 18, 19, 40]) {
      const large = alone(count, 8);
      const small = alone(219, 2);
      const found = layoutByForce([...nodes, ...large, ...small], links);
      const heights = (some: readonly { id: string }[]) =>
        some.map(({ id }) => found.get(id)?.y ?? Number.NaN);
      expect(Math.min(...heights(large))).toBeGreaterThan(Math.max(...heights(small)));
    }
  });
});

describe("places on the map", () => {
  it("a park keeps its point, parks on one point part by a few kilometres at most", () => {
    const positions = placePositions([
      place("park:A", 118, 35),
      place("park:B", 119, 34),
      place("park:C", 119, 34),
    ]);
    expect(positions.get("park:A")?.x).toBe(118);
    const [one, other] = [positions.get("park:B"), positions.get("park:C")];
    const gap = Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
    expect(gap).toBeGreaterThan(0.05);
    expect(gap).toBeLessThan(0.1);
  });

  it("a city's mark gives way to a park on its seat, and what has no point stands nowhere", () => {
    const positions = placePositions([
      place("park:A", 118.055, 36.813),
      place("city:370300", 118.055, 36.813),
      { ...place("outside:34", null, null), provinceCode: "34" },
      { ...place("outside:99", null, null), provinceCode: "99" },
    ]);
    expect(positions.get("park:A")?.x).toBe(118.055);
    const city = positions.get("city:370300");
    const park = positions.get("park:A");
    expect(Math.hypot((city?.x ?? 0) - 118.055, (city?.y ?? 0) - (park?.y ?? 0))).toBeGreaterThanOrEqual(
      0.15,
    );
    expect([positions.has("outside:34"), positions.has("outside:99")]).toEqual([false, false]);
  });
});
