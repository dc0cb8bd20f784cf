import { describe, expect, it } from "vitest";
import { cities } from "#graph/schema/region/cities.ts";
import { buildGraphSpec } from "#client/model/drawing/graph-spec.ts";
import { stageLabels, type LabelInput } from "#client/model/drawing/labels.ts";
import { corridor, place } from "#test/browser/stage-data.ts";

const busy = place("park:A", 118, 35, 5);
const quiet = place("park:B", 117, 36);
const zibo = { ...place("city:370300", 118.055, 36.813, 2), nameZh: "淄博市" };
const anhui = { ...place("outside:34", null, null, 1), provinceCode: "34", nameZh: "安徽省" };
const spec = buildGraphSpec({
  places: [busy, quiet, zibo, anhui],
  corridors: [],
  candidates: [],
  selection: { kind: "place", placeId: "city:370300" },
  depth: 0,
  locale: "zh",
});
const nobody: ReadonlySet<string> = new Set();
const input: LabelInput = {
  spec,
  cities,
  names: [
    { id: "sea", kind: "sea", nameZh: "黄海", nameEn: "Yellow Sea", x: 121, y: 37, rank: 1000 },
    { id: "lake", kind: "lake", nameZh: "太湖", nameEn: "Lake Tai", x: 120, y: 33, rank: 84 },
  ],
  locale: "zh",
  mode: "map",
  ratio: 1,
  forcedIds: nobody,
  chosenIds: nobody,
  namedLine: null,
};
const idsAt = (more: Partial<LabelInput>) => stageLabels({ ...input, ...more }).map(({ id }) => id);

describe("names on the stage", () => {
  it("cities and seas are named when everything is in view, parks only when it is nearer, what has no point never", () => {
    expect(idsAt({})).toEqual(expect.arrayContaining(["city|370300", "sea"]));
    expect(idsAt({})).toHaveLength(cities.length + 1);
    expect(idsAt({ ratio: 0.5 })).toEqual(expect.arrayContaining(["mark|park:A", "lake"]));
    expect(idsAt({ ratio: 0.5 })).not.toContain("mark|park:B");
    expect(idsAt({ ratio: 0.2 })).toContain("mark|park:B");
  });

  it("the hovered park is named at any zoom, in the strongest style", () => {
    const forcedIds = new Set(["park:B"]);
    const label = stageLabels({ ...input, forcedIds, chosenIds: forcedIds }).find(
      ({ id }) => id === "mark|park:B",
    );
    expect(label).toMatchObject({ forced: true, style: "chosen" });
    expect(stageLabels({ ...input, forcedIds }).find(({ id }) => id === "mark|park:B")?.style).toBe("near");
  });

  it("a city is named once, at its mark where it has one, without the word for city", () => {
    const labels = stageLabels(input).filter(({ id }) => id.includes("370300"));
    expect(labels).toMatchObject([{ id: "city|370300", text: "淄博", nodeId: "city:370300" }]);
  });

  it("no name of the map is written in the relation view, and every mark with exchanges is", () => {
    const force = idsAt({ mode: "force" });
    expect(force.toSorted((left, right) => (left < right ? -1 : 1))).toEqual([
      "mark|city:370300",
      "mark|park:A",
    ]);
  });

  it("the name of a line stands at the middle of its curve, in both views", () => {
    const web = buildGraphSpec({
      places: [place("park:A", 118, 35, 1), place("park:B", 120, 35, 1)],
      corridors: [corridor("park:A", "park:B")],
      candidates: [],
      selection: null,
      depth: 0,
      locale: "zh",
    });
    const [namedLine = null] = web.edges;
    for (const mode of ["map", "force"] as const) {
      const label = stageLabels({ ...input, spec: web, namedLine, mode }).find(
        ({ style }) => style === "line",
      );
      const start = web.nodes[0];
      // An eastward line bows to the right of travel as the screen shows it: downward there is upward on the map.
      expect(label).toMatchObject({ x: expect.closeTo(119, 9), forced: true });
      expect(Math.abs((label?.y ?? 0) - (start?.y ?? 0))).toBeCloseTo(0.16, 9);
    }
  });
});
