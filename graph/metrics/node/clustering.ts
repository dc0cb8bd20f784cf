import { trianglesAt } from "#graph/metrics/kernel/triangles.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";

/**
 * Clustering: the share of pairs of a node's partners that are partners of each other.
 *
 *   C(v) = 2 t(v) / (k(k − 1))     where t = triangles at v, k = partners of v, directions ignored.
 *
 * Reads: tie, unweighted. Returns: one score a node, [0, 1]. Edge cases: k < 2 → 0. Cost: O(links^1.5).
 * Source: Watts, Strogatz 1998, DOI 10.1038/30918. Agrees with: networkx clustering.
 */
export const clustering: NodeMeasure = {
  name: "clustering",
  scopes: everyScope,
  nameZh: "聚类系数",
  nameEn: "Clustering",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}的伙伴${partnersZh}之间也互有交换的比例；越高，局部越紧密`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Share of pairs of the ${partnersEn} the ${nodeEn} exchanges with that exchange with each other; high = a tight neighbourhood`,
  unit: "1",
  range: "[0, 1]",
  reads: "tie",
  needsOneLayer: false,
  formula: "C(v) = 2t(v) / (k(k−1))",
  whereZh: "t 为经过 v 的三角形数，k 为 v 的伙伴数，不计方向；k < 2 时为 0",
  whereEn: "t = triangles at v, k = partners of v, directions ignored; 0 where k < 2",
  parameters: {},
  conventions: unknownEnds,
  source: "Watts, Strogatz 1998, DOI 10.1038/30918",
  agreesWith: "networkx 3.6.1 clustering on the undirected graph",
  score: (links) => ({ values: localClustering(links) }),
};

/** By node of the graph, leaves included. */
export function localClustering({ tie: { csr } }: GraphLinks): Float64Array {
  return trianglesAt(csr).map((triangles, node) => {
    const partners = (csr.offsets[node + 1] ?? 0) - (csr.offsets[node] ?? 0);
    return partners < 2 ? 0 : (2 * triangles) / (partners * (partners - 1));
  });
}
