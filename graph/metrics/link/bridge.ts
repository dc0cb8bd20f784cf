import { cutPoints } from "#graph/metrics/kernel/cut-points.ts";
import { onEachLink } from "#graph/metrics/link-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";

/**
 * Bridge: a pair of partners without whose link their part of the web falls apart.
 *
 *   1 where the component of the pair without the link is in two parts, else 0; directions ignored.
 *
 * Reads: tie; parallel exchanges, and both directions of a pair, are one link. Returns: 0 or 1 a pair.
 * Cost: O(nodes + links). Source: Tarjan 1974, DOI 10.1016/0020-0190(74)90003-9. Agrees with: networkx bridges.
 */
export const bridge = onEachLink({
  name: "bridge",
  nameZh: "桥",
  nameEn: "Bridge",
  meaningZh: "1 表示去掉这一对之间的交换后网络断开",
  meaningEn: "1 = without the exchanges of this pair its part of the web falls apart",
  unit: "1",
  range: "[0, 1]",
  reads: "tie",
  needsOneLayer: false,
  formula: "b(e) = 1 ⇔ |C(G − e)| > |C(G)|",
  whereZh: "C 为连通部分，不计方向；同一对之间的多项交换为一条",
  whereEn: "C = connected components, directions ignored; all exchanges of a pair are one link",
  parameters: {},
  conventions: unknownEnds,
  source: "Tarjan 1974, DOI 10.1016/0020-0190(74)90003-9",
  agreesWith: "networkx 3.6.1 bridges on the undirected graph",
  score: ({ tie }) => ({ values: cutPoints(tie.csr).bridge }),
});
