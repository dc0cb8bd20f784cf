import { describe, expect, it } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import { buildGraphSpec } from "#client/model/drawing/graph-spec.ts";
import { measurePlaces } from "#client/model/drawing/measured.ts";
import { corridor, place } from "#test/browser/stage-data.ts";

const describeMetric = (id: string) => {
  const found = metrics.find(({ description }) => description.id === id);
  if (found === undefined) throw new Error(id);
  return found.description;
};

function result(rows: readonly (readonly [placeId: string, value: number | null])[]) {
  return {
    kind: "byNode",
    nodes: {
      ids: rows.map((_, row) => `n${row}`),
      placeIds: rows.map(([placeId]) => placeId),
      namesZh: rows.map(([placeId]) => placeId),
      namesEn: rows.map(() => null),
    },
    columns: [{ name: "value", values: rows.map(([, value]) => value) }],
    reasons: rows.map(([, value]) => (value === null ? "no-partner" : null)),
    reason: null,
    sample: null,
  } satisfies MetricResult;
}

const jinan = { ...place("park:J", 117, 36.6, 9), cityCode: "370100" };
const qingdao = { ...place("park:Q", 120.2, 36.2, 4), cityCode: "370200" };
const quiet = { ...place("park:R", 118.3, 34.4), cityCode: "370100" };
const plant = { ...place("site:steel", 119.2, 35.2, 1), cityCode: null };
const city = place("city:370300", 118.05, 36.8, 9);
const places = [jinan, qingdao, quiet, plant, city];

describe("what places carry of a measure", () => {
  it("is their own value where it scores parks; other places have none, and placeholders are left out", () => {
    const { carried, valueById } = measurePlaces(
      describeMetric("park.degree"),
      result([
        ["park:J", 3],
        ["park:Q", null],
      ]),
      places,
    );
    expect(carried).toBe("own");
    expect([...valueById]).toEqual([
      ["park:J", 3],
      ["park:Q", null],
      ["park:R", null],
      ["site:steel", null],
    ]);
  });

  it("is the value of their city where it scores cities", () => {
    const { carried, valueById } = measurePlaces(
      describeMetric("city.degree"),
      result([["city:370100", 5]]),
      places,
    );
    expect(carried).toBe("city");
    expect([valueById.get("park:J"), valueById.get("park:R"), valueById.get("park:Q")]).toEqual([5, 5, null]);
  });

  it("is that of its enterprises which is farthest from 0 where it scores enterprises", () => {
    const { carried, valueById } = measurePlaces(
      describeMetric("enterprise.netStrength"),
      result([
        ["park:J", 2],
        ["park:J", -7],
        ["park:J", null],
        ["site:steel", 1],
      ]),
      places,
    );
    expect(carried).toBe("farthest");
    expect([valueById.get("park:J"), valueById.get("site:steel")]).toEqual([-7, 1]);
  });
});

describe("marks that carry a measure", () => {
  const measured = measurePlaces(
    describeMetric("park.netStrength"),
    result([
      ["park:J", -4],
      ["park:Q", 16],
      ["park:R", 0],
    ]),
    places,
  );
  const input = {
    places,
    corridors: [corridor("park:J", "park:Q"), corridor("park:J", "park:J", "energy", 2)],
    candidates: [],
    selection: null,
    depth: 0,
    locale: "zh",
  } as const;

  it("are filled by class, empty for zero, without a fill where there is no value, and keep their form", () => {
    const { nodes, legend } = buildGraphSpec({ ...input, colourBy: { measured, method: "quantile" } });
    expect(new Map(nodes.map(({ id, fill, mark }) => [id, `${fill} ${mark}`]))).toEqual(
      new Map([
        ["park:J", "-1 park"],
        ["park:Q", "1 park"],
        ["park:R", "0 park"],
        ["site:steel", "none site"],
      ]),
    );
    expect(nodes.every(({ inside }) => inside === null)).toBe(true);
    const row = legend.rows.find(({ kind }) => kind === "classes");
    expect(row?.kind === "classes" ? row.classes : null).toMatchObject({ isSigned: true, withoutValue: 1 });
  });

  it("count in the legend only what is drawn", () => {
    const { legend } = buildGraphSpec({
      ...input,
      hidesQuiet: true,
      colourBy: { measured, method: "quantile" },
    });
    const row = legend.rows.find(({ kind }) => kind === "classes");
    const counts = row?.kind === "classes" ? row.classes.classes.map(({ count }) => count) : [];
    expect(counts).toEqual([1, 0, 1]);
  });

  it("take their size from another measure: areas in proportion to the value, whatever its sign", () => {
    const { nodes, legend } = buildGraphSpec({ ...input, sizeBy: measured });
    const sizeOf = (id: string) => nodes.find((node) => node.id === id)?.size ?? 0;
    expect(sizeOf("park:Q") / sizeOf("park:J")).toBeCloseTo(2, 9);
    expect(legend.rows.find(({ kind }) => kind === "size")).toMatchObject({
      metric: { id: "park.netStrength" },
    });
  });

  it("without a measure are drawn as ever", () => {
    const { nodes, legend } = buildGraphSpec(input);
    expect(nodes.map(({ fill }) => fill)).toEqual(nodes.map(() => "plain"));
    expect(nodes.find(({ id }) => id === "park:J")?.inside).toEqual({ material: 0, energy: 2, water: 0 });
    expect(legend.rows.some(({ kind }) => kind === "classes")).toBe(false);
  });
});
