import { DirectedGraph, UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { shuffled, type Random } from "#graph/metrics/kernel/random.ts";
import { sourcesOf } from "#graph/projection/graphs/csr.ts";
import type { CommunityNetwork } from "./community-network.ts";

/**
 * Communities by one run of graphology's Louvain method (Blondel et al. 2008, DOI 10.1088/1742-5468/2008/10/P10008), on
 * nodes and links in a shuffled order: the library's own walk only rotates the start. By node, a number.
 */
export function louvainRun(
  { csr, weights }: CommunityNetwork,
  { isDirected, resolution, random }: { isDirected: boolean; resolution: number; random: Random },
): Uint32Array {
  const graph = isDirected ? new DirectedGraph() : new UndirectedGraph();
  const nodes = Array.from({ length: csr.nodeCount }, (_, node) => node);
  for (const node of shuffled(nodes, random)) graph.addNode(node);
  const links = [...sourcesOf(csr).entries()].filter(
    ([link, source]) => isDirected || source < (csr.targets[link] ?? 0),
  );
  for (const [link, source] of shuffled(links, random))
    graph.addEdge(source, csr.targets[link], { weight: weights[link] ?? 0 });
  // Named, for the library's default counts a missing weight as 1.
  const found = louvain(graph, { getEdgeWeight: "weight", rng: random, resolution });
  return Uint32Array.from(nodes, (node) => found[node] ?? node);
}
