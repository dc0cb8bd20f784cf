import { describe, expect, it } from "vitest";
import { buildGraphSpec, type GraphSpecInput } from "#client/model/drawing/graph-spec.ts";
import { candidate, corridor, place } from "#test/browser/stage-data.ts";

const jinan = place("park:J", 117, 36.6, 9);
const qingdao = place("park:Q", 120.2, 36.2, 4);
const nanjing = place("park:N", 118.8, 32.1, 1);
const quiet = place("park:R", 118.3, 34.4);
const city = place("city:370300", 118.05, 36.8, 9);
const anhui = place("outside:34", null, null, 1);
const county = place("county:371500", 116, 36.4, 2);
const plant = place("site:steel", 119.2, 35.2, 1);

const input: GraphSpecInput = {
  places: [jinan, qingdao, nanjing, quiet, city, anhui, county, plant],
  corridors: [
    corridor("park:J", "park:Q", "material", 4),
    corridor("park:Q", "park:J", "energy", 1),
    corridor("park:J", "park:Q", "water", 1),
    corridor("park:N", "outside:34", "material", 9),
    corridor("city:370300", "park:N", "material", 3),
    corridor("city:370300", "outside:34", "water", 5),
    corridor("county:371500", "site:steel", "energy", 1),
    corridor("park:J", "park:J", "energy", 2),
    corridor("park:J", "park:gone", "energy", 2),
  ],
  candidates: [],
  selection: null,
  depth: 0,
  locale: "zh",
};

const node = (spec: ReturnType<typeof buildGraphSpec>, id: string) =>
  spec.nodes.find((each) => each.id === id);

