import { describe, expect, it } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import {
  knownMetric,
  readAskedMetric,
  readAskedMetrics,
  withParameter,
  writeAskedMetric,
} from "#client/model/view/asked-metric.ts";

const catalogue = metrics.map(({ description }) => description);
const known = (text: string, use: "table" | "marks" | "outlines" = "table") => {
  const asked = readAskedMetric(text);
  if (asked === null) throw new Error(`${text} cannot be read`);
  return knownMetric(asked, catalogue, use);
};

describe("a measure in an address", () => {
  it("is written with its parameters by name, and read back", () => {
    const text = "park.pagerank~damping:0.9~seed:7";
    expect(readAskedMetric("park.pagerank~seed:7~damping:0.9")).toEqual(readAskedMetric(text));
    expect(writeAskedMetric(readAskedMetric("park.pagerank~seed:7~damping:0.9")!)).toBe(text);
  });

  it.each([
    "",
    "park",
    "park.",
    "park.degree~",
    "park.degree~a",
    "park.degree~a:1~a:2",
    "<b>.x",
    "park.degree~a:b c",
  ])("%s is no measure", (text) => expect(readAskedMetric(text)).toBeNull());

  it("stands in a list once, at most twelve together", () => {
    expect(readAskedMetrics("park.degree,park.pagerank~damping:0.5")).toHaveLength(2);
    expect(readAskedMetrics("park.degree,park.degree~seed:1")).toBeNull();
    expect(
      readAskedMetrics(Array.from({ length: 13 }, (_, n) => `park.${"abcdefghijklm"[n]}`).join()),
    ).toBeNull();
  });
});

describe("a measure under the catalogue", () => {
  it("that is not there is dropped and named", () => {
    expect(known("park.nonsense~seed:3")).toEqual({ known: null, faults: ["park.nonsense~seed:3"] });
  });

  it("keeps the parameters it has, and names those it has not and values they do not allow", () => {
    const { known: found, faults } = known("park.pagerank~damping:2~colour:red");
    expect(found?.asked).toEqual({ id: "park.pagerank", parameters: {} });
    expect(faults).toEqual(["park.pagerank~damping:2", "park.pagerank~colour:red"]);
    expect(known("park.pagerank~damping:0.5").faults).toEqual([]);
  });

  it("colours marks only where it scores nodes that stand in places, and outlines only as a partition", () => {
    expect(known("network.density", "marks").faults).toEqual(["network.density"]);
    expect(known("city.degree", "marks").faults).toEqual([]);
    expect(known("park.degree", "outlines").faults).toEqual(["park.degree"]);
    expect(known("network.communities~resolution:2", "outlines").faults).toEqual([]);
  });

  it("forgets a parameter that is set to its default", () => {
    const { known: found } = known("park.pagerank~damping:0.5");
    if (found === null) throw new Error("not known");
    expect(withParameter(found, "damping", "0.7").parameters).toEqual({ damping: "0.7" });
    expect(withParameter(found, "damping", "0.85").parameters).toEqual({});
  });
});
