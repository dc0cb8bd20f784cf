import { describe, expect, it } from "vitest";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { sumFlows } from "#graph/projection/places/flow-sum.ts";
import { aggregateCorridors, listPlaces } from "#graph/projection/places/corridors.ts";
import { defaultFilter, noFilter } from "#graph/schema/filter/filter.ts";
import { layers } from "#graph/schema/records/layer.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import figures from "#test/fixtures/seed-figures.json" with { type: "json" };
import { numberOf, resultOf, scoresOf } from "./scores-of.ts";

const network = readSeedNetwork();
const cases = [
  ["operating symbiosis", defaultFilter, figures.default],
  ["everything", noFilter, figures.everything],
] as const;

describe.each(cases)("the seeds under the filter: %s", (_name, filter, expected) => {
  const filtered = applyFilter(network, filter);

  it("give the places, corridors and flow sums that a separate script finds in the files", () => {
    expect(filtered.exchanges).toHaveLength(expected.exchanges);
    expect(listPlaces(filtered)).toHaveLength(expected.places);
    expect(aggregateCorridors(filtered)).toHaveLength(expected.corridors);
    for (const layer of layers) {
      const sum = sumFlows(filtered.exchanges, layer);
      const { exchanges, quantified, perYear, betweenPlacesPerYear, provinceCounts } = expected.layers[layer];
      expect([sum.exchangeCount, sum.quantifiedCount]).toEqual([exchanges, quantified]);
      expect(sum.perYear ?? 0).toBeCloseTo(perYear, 3);
      const between = aggregateCorridors(filtered)
        .filter((corridor) => corridor.layer === layer && corridor.from !== corridor.to)
        .reduce((total, { flow }) => total + (flow.perYear ?? 0), 0);
      expect(between).toBeCloseTo(betweenPlacesPerYear, 3);
      const oneLayer = { ...filter, layers: [layer] };
      expect(resultOf("network.provinceFlow", "matrix", network, oneLayer).matrices[1]?.rows).toEqual(
        provinceCounts,
      );
    }
  });

  it("give the basis of the inter-park share that the script counts", () => {
    const { value, basis } = resultOf("network.interParkShareByLinks", "scalar", network, filter);
    const { between, inside } = expected.parkSides;
    expect(basis).toMatchObject({ ...expected.parkSides, counted: between + inside, noQuantity: 0 });
    expect(value).toBeCloseTo(between / (between + inside), 14);
  });

  it("give NetworkX's numbers for the network", () => {
    for (const name of [
      "nodes",
      "links",
      "density",
      "reciprocity",
      "weakComponents",
      "largestComponentShare",
    ] as const)
      expect(numberOf(`network.${name}`, network, filter)).toBeCloseTo(expected[name], 12);
  });

  it.each(["enterprise", "park"] as const)("give NetworkX's sums and maxima of every %s measure", (scope) => {
    for (const name of ["degree", "betweenness", "closeness", "outwardCloseness", "pagerank"] as const) {
      const values = Object.values(scoresOf(`${scope}.${name}`, network, filter)).filter(
        (value) => value !== null,
      );
      expect(values).toHaveLength(expected[scope][name].scored);
      expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(expected[scope][name].sum, 9);
      expect(Math.max(...values)).toBeCloseTo(expected[scope][name].max, 10);
    }
  });
});