describe("graph spec", () => {
  it("parks are always drawn, plants and counties with exchanges, and never a place that is not known", () => {
    const spec = buildGraphSpec({ ...input, recordedIds: new Set(["park:J", "park:Q", "park:N"]) });
    expect(new Map(spec.nodes.map(({ id, mark }) => [id, mark]))).toEqual(
      new Map([
        ["county:371500", "county"],
        ["park:J", "park"],
        ["park:N", "park"],
        ["park:Q", "park"],
        ["park:R", "park-empty"],
        ["site:steel", "site"],
      ]),
    );
  });

  it("a park without exchanges under the filter says 'none' only where no record at all is known", () => {
    expect(node(buildGraphSpec({ ...input, recordedIds: new Set(["park:R"]) }), "park:R")?.mark).toBe(
      "park-quiet",
    );
    expect(node(buildGraphSpec({ ...input, recordedIds: new Set() }), "park:R")?.mark).toBe("park-empty");
    expect(node(buildGraphSpec(input), "park:R")?.mark).toBe("park-quiet");
  });

  it("what has one unknown end becomes stubs at its known end, summed by layer and direction, and never a line", () => {
    const { stubs, edges } = buildGraphSpec(input);
    expect(stubs.map(({ nodeId, layer, direction, count }) => [nodeId, layer, direction, count])).toEqual([
      ["park:N", "material", "out", 9],
      ["park:N", "material", "in", 3],
    ]);
    expect(edges.flatMap(({ from, to }) => [from, to]).filter((id) => /^(?:city|outside)/.test(id))).toEqual(
      [],
    );
    expect(edges).toHaveLength(4);
  });

  it("stubs of one mark point in different directions, away from its lines", () => {
    const web = [
      corridor("park:Q", "park:J"),
      ...["material", "energy", "water"].flatMap((layer) => [
        corridor("park:Q", "outside:34", layer as "water"),
        corridor("outside:34", "park:Q", layer as "water"),
      ]),
    ];
    const { stubs } = buildGraphSpec({ ...input, corridors: web });
    expect(stubs).toHaveLength(6);
    expect(new Set(stubs.map(({ angle }) => angle)).size).toBe(6);
    // Jinan lies to the west of Qingdao.
    expect(stubs.map(({ angle }) => angle)).not.toContain(Math.PI);
  });

  it("a city stands on the map only while it is selected or a candidate ends there", () => {
    const selection = { kind: "place", placeId: "city:370300" } as const;
    const spec = buildGraphSpec({ ...input, selection });
    expect([node(spec, "city:370300")?.mark, spec.selectedId]).toEqual(["city", "city:370300"]);
    expect(
      buildGraphSpec({ ...input, selection: { kind: "place", placeId: "outside:34" } }).selectedId,
    ).toBeNull();
  });

  it("a selected corridor with an unknown end rings its known end", () => {
    const selection = { kind: "corridor", from: "city:370300", to: "park:N", layer: "material" } as const;
    expect(buildGraphSpec({ ...input, selection }).selectedId).toBe("park:N");
  });

  it("the area of a disc is in proportion to its exchanges when counts differ", () => {
    const spec = buildGraphSpec(input);
    const area = (id: string) => (node(spec, id)?.size ?? 0) ** 2;
    expect(area("park:J") / area("park:Q")).toBeCloseTo(9 / 4, 9);
    expect(area("park:J") / area("park:N")).toBeCloseTo(9, 9);
  });

  it("a line's width is in proportion to the root of its exchanges and the widest is drawn last", () => {
    const { edges } = buildGraphSpec(input);
    const width = (from: string, layer: string) =>
      edges.find((edge) => edge.from === from && edge.layer === layer)?.width ?? 0;
    expect(width("park:J", "material") / width("park:Q", "energy")).toBeCloseTo(2, 9);
    expect(edges.at(-1)?.layer).toBe("material");
  });

  it("lines of one pair never share a curve when directions or layers differ", () => {
    const { edges } = buildGraphSpec(input);
    const bows = edges
      .filter(({ from, to }) => [from, to].every((end) => end === "park:J" || end === "park:Q"))
      // A bow of the opposite direction lies on the other side of the chord.
      .map(({ from, curvature }) => (from === "park:J" ? curvature : -curvature));
    expect(bows).toHaveLength(3);
    expect(new Set(bows).size).toBe(3);
    expect(bows.every((bow) => bow !== 0)).toBe(true);
  });

  it("exchanges inside a place become its ring, not a line", () => {
    const spec = buildGraphSpec(input);
    expect(node(spec, "park:J")?.inside).toEqual({ material: 0, energy: 2, water: 0 });
    expect(node(spec, "park:Q")?.inside).toBeNull();
    expect(spec.edges.every(({ from, to }) => from !== to)).toBe(true);
  });

  it("the legend counts what is drawn of how many when lines are limited", () => {
    const { legend, edges } = buildGraphSpec({ ...input, limit: 1, corridorsNotSent: 45 });
    expect(edges).toHaveLength(1);
    expect([legend.corridorsShown, legend.corridorsTotal, legend.placesShown]).toEqual([1, 49, 6]);
    expect(legend.rows.filter(({ kind }) => kind === "layer")).toEqual([
      { kind: "layer", layer: "material", colour: "#B87400", unit: "t/a", corridors: 1 },
    ]);
  });

  it("every scale of the legend has two samples or more, and what has no line has a row", () => {
    const { rows } = buildGraphSpec(input).legend;
    const scales = rows.flatMap((row) => (row.kind === "width" || row.kind === "size" ? [row.samples] : []));
    expect(scales).toHaveLength(2);
    expect(scales.every((samples) => new Set(samples.map(({ pixels }) => pixels)).size > 1)).toBe(true);
    expect(rows).toContainEqual({ kind: "stub", count: 12 });
    const alone = buildGraphSpec({ ...input, corridors: [corridor("park:J", "park:Q")] }).legend.rows;
    expect(alone.find(({ kind }) => kind === "width")).toMatchObject({
      samples: [{ value: 2 }, { value: 1 }],
    });
  });

  it("a selected line is drawn although narrower ones are cut off by the limit", () => {
    const selection = { kind: "corridor", from: "park:Q", to: "park:J", layer: "energy" } as const;
    const spec = buildGraphSpec({ ...input, limit: 1, selection, depth: 1 });
    expect(spec.edges.map(({ id }) => id)).toEqual([spec.selectedId]);
    expect([...(spec.focusIds ?? [])].sort()).toEqual(["corridor|park:Q|park:J|energy", "park:J", "park:Q"]);
  });

  it("width follows the flow only while a single layer is drawn", () => {
    const flow = (from: string, to: string, perYear: number | null) => {
      const line = corridor(from, to, "material");
      return { ...line, flow: { ...line.flow, perYear } };
    };
    const one = [
      flow("park:J", "park:Q", 400_000),
      flow("park:Q", "park:J", 100_000),
      flow("park:J", "park:N", null),
    ];
    const spec = buildGraphSpec({ ...input, corridors: one, widthBy: "flow" });
    const [unknown, small, large] = spec.edges.map(({ width }) => width).sort((left, right) => left - right);
    expect((large ?? 0) / (small ?? 1)).toBeCloseTo(2, 9);
    expect(unknown).toBe(1.25);
    expect(spec.legend.rows.find(({ kind }) => kind === "width")).toMatchObject({ by: "flow", unit: "t/a" });
    const unknownOnly = buildGraphSpec({
      ...input,
      corridors: [flow("park:J", "park:Q", null)],
      widthBy: "flow",
    });
    expect(unknownOnly.legend.rows.find(({ kind }) => kind === "width")).toMatchObject({ by: "exchanges" });
    const mixed = buildGraphSpec({ ...input, widthBy: "flow" });
    expect(mixed.legend.rows.find(({ kind }) => kind === "width")).toMatchObject({
      by: "exchanges",
      unit: null,
    });
  });

  it("a wider depth keeps more around the selection strong", () => {
    const selection = { kind: "place", placeId: "park:Q" } as const;
    const chain = [corridor("park:Q", "park:J"), corridor("park:J", "park:N"), corridor("park:N", "park:R")];
    const strong = (depth: 0 | 1 | 2 | 3) => {
      const { focusIds } = buildGraphSpec({ ...input, corridors: chain, selection, depth });
      return focusIds === null ? null : [...focusIds].filter((id) => id.startsWith("park:")).sort();
    };
    expect(strong(0)).toBeNull();
    expect(strong(1)).toEqual(["park:J", "park:Q"]);
    expect(strong(2)).toEqual(["park:J", "park:N", "park:Q"]);
    expect(strong(3)).toEqual(["park:J", "park:N", "park:Q", "park:R"]);
  });

  it("no neighbourhood reaches through a mark that stands for a place not known", () => {
    const selection = { kind: "place", placeId: "park:J" } as const;
    const chains = ["city:370300", "outside:34"].flatMap((unknown) => [
      corridor("park:J", unknown),
      corridor(unknown, "park:N"),
    ]);
    const { focusIds } = buildGraphSpec({ ...input, corridors: chains, selection, depth: 3 });
    expect([...(focusIds ?? [])].filter((id) => id.startsWith("park:"))).toEqual(["park:J"]);
  });

  it("no neighbourhood reaches through a candidate: it is lit with its far end, and nothing behind that", () => {
    const selection = { kind: "place", placeId: "park:J" } as const;
    const candidates = [candidate("park:J", "park:Q")];
    const chain = [corridor("park:Q", "park:N")];
    const { focusIds } = buildGraphSpec({ ...input, corridors: chain, candidates, selection, depth: 3 });
    expect([...(focusIds ?? [])].sort()).toEqual(["candidate|park:J~park:Q", "park:J", "park:Q"]);
  });

  it("no neighbourhood reaches through a line whose end stands for many, nor is such an end a bridge", () => {
    const selection = { kind: "place", placeId: "park:J" } as const;
    const pooled = { ...corridor("park:J", "county:371500"), carriesPath: false };
    const corridors = [pooled, corridor("county:371500", "park:N")];
    const spec = buildGraphSpec({ ...input, corridors, selection, depth: 3 });
    expect([...(spec.focusIds ?? [])].filter((id) => !id.includes("|")).sort()).toEqual([
      "county:371500",
      "park:J",
    ]);
    expect(node(spec, "county:371500")?.rank).toBe(county.exchangeCount);
    const through = buildGraphSpec({
      ...input,
      corridors: [corridor("park:J", "county:371500"), ...corridors.slice(1)],
    });
    expect(node(through, "county:371500")?.rank).toBeGreaterThan(jinan.exchangeCount);
  });

  it("a line is stale only where nothing confirmed any of its exchanges lately, and the legend counts those lines", () => {
    const aged = (staleCount: number) => ({ ...corridor("park:J", "park:Q", "material", 2), staleCount });
    const specOf = (staleCount: number) => buildGraphSpec({ ...input, corridors: [aged(staleCount)] });
    expect([0, 1, 2].map((staleCount) => specOf(staleCount).edges[0]?.stale)).toEqual([false, false, true]);
    expect(specOf(2).legend.rows).toContainEqual({ kind: "stale", count: 1 });
    expect(specOf(1).legend.rows.some(({ kind }) => kind === "stale")).toBe(false);
  });

  it("a candidate of a place without a point is not drawn", () => {
    const candidates = [candidate("park:J", "outside:34"), candidate("park:J", "city:370300")];
    const { edges, nodes } = buildGraphSpec({ ...input, corridors: [], candidates });
    expect(edges.map(({ to }) => to)).toEqual(["city:370300"]);
    expect(nodes.find(({ id }) => id === "city:370300")?.mark).toBe("city");
  });

  it("a selected enterprise rings the mark of its place", () => {
    const selection = { kind: "enterprise", placeId: "park:N", id: "E1" } as const;
    expect(buildGraphSpec({ ...input, selection }).selectedId).toBe("park:N");
  });

  it("equal input in another order gives the same drawing", () => {
    const turned = { ...input, places: input.places.toReversed(), corridors: input.corridors.toReversed() };
    expect(buildGraphSpec(turned)).toEqual(buildGraphSpec(input));
  });
});
