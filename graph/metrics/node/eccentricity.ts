import { allStarts } from "#graph/metrics/kernel/start-nodes.ts";
import { measureReach } from "#graph/metrics/kernel/distances.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";

/**
 * Eccentricity: how far the farthest node of its own component is, directions ignored.
 *
 *   ecc(v) = max_u d(u, v)     where d = links of the shortest path in tie, u in the component of v.
 *
 * Reads: tie, unweighted. Returns: a whole number a node. Edge cases: isolated → 0. Cost: O(nm).
 * Source: Harary 1969, ISBN 0-201-41033-8; Hage, Harary 1995, DOI 10.1016/0378-8733(94)00248-9.
 * Agrees with: networkx eccentricity, component by component.
 */
export const eccentricity: NodeMeasure = {
  name: "eccentricity",
  scopes: everyScope,
  nameZh: "离心率",
  nameEn: "Eccentricity",
  meaningZh: ({ nodeZh }) => `同一连通部分中离该${nodeZh}最远的节点的步数；越低，越居中`,
  meaningEn: ({ nodeEn }) =>
    `Steps to the node of the same component that is farthest from the ${nodeEn}; low = central`,
  unit: "1",
  range: "[0, n − 1]",
  reads: "tie",
  needsOneLayer: false,
  formula: "ecc(v) = max_u d(u,v)",
  whereZh: "d 为不计方向的最短路径步数，u 在 v 所在的连通部分内",
  whereEn: "d = steps of the shortest path, directions ignored; u in the component of v",
  parameters: {},
  conventions: { cost: "1 per link", ...unknownEnds },
  source: "Hage, Harary 1995, DOI 10.1016/0378-8733(94)00248-9",
  agreesWith: "networkx 3.6.1 eccentricity on each component of the undirected graph",
  score: ({ tie: { csr } }) => ({ values: measureReach(csr, allStarts(csr)).farthest }),
};
