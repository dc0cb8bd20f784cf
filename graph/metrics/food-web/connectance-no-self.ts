import { onFoodWeb } from "./food-web.ts";

/**
 * Share of the possible links between different nodes.
 *
 *   L / (N(N−1))
 *   where L = links, N = nodes.
 *
 * Reads: flow, without weights. Returns: one number, [0, 1].
 * Edge cases: fewer than two nodes → null; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: NumPy on the matrix F.
 */
export const connectanceNoSelf = onFoodWeb(
  {
    name: "connectanceNoSelf",
    nameZh: "连接度 L/(N(N−1))",
    nameEn: "Connectance L/(N(N−1))",
    meaningZh: "实际链接占不同节点之间可能链接的比例；越高，网络越密",
    meaningEn: "Share of the possible links between different nodes that exist; high = a dense web",
    range: "[0, 1]",
    formula: "L / (N(N−1))",
    whereZh: "L 为链接数，N 为节点数",
    whereEn: "L = links, N = nodes",
    agreesWith: "NumPy on the matrix F",
  },
  ({ links, nodes }) => (nodes < 2 ? "too-few-nodes" : links / (nodes * (nodes - 1))),
);
