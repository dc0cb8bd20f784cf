import { describe, expect, it } from "vitest";
import { buildGraphSpec, type GraphSpecInput } from "#client/model/drawing/graph-spec.ts";
import { corridor, place } from "#test/browser/stage-data.ts";

const jinan = place("park:J", 117, 36.6, 9);
const qingdao = place("park:Q", 120.2, 36.2, 4);
const nanjing = place("park:N", 118.8, 32.1, 1);
const quiet = place("park:R", 118.3, 34.4);
const city = place("city:370300", 118.05, 36.8);
const anhui = place("outside:34", null, null, 1);

const input: GraphSpecInput = {
  places: [jinan, qingdao, nanjing, quiet, city, anhui],
  corridors: [
    corridor("park:J", "park:Q", "material", 4),
    corridor("park:Q", "park:J", "energy", 1),
    corridor("park:J", "park:Q", "water", 1),
    corridor("park:N", "outside:34", "material", 9),
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
  it("parks are always drawn, another place only with exchanges, when a web is built", () => {
    const spec = buildGraphSpec(input);
    expect(new Map(spec.nodes.map(({ id, mark }) => [id, mark]))).toEqual(
      new Map([
        ["outside:34", "margin"],
        ["park:J", "park"],
        ["park:N", "park"],
        ["park:Q", "park"],
        ["park:R", "park-empty"],
      ]),
    );
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
    expect(edges.at(-1)?.from).toBe("park:N");
  });

  it("a line to a spot on the rim stays thin however many exchanges it carries", () => {
    const { edges } = buildGraphSpec(input);
    const rim = edges.find(({ to }) => to === "outside:34");
    expect(rim?.width).toBe(1);
    const onMap = edges.filter((edge) => edge !== rim).map(({ width }) => width);
    expect(Math.min(...onMap)).toBeGreaterThan(1);
  });

  it("lines of one pair never share a curve when directions or layers differ", () => {
    const { edges } = buildGraphSpec(input);
    const bows = edges
      .filter(({ from, to }) => [from, to].every((end) => end !== "park:N" && end !== "outside:34"))
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
    const { legend, edges } = buildGraphSpec({ ...input, limit: 2, corridorTotal: 49 });
    expect(edges).toHaveLength(2);
    expect([legend.corridorsShown, legend.corridorsTotal, legend.placesShown]).toEqual([2, 49, 5]);
    expect(legend.rows.filter(({ kind }) => kind === "layer")).toEqual([
      { kind: "layer", layer: "material", colour: "#B87400", unit: "t/a", corridors: 2 },
    ]);
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

  it("a selected enterprise rings the mark of its place", () => {
    const selection = { kind: "enterprise", placeId: "park:N", id: "E1" } as const;
    expect(buildGraphSpec({ ...input, selection }).selectedId).toBe("park:N");
  });

  it("equal input in another order gives the same drawing", () => {
    const turned = { ...input, places: input.places.toReversed(), corridors: input.corridors.toReversed() };
    expect(buildGraphSpec(turned)).toEqual(buildGraphSpec(input));
  });
});
