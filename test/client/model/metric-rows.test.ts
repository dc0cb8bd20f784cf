import { describe, expect, it } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { inRanges, joinMetrics, metricColumns } from "#client/model/metric-rows.ts";
import { readRanges, writeRanges } from "#client/model/view/value-range.ts";

type Values = Readonly<Record<string, readonly (number | null)[]>>;

/** A report on nodes by id, of which only what is joined is filled in. */
function report(id: string, names: readonly string[], values: Values): MetricReport {
  const metric = metrics.find(({ description }) => description.id === id)?.description;
  const ids = Object.keys(values);
  return {
    metric,
    result: {
      kind: "byNode",
      nodes: { ids, placeIds: ids, namesZh: ids, namesEn: ids.map(() => null) },
      columns: names.map((name, place) => ({
        name,
        values: ids.map((node) => values[node]?.[place] ?? null),
      })),
      reasons: ids.map((node) => (values[node]?.[0] === null ? "no-partner" : null)),
      reason: null,
      sample: null,
    },
  } as unknown as MetricReport;
}

const degree = report("park.degree", ["value"], { a: [3], b: [1], c: [3], d: [0] });
const net = report("park.netStrength", ["value"], { d: [-8], c: [4], a: [null], b: [0] });

describe("measures side by side", () => {
  it("join by node, whatever the order of the second; rank ties alike, share by the value farthest from 0", () => {
    const rows = joinMetrics(metricColumns([degree, net]));
    expect(rows.map(({ node, cells }) => [node.id, ...cells.map(({ value }) => value)])).toEqual([
      ["a", 3, null],
      ["b", 1, 0],
      ["c", 3, 4],
      ["d", 0, -8],
    ]);
    expect(rows.map(({ cells }) => cells[0]?.rank)).toEqual([1, 3, 1, 4]);
    expect(rows.map(({ cells }) => cells[1]?.rank)).toEqual([null, 2, 1, 3]);
    expect(rows.map(({ cells }) => cells[1]?.shareOfMaximum)).toEqual([null, 0, 0.5, -1]);
    expect(rows[0]?.cells[1]?.reason).toBe("no-partner");
  });

  it("give each column of a measure with several, the first under the measure's own id", () => {
    const roles = report("park.brokerage", ["total", "gatekeeper"], { a: [5, 2] });
    const columns = metricColumns([roles, degree]);
    expect(columns.map(({ id }) => id)).toEqual([
      "park.brokerage",
      "park.brokerage.gatekeeper",
      "park.degree",
    ]);
    expect(joinMetrics(columns)[0]?.cells.map(({ value }) => value)).toEqual([5, 2, 3]);
  });

  it("without a measure are no rows", () => expect(joinMetrics([])).toEqual([]));

  it("keep the rows inside every range; what has no value is in none, and a range of another table counts for nothing", () => {
    const columns = metricColumns([degree, net]);
    const idsIn = (text: string) =>
      inRanges(joinMetrics(columns), columns, readRanges(text) ?? []).map(({ node }) => node.id);
    expect(idsIn("park.degree:1~")).toEqual(["a", "b", "c"]);
    expect(idsIn("park.degree:1~,park.netStrength:-1~4")).toEqual(["b", "c"]);
    expect(idsIn("city.degree:7~")).toEqual(["a", "b", "c", "d"]);
  });
});

describe("ranges in an address", () => {
  it.each(["park.degree:2~", "park.degree:~-3.5e-7,city.katz:0~1e+25"])(
    "%s is read and written back",
    (text) => {
      const ranges = readRanges(text);
      expect(ranges === null ? null : writeRanges(ranges)).toBe(text);
    },
  );

  it.each([
    "",
    "park.degree",
    "park.degree:~",
    "park.degree:3~1",
    "park.degree:a~b",
    "park.degree:1~,park.degree:2~",
  ])("%s is none", (text) => expect(readRanges(text)).toBeNull());
});
