import { describe, expect, it } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import {
  metricParameters,
  parameterFault,
  parameterQuery,
  type MetricParameter,
} from "#graph/schema/answers/metric-parameters.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import { networkOfLinks } from "#test/fixtures/small-network.ts";
import { rowsOf } from "./scores-of.ts";

const star = networkOfLinks(["b", "c", "d", "e"].map((leaf) => [leaf, "a", 1]));
const rank = (damping: number) =>
  rowsOf(computeMetric("enterprise.pagerank", star, noFilter, { damping }).result).find(
    ({ id }) => id === "a",
  )?.value;

describe("parameters of a metric", () => {
  it("change what is computed and stand in the report, defaults filled in", () => {
    // leaves: l = ((1 − α) + α h)/5; hub: h = l + 4 α l; together 1 → h = (1 + 4α)/(5 + 4α).
    expect(rank(0.85)).toBeCloseTo(4.4 / 8.4, 12);
    expect(rank(0.5)).toBeCloseTo(3 / 7, 12);
    expect(rank(0)).toBeCloseTo(1 / 5, 12);
    expect(computeMetric("park.pagerank", star, noFilter).parameters).toEqual({ damping: 0.85 });
    expect(computeMetric("network.communities", star, noFilter, { seed: 9 })).toMatchObject({
      parameters: { seed: 9 },
      seed: 9,
    });
  });

  it.each([
    [{ seed: 3 }, "seed: park.pagerank has no such parameter; it has damping"],
    [{ damping: 1 }, "damping: expected a number from 0 to 0.999999"],
    [{ damping: Number.NaN }, "damping: expected a number from 0 to 0.999999"],
    [{ damping: "high" }, "damping: expected a number from 0 to 0.999999"],
    [{ constructor: 1 }, "constructor: park.pagerank has no such parameter; it has damping"],
  ])("are refused by name where the metric has none such or not this value: %j", (given, message) => {
    expect(() => computeMetric("park.pagerank", star, noFilter, given)).toThrow(
      expect.objectContaining({ code: "invalid-request", message }),
    );
  });

  it("of every metric stand in the one table, from which the query is drawn, and have a default within their range", () => {
    const table: Readonly<Record<string, MetricParameter>> = metricParameters;
    for (const { description } of metrics)
      for (const [name, parameter] of Object.entries(description.parameters)) {
        expect(parameterFault(parameter, parameter.default)).toBeNull();
        expect({ ...parameter, default: 0 }).toEqual({ ...table[name], default: 0 });
      }
    expect(Object.keys(parameterQuery)).toEqual(Object.keys(metricParameters));
    expect(parameterQuery.damping.safeParse("0.5").data).toBe(0.5);
    for (const text of ["", " ", "1", "x", "-0.1", "Infinity"])
      expect(parameterQuery.damping.safeParse(text).success).toBe(false);
    expect(parameterQuery.seed.safeParse("1.5").success).toBe(false);
  });
});
