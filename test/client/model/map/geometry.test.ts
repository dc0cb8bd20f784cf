import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { controlPoint, distanceToCurve, pointOnCurve } from "#client/model/map/curves.ts";
import { hitEdge, hitNode } from "#client/model/drawing/hit-test.ts";
import { toLonLat, toMap } from "#client/model/map/mercator.ts";
import { roundSamples } from "#client/model/drawing/scales.ts";
import { walkFrom } from "#client/model/drawing/arrow-walk.ts";
import { graticuleStep, multiplesBetween, readBasemap } from "#client/model/map/basemap.ts";

describe("Mercator in degrees", () => {
  it("gives the published northing of EPSG:3857 when scaled to metres", () => {
    // EPSG Guidance Note 7-2, example of method 1024: 24°22′54.433″ N → 2800000.003 m, 100°20′ W → -11169055.576 m.
    const metresPerDegree = (Math.PI / 180) * 6_378_137;
    const { x, y } = toMap({ lon: -(100 + 20 / 60), lat: 24 + 22 / 60 + 54.433 / 3600 });
    expect(x * metresPerDegree).toBeCloseTo(-11_169_055.576, 2);
    expect(y * metresPerDegree).toBeCloseTo(2_800_000.003, 1);
  });

  it("returns to the same point when turned back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 110, max: 130, noNaN: true }),
        fc.double({ min: 20, max: 50, noNaN: true }),
        (lon, lat) => {
          const back = toLonLat(toMap({ lon, lat }));
          expect(back.lon).toBe(lon);
          expect(back.lat).toBeCloseTo(lat, 10);
        },
      ),
    );
  });
});

describe("curves and what is under the pointer", () => {
  const source = { x: 0, y: 0 };
  const target = { x: 100, y: 0 };

  it("the middle of a curve lies half its bow beside the chord", () => {
    // A quadratic Bézier passes at t = ½ through the middle of chord and control point.
    const middle = pointOnCurve(source, controlPoint(source, target, 0.2), target, 0.5);
    expect(middle).toEqual({ x: 50, y: -10 });
  });

  it("a point on the curve is at distance 0 and one far away is left out unmeasured", () => {
    expect(distanceToCurve({ x: 50, y: -10 }, { source, target }, 0.2, 5)).toBeLessThan(0.1);
    expect(distanceToCurve({ x: 50, y: 40 }, { source, target }, 0.2, 5)).toBe(Infinity);
  });

  it("the nearest mark wins, and a small one can be hit in 12 px", () => {
    const nodes = [
      { id: "large", x: 0, y: 0, radius: 15 },
      { id: "small", x: 14, y: 0, radius: 2 },
    ];
    expect(hitNode({ x: 9, y: 0 }, nodes)).toBe("small");
    expect(hitNode({ x: 4, y: 0 }, nodes)).toBe("large");
    expect(hitNode({ x: 25, y: 0 }, nodes)).toBe("small");
    expect(hitNode({ x: 27, y: 0 }, nodes)).toBeNull();
  });

  it("two lines of opposite direction are told apart by their side", () => {
    const edges = [
      { id: "there", source, target, curvature: 0.2, width: 2 },
      { id: "back", source: target, target: source, curvature: 0.2, width: 2 },
    ];
    expect(hitEdge({ x: 50, y: -9 }, edges)).toBe("there");
    expect(hitEdge({ x: 50, y: 9 }, edges)).toBe("back");
    expect(hitEdge({ x: 50, y: 0 }, edges)).toBeNull();
  });
});

describe("walking with the arrow keys", () => {
  const marks = [
    { id: "middle", x: 0, y: 0 },
    { id: "east", x: 50, y: 10 },
    { id: "near-but-aside", x: 30, y: 29 },
    { id: "north", x: 0, y: -40 },
  ];

  it("leads to the mark that lies straightest in the direction", () => {
    expect(walkFrom(marks, "middle", "right")).toBe("east");
    expect(walkFrom(marks, "middle", "up")).toBe("north");
    expect(walkFrom(marks, "middle", "left")).toBeNull();
    expect(walkFrom(marks, "gone", "left")).toBeNull();
  });
});

describe("round numbers", () => {
  it("legend samples are 1, 2 or 5 times a power of ten, largest first", () => {
    expect(roundSamples(21)).toEqual([20, 5, 1]);
    expect(roundSamples(3)).toEqual([2, 1]);
    expect(roundSamples(480_000)).toEqual([200_000, 100_000, 20_000]);
    expect(roundSamples(0)).toEqual([]);
  });

  it("lines of the graticule keep at least 60 px apart and lie on multiples of their step", () => {
    expect(graticuleStep(80)).toBe(1);
    expect(graticuleStep(800)).toBe(0.1);
    expect(graticuleStep(50)).toBe(2);
    expect(multiplesBetween(116.05, 116.45, 0.1)).toEqual([116.1, 116.2, 116.3, 116.4]);
  });
});

describe("base map", () => {
  it("empty geometries are left out and larger waters are named when the file is read", () => {
    const feature = (kind: "land" | "lake", name: string | null, coordinates: unknown) => ({
      properties: { kind, name_zh: name, name_en: name === null ? null : "Tai Hu" },
      geometry: { type: "Polygon", coordinates },
    });
    const ring = [
      [120, 31],
      [121, 31],
      [121, 32],
      [120, 31],
    ];
    const { shapes, names } = readBasemap({
      features: [feature("land", null, [[ring]]), feature("lake", "太湖", [ring]), feature("lake", null, [])],
    });
    expect(shapes.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ["land", 1],
      ["lake", 1],
    ]);
    expect(names).toMatchObject([{ nameZh: "太湖", nameEn: "Lake Tai", x: 120.5 }]);
  });
});
