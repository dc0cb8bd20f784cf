import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { betweenness } from "#graph/metrics/kernel/betweenness.ts";
import { measureCostReach } from "#graph/metrics/kernel/cost-distances.ts";
import { measureReach } from "#graph/metrics/kernel/distances.ts";
import { pathBetweenness } from "#graph/metrics/kernel/path-betweenness.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";
import figures from "#test/fixtures/shortest-paths.json" with { type: "json" };
import { allStarts, anyCsr, toCsr, type Pair } from "./graphs.ts";

const rounding = 1e-9;

/** The largest difference, as a share of the largest value. */
function worstOf(found: Float64Array, expected: readonly number[]): number {
  if (found.length !== expected.length) return Infinity;
  const worst = expected.map((value, at) => Math.abs(value - (found[at] ?? Infinity)));
  return Math.max(0, ...worst) / Math.max(1, ...expected);
}

describe("shortest paths against NetworkX", () => {
  describe.each(figures)("$name", ({ nodes, links, ...expected }) => {
    const csr = toCsr(
      nodes,
      links.map(([source, target]): Pair => [source ?? -1, target ?? -1]),
    );
    const costs = Float64Array.from(links, ([, , weight]) => 1 / (weight ?? Number.NaN));
    const starts = allStarts(csr);
    const closeness = (reached: Float64Array, sums: Float64Array) =>
      reached.map((count, node) => (count === 0 ? 0 : count ** 2 / (sums[node] ?? 0) / (nodes - 1)));

    it("betweenness of nodes and links", () => {
      expect(worstOf(betweenness(csr, starts), expected.betweenness)).toBeLessThan(rounding);
      expect(worstOf(pathBetweenness(csr, null, starts).byNode, expected.betweenness)).toBeLessThan(rounding);
      expect(worstOf(pathBetweenness(csr, null, starts).byLink, expected.linkBetweenness)).toBeLessThan(
        rounding,
      );
    });

    it("the same by cost", () => {
      expect(worstOf(pathBetweenness(csr, costs, starts).byNode, expected.weightedBetweenness)).toBeLessThan(
        rounding,
      );
      expect(
        worstOf(pathBetweenness(csr, costs, starts).byLink, expected.weightedLinkBetweenness),
      ).toBeLessThan(rounding);
    });

    it("closeness, harmonic closeness and the farthest start", () => {
      const { reachedBy, distanceSum, harmonicSum, farthest } = measureReach(csr, starts);
      expect(worstOf(closeness(reachedBy, distanceSum), expected.closeness)).toBeLessThan(rounding);
      expect(worstOf(harmonicSum, expected.harmonic)).toBeLessThan(rounding);
      expect([...farthest]).toEqual(expected.farthest);
      const byCost = measureCostReach(csr, costs, starts);
      expect(worstOf(closeness(byCost.reachedBy, byCost.costSum), expected.weightedCloseness)).toBeLessThan(
        rounding,
      );
    });
  });
});

/** Distances in links from one node, by looking at every link again and again. */
function distancesFrom({ nodeCount, offsets, targets }: Csr, start: number): number[] {
  const distances = Array.from({ length: nodeCount }, (_, node) => (node === start ? 0 : Infinity));
  for (let round = 0; round < nodeCount; round++)
    for (let node = 0; node < nodeCount; node++)
      for (const target of targets.subarray(offsets[node], offsets[node + 1]))
        distances[target] = Math.min(distances[target] ?? Infinity, (distances[node] ?? Infinity) + 1);
  return distances;
}

/** Number of shortest paths between all pairs, by adding up over the nodes before. */
function countPaths(csr: Csr, distances: readonly (readonly number[])[]): number[][] {
  return distances.map((from, start) => {
    const counts = from.map((_, node): number => (node === start ? 1 : 0));
    const nodes = [...from.keys()].filter((node) => from[node] !== Infinity);
    for (const node of nodes.sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0)))
      for (const target of csr.targets.subarray(csr.offsets[node], csr.offsets[node + 1]))
        if (from[target] === (from[node] ?? 0) + 1)
          counts[target] = (counts[target] ?? 0) + (counts[node] ?? 0);
    return counts;
  });
}

