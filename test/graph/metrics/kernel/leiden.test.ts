import { assert, integer, property } from "fast-check";
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { describe, expect, it } from "vitest";
import { toCommunityGraph, type CommunityGraph } from "#graph/metrics/kernel/communities/community-graph.ts";
import { leiden } from "#graph/metrics/kernel/communities/leiden.ts";
import { modularity } from "#graph/metrics/kernel/communities/modularity.ts";
import { seededRandom } from "#graph/metrics/kernel/random.ts";
import { castToSimple } from "#graph/projection/graphs/csr.ts";
import figures from "#test/fixtures/communities.json" with { type: "json" };
import { anyCsr } from "./graphs.ts";

type Figure = (typeof figures)[number];

/** An undirected network is handed in with both directions of every link. */
function graphOf({ nodes, links, directed }: Figure): CommunityGraph {
  const all = directed ? links : [...links, ...links.map(([a = -1, b = -1, weight = 0]) => [b, a, weight])];
  const sources = Uint32Array.from(all, ([source]) => source ?? -1);
  const targets = Uint32Array.from(all, ([, target]) => target ?? -1);
  const { csr, linkOfEdge } = castToSimple({ nodeCount: nodes, sources, targets });
  const weights = new Float64Array(csr.targets.length);
  for (const [edge, link] of linkOfEdge.entries())
    weights[link] = (weights[link] ?? 0) + (all[edge]?.[2] ?? 0);
  return toCommunityGraph(csr, weights);
}

function bestOf(graph: CommunityGraph, runs: number): number {
  const qualities = Array.from({ length: runs }, (_, seed) =>
    modularity(graph, leiden(graph, { resolution: 1, seed }), 1),
  );
  return Math.max(...qualities);
}

/** Whether links of weight > 0 join all members of each community, directions ignored. */
function areConnected({ nodeCount, offsets, targets, weights }: CommunityGraph, communities: Uint32Array) {
  const pieces = Uint32Array.from(communities, (_, node) => node);
  for (let round = 0; round < nodeCount; round++)
    for (let node = 0; node < nodeCount; node++)
      for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
        const other = targets[at] ?? 0;
        if (weights[at] !== 0 && communities[other] === communities[node])
          pieces[node] = Math.min(pieces[node] ?? 0, pieces[other] ?? 0);
      }
  return new Set(pieces).size === new Set(communities).size;
}

describe("communities", () => {
  it.each(figures)("$name: no worse than the best of 100 Louvain runs of NetworkX", (figure) => {
    expect(bestOf(graphOf(figure), 10)).toBeGreaterThanOrEqual(figure.louvain - 0.002);
  });

  it.each(figures)("$name: modularity of a fixed partition as NetworkX has it", (figure) => {
    const graph = graphOf(figure);
    const groups = Uint32Array.from({ length: figure.nodes }, (_, node) => node % 3);
    const found = [1, 0.5].map((resolution) => modularity(graph, groups, resolution));
    for (const [at, expected] of figure.fixed.entries()) expect(found[at]).toBeCloseTo(expected, 12);
  });

  it.each(figures.filter(({ directed }) => !directed))(
    "$name: no worse than Louvain of graphology",
    (figure) => {
      const network = new UndirectedGraph<object, { weight: number }>();
      for (let node = 0; node < figure.nodes; node++) network.addNode(String(node));
      for (const [a, b, weight = 0] of figure.links) network.addEdge(String(a), String(b), { weight });
      const qualities = Array.from(
        { length: 10 },
        (_, seed) => louvain.detailed(network, { rng: seededRandom(seed) }).modularity,
      );
      expect(bestOf(graphOf(figure), 10)).toBeGreaterThanOrEqual(Math.max(...qualities) - 1e-12);
    },
  );

  it("finds the exact optimum of the karate club", () => {
    const best = figures.flatMap((figure) =>
      figure.name.startsWith("karate") ? [bestOf(graphOf(figure), 20)] : [],
    );
    // By integer programming: igraph 1.0.0 community_optimal_modularity, without and with weights.
    expect(best[0]).toBeCloseTo(0.4197896, 7);
    expect(best[1]).toBeCloseTo(0.4449036, 7);
  });

  it("are connected, whatever the network, weights and resolution", () => {
    const hundredths = integer({ min: 1, max: 300 });
    assert(
      property(anyCsr(40), hundredths, integer({ min: 0, max: 5 }), (csr, percent, zeroEvery) => {
        const weights = Float64Array.from(csr.targets, (_, link) =>
          zeroEvery > 0 && link % zeroEvery === 0 ? 0 : 1 + (link % 7),
        );
        const graph = toCommunityGraph(csr, weights);
        const communities = leiden(graph, { resolution: percent / 100, seed: 1 });
        expect(areConnected(graph, communities)).toBe(true);
        expect(leiden(graph, { resolution: percent / 100, seed: 1 })).toEqual(communities);
      }),
      { numRuns: 300 },
    );
  });

  it.each(figures)("$name: the unit of the weights does not matter", (figure) => {
    const graph = graphOf(figure);
    const times = (values: Float64Array) => values.map((value) => value * 1024);
    const { weights, out, in: into, total } = graph;
    const scaled = {
      ...graph,
      weights: times(weights),
      out: times(out),
      in: times(into),
      total: total * 1024,
    };
    expect(leiden(scaled, { resolution: 1, seed: 3 })).toEqual(leiden(graph, { resolution: 1, seed: 3 }));
  });
});
