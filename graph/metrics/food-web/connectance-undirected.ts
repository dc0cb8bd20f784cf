import { onFoodWeb } from "./food-web.ts";

/**
 * Share of the possible pairs, in the older form of studies of eco-industrial parks.
 *
 *   2L / (N(N−1))
 *   where L = links without direction, N = nodes.
 *
 * Reads: flow, without weights. Returns: one number, [0, 1].
 * Edge cases: fewer than two nodes → null; no links to oneself; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: networkx 3.6.1 density of the undirected graph.
 */
export const connectanceUndirected = onFoodWeb(
  {
    name: "connectanceUndirected",
    nameZh: "连接度 2L/(N(N−1))",
    nameEn: "Connectance 2L/(N(N−1))",
    meaningZh: "不计方向时有链接的节点对占全部节点对的比例；早期生态工业园研究用此式",
    meaningEn:
      "Share of the pairs of nodes that are linked, directions ignored; the form of older studies of eco-industrial parks",
    range: "[0, 1]",
    formula: "2L / (N(N−1))",
    whereZh: "L 为不计方向的链接数，N 为节点数",
    whereEn: "L = links without direction, N = nodes",
    agreesWith: "networkx 3.6.1 density of the undirected graph",
  },
  ({ nodes }, { flow }) =>
    nodes < 2 ? "too-few-nodes" : flow.tie.csr.targets.length / (nodes * (nodes - 1)),
);