/** Betweenness as it is defined: over all pairs, paths by the node over all paths. */
function slowBetweenness(csr: Csr): number[] {
  const nodes = Array.from({ length: csr.nodeCount }, (_, node) => node);
  const distances = nodes.map((node) => distancesFrom(csr, node));
  const counts = countPaths(csr, distances);
  const at = (table: readonly (readonly number[])[], row: number, column: number) =>
    table[row]?.[column] ?? 0;
  return nodes.map((node) => {
    let sum = 0;
    for (const from of nodes)
      for (const to of nodes) {
        const isBetween =
          from !== node &&
          to !== node &&
          from !== to &&
          at(distances, from, to) < Infinity &&
          at(distances, from, node) + at(distances, node, to) === at(distances, from, to);
        if (isBetween) sum += (at(counts, from, node) * at(counts, node, to)) / at(counts, from, to);
      }
    return sum;
  });
}

describe("shortest paths against their definitions", () => {
  it("betweenness, with nodes folded into the only one they lead to", () => {
    assert(
      property(anyCsr(9), (csr) => {
        const expected = slowBetweenness(csr);
        expect(worstOf(betweenness(csr, allStarts(csr)), expected)).toBeLessThan(rounding);
        expect(worstOf(pathBetweenness(csr, null, allStarts(csr)).byNode, expected)).toBeLessThan(rounding);
      }),
      { numRuns: 400 },
    );
  });

  it("reach, for more starts than one pass carries", () => {
    assert(
      property(anyCsr(300), (csr) => {
        const { reachedBy, distanceSum, farthest } = measureReach(csr, allStarts(csr));
        const costs = new Float64Array(csr.targets.length).fill(1);
        const byCost = measureCostReach(csr, costs, allStarts(csr));
        expect(reachedBy).toEqual(byCost.reachedBy);
        expect(distanceSum).toEqual(byCost.costSum);
        const first = distancesFrom(csr, 0).filter((distance) => distance !== Infinity);
        const { reachedBy: byOne, farthest: ofOne } = measureReach(csr, {
          nodes: [0],
          factor: 1,
          sample: null,
        });
        expect(byOne.reduce((sum, count) => sum + count, 0)).toBe(first.length - 1);
        expect(Math.max(...ofOne)).toBe(Math.max(...first));
        expect(Math.max(...farthest)).toBeGreaterThanOrEqual(Math.max(...first));
      }),
      { numRuns: 30 },
    );
  });

  it("equal costs count as links, and an infinite cost is no link", () => {
    assert(
      property(anyCsr(12), (csr) => {
        const costs = new Float64Array(csr.targets.length).fill(0.25);
        const byCost = pathBetweenness(csr, costs, allStarts(csr));
        const byLinks = pathBetweenness(csr, null, allStarts(csr));
        expect(worstOf(byCost.byNode, [...byLinks.byNode])).toBeLessThan(rounding);
        expect(worstOf(byCost.byLink, [...byLinks.byLink])).toBeLessThan(rounding);
        const none = pathBetweenness(
          csr,
          costs.map(() => Infinity),
          allStarts(csr),
        );
        expect(Math.max(0, ...none.byNode, ...none.byLink)).toBe(0);
      }),
    );
  });

  it("stays finite where there are 2^2000 shortest paths", () => {
    const diamonds = 2000;
    const pairs = Array.from({ length: diamonds }, (_, at): Pair[] => {
      const first = 3 * at;
      return [
        [first, first + 1],
        [first, first + 2],
        [first + 1, first + 3],
        [first + 2, first + 3],
      ];
    }).flat();
    const csr = toCsr(3 * diamonds + 1, pairs);
    const few = { nodes: [0], factor: 1, sample: { drawn: 1, of: csr.nodeCount } };
    const costs = new Float64Array(csr.targets.length).fill(1);
    const found = pathBetweenness(csr, costs, few).byNode;
    // All that lies behind the first diamond runs through its tip, and half of it through either side.
    expect(found[3]).toBeCloseTo(3 * (diamonds - 1), 6);
    expect(found[1]).toBeCloseTo((3 * (diamonds - 1) + 1) / 2, 6);
    expect(worstOf(betweenness(csr, few), [...found])).toBeLessThan(rounding);
  });
});
