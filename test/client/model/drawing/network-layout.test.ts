import { array, assert, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { articulationPoints } from "#client/model/drawing/articulation.ts";
import { layoutIsland } from "#client/model/drawing/force-layout.ts";
import { layoutNetwork } from "#client/model/drawing/network-layout.ts";
import { regionCentre, regionExtent } from "#client/model/map/mercator.ts";
import { placePositions } from "#client/model/drawing/place-positions.ts";
import { place, syntheticWeb } from "#test/browser/stage-data.ts";

const web = syntheticWeb(80, 160);
const mark = (id: string, x: number, y: number, size = 6) => ({ id, x, y, size, nameWidth: 90 });
const nodes = web.places.map(({ id, lon, lat }) => mark(id, lon ?? 0, lat ?? 0));
const links = web.corridors.map(({ from, to }) => ({ from, to, weight: 1 }));

describe("relation view", () => {
  it("every mark gets the same place inside the window in every run, whatever the aspect", () => {
    for (const aspect of [0.5, 1, 2.5]) {
      const first = layoutNetwork(nodes, links, aspect);
      expect(first.size).toBe(80);
      expect([...layoutNetwork(nodes, links, aspect)]).toEqual([...first]);
      for (const { x, y } of first.values()) {
        expect(x).toBeGreaterThan(regionExtent.x[0] - 1e-9);
        expect(x).toBeLessThan(regionExtent.x[1] + 1e-9);
        expect(y).toBeGreaterThan(regionExtent.y[0] - 1e-9);
        expect(y).toBeLessThan(regionExtent.y[1] + 1e-9);
      }
    }
  });

  it("no two marks of an island overlap", () => {
    const points = layoutIsland(nodes, links);
    const gaps = points.flatMap((point, index) =>
      points.slice(index + 1).map((other) => Math.hypot(point.x - other.x, point.y - other.y)),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(12);
  });

  it("islands do not lie over one another", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const pairs = ["af", "be", "cd"] as const;
    const bonds = pairs.map((pair) => ({ from: pair.charAt(0), to: pair.charAt(1), weight: 1 }));
    const found = layoutNetwork(
      ids.map((id, index) => mark(id, 116 + index, 36 + (index % 2))),
      bonds,
      1,
    );
    const boxes = bonds.map(({ from, to }) => {
      const [one, other] = [found.get(from) ?? regionCentre, found.get(to) ?? regionCentre];
      return {
        left: Math.min(one.x, other.x),
        right: Math.max(one.x, other.x),
        top: -Math.max(one.y, other.y),
        bottom: -Math.min(one.y, other.y),
      };
    });
    const apart = (one: (typeof boxes)[number], other: (typeof boxes)[number]) =>
      one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;
    for (const [place, box] of boxes.entries())
      for (const other of boxes.slice(place + 1)) expect(apart(box, other)).toBe(true);
  });

  it("a sheet takes the shape of the stage: wide on a wide one, tall on a tall one", () => {
    const islands = Array.from({ length: 40 }, (_, index) => [
      mark(`a${index}`, 116, 36),
      mark(`b${index}`, 117, 36),
    ]);
    const bonds = islands.map((_, index) => ({ from: `a${index}`, to: `b${index}`, weight: 1 }));
    const shape = (aspect: number) => {
      const points = [...layoutNetwork(islands.flat(), bonds, aspect).values()];
      const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
      return span(points.map(({ x }) => x)) / span(points.map(({ y }) => y));
    };
    expect(shape(2)).toBeGreaterThan(1.4);
    expect(shape(0.5)).toBeLessThan(0.7);
  });

  it("marks without a line stand in rows beneath the linked ones, the empty ones last", () => {
    const alone = (count: number, size: number) =>
      Array.from({ length: count }, (_, index) => mark(`${size}|${index}`, 0, 0, size));
    for (const count of [1, 7, 17, 18, 19, 40]) {
      const large = alone(count, 8);
      const small = alone(219, 2);
      const found = layoutNetwork([...nodes, ...large, ...small], links, 1);
      const heights = (some: readonly { id: string }[]) =>
        some.map(({ id }) => found.get(id)?.y ?? Number.NaN);
      const linked = nodes.filter(({ id }) => links.some(({ from, to }) => from === id || to === id));
      expect(Math.min(...heights(linked))).toBeGreaterThan(Math.max(...heights(large)));
      expect(Math.min(...heights(large))).toBeGreaterThan(Math.max(...heights(small)));
    }
  });
});

describe("bridges", () => {
  const pairs = (text: string) => text.split(" ").map((pair) => ({ from: pair[0] ?? "", to: pair[1] ?? "" }));

  it("are the marks whose loss parts what is linked", () => {
    expect([...articulationPoints(pairs("ab bc"))]).toEqual(["b"]);
    expect([...articulationPoints(pairs("ab bc ca"))]).toEqual([]);
    // Two triangles that share c, and a tail.
    expect([...articulationPoints(pairs("ab bc ca cd de ec ef"))].toSorted()).toEqual(["c", "e"]);
    // Both directions of a pair are one tie.
    expect([...articulationPoints(pairs("ab ba"))]).toEqual([]);
  });

  it("are found as the plain way finds them: take one mark away and count the parts", () => {
    const anyLinks = array(tuple(nat(7), nat(7)), { maxLength: 14 });
    assert(
      property(anyLinks, (list) => {
        const some = list.map(([from, to]) => ({ from: String(from), to: String(to) }));
        const ids = [
          ...new Set(some.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to])),
        ];
        const parts = (without: string | null) => {
          const left = ids.filter((id) => id !== without);
          const reached = new Map(left.map((id) => [id, id]));
          for (let round = 0; round < left.length; round += 1)
            for (const { from, to } of some)
              if (reached.has(from) && reached.has(to)) {
                const least = [reached.get(from) ?? "", reached.get(to) ?? ""].toSorted()[0] ?? "";
                reached.set(from, least).set(to, least);
              }
          return new Set(reached.values()).size;
        };
        const plain = ids.filter((id) => parts(id) > parts(null));
        expect([...articulationPoints(some)].toSorted()).toEqual(plain.toSorted());
      }),
    );
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
