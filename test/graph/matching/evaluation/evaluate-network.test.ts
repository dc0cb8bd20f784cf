import { describe, expect, test } from "vitest";
import { evaluateNetwork } from "#graph/matching/evaluation/evaluate-network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const network = readSeedNetwork();
const asked = { protocol: "exchange", strict: true, asOf: "2026-11-30", seed: 1 } as const;

describe("the product's own recall", () => {
  test("reaches the floors on plants and by-products of different companies, ahead of the nearest neighbours", () => {
    const report = evaluateNetwork(network, { ...asked, sets: ["plantsByProducts"] }).sets.plantsByProducts;
    if (!report) throw new Error("no case");
    const { n, method, recallCeiling, cityRecallAt5, industryRecallAt5, failures } = report;
    expect(n).toBeGreaterThan(100);
    const floors = [
      [method.recallAt10, 0.7],
      [method.mrr, 0.42],
      [recallCeiling, 0.9],
      [cityRecallAt5, 0.8],
      [industryRecallAt5, 0.8],
    ] as const;
    expect(floors.filter(([figure, floor]) => figure === null || figure.value < floor)).toEqual([]);
    const ahead = report.baselines.nearestNeighbours.difference;
    expect(Math.min(ahead.recallAt10.low, ahead.mrr.low)).toBeGreaterThan(0);
    // Every case that is not among the first ten has one cause.
    const missed = Object.values(failures).reduce((sum, count) => sum + count, 0);
    expect(missed / n).toBeCloseTo(1 - method.recallAt10.value, 1);
  }, 120_000);

  test("is measured on a sample drawn by the seed where there are more than may be tested, and says of how many", () => {
    const sampled = (seed: number) =>
      evaluateNetwork(network, { ...asked, seed, sets: ["plantsBetweenParks"], most: 7 });
    const [first, again, other] = [sampled(1), sampled(1), sampled(2)];
    expect(first.sets.plantsBetweenParks?.n).toBe(7);
    expect(first.available).toBeGreaterThan(7);
    expect(again).toEqual(first);
    expect(other.available).toBe(first.available);
    expect(other.sets.plantsBetweenParks).not.toEqual(first.sets.plantsBetweenParks);
  });

  test("is byte-identical when run again, whatever the order of the records", () => {
    const shuffled = {
      ...network,
      parks: network.parks.toReversed(),
      enterprises: network.enterprises.toReversed(),
      exchanges: network.exchanges.toReversed(),
      listings: network.listings.toReversed(),
      rules: network.rules.toReversed(),
    };
    const [first, again] = [network, shuffled].map((each) =>
      JSON.stringify(evaluateNetwork(each, { ...asked, sets: ["plantsBetweenParks"] })),
    );
    expect(again).toBe(first);
  }, 120_000);
});
