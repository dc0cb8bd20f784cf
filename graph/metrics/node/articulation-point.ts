import { cutPoints } from "#graph/metrics/kernel/cut-points.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";

/**
 * Articulation point: a node whose removal parts its component of the web: a single point of failure.
 *
 *   1 where the component of v without v is in several parts, else 0; directions ignored.
 *
 * Reads: tie; parallel exchanges between two nodes are one link. Returns: 0 or 1 a node. Cost: O(nodes + links).
 * Source: Hopcroft, Tarjan 1973, DOI 10.1145/362248.362272. Agrees with: networkx articulation_points.
 */
export const articulationPoint: NodeMeasure = {
  name: "articulationPoint",
  scopes: everyScope,
  nameZh: "割点",
  nameEn: "Articulation point",
  meaningZh: ({ nodeZh }) => `1 表示去掉该${nodeZh}后网络断开：单点失效`,
  meaningEn: ({ nodeEn }) =>
    `1 = without the ${nodeEn} its part of the web falls apart: a single point of failure`,
  unit: "1",
  range: "[0, 1]",
  reads: "tie",
  needsOneLayer: false,
  formula: "a(v) = 1 ⇔ |C(G − v)| > |C(G)|",
  whereZh: "C 为连通部分，不计方向；孤立节点为 0",
  whereEn: "C = connected components, directions ignored; 0 for an isolated node",
  parameters: {},
  conventions: unknownEnds,
  source: "Hopcroft, Tarjan 1973, DOI 10.1145/362248.362272",
  agreesWith: "networkx 3.6.1 articulation_points on the undirected graph",
  score: ({ tie }) => ({ values: cutPoints(tie.csr).articulation }),
};
