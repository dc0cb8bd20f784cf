import type { CommunityGraph } from "./community-graph.ts";

/**
 * Modularity of a partition: Q = Σ_c [L_c/m − γ Kout_c Kin_c/m²], which for a network with both directions of every link
 * is the undirected [L_c/m − γ (K_c/2m)²]. NaN where nothing has weight. `groups` are numbered below the node count.
 * Source: Newman 2006, DOI 10.1073/pnas.0601602103; Leicht, Newman 2008, DOI 10.1103/PhysRevLett.100.118703.
 * Agrees with: networkx.community.modularity.
 */
export function modularity(graph: CommunityGraph, groups: Uint32Array, resolution: number): number {
  const { nodeCount, total } = graph;
  const out = new Float64Array(nodeCount);
  const into = new Float64Array(nodeCount);
  // Each link inside a group is met from both of its ends.
  let inside = 0;
  for (let node = 0; node < nodeCount; node++) {
    const group = groups[node] as number;
    out[group] = (out[group] as number) + (graph.out[node] as number);
    into[group] = (into[group] as number) + (graph.in[node] as number);
    for (let at = graph.offsets[node] as number; at < (graph.offsets[node + 1] as number); at++)
      if (groups[graph.targets[at] as number] === group) inside += (graph.weights[at] as number) / 2;
  }
  let expected = 0;
  for (let group = 0; group < nodeCount; group++)
    expected += ((out[group] as number) / total) * ((into[group] as number) / total);
  return inside / total - resolution * expected;
}
