import { onFoodWeb } from "./food-web.ts";

/**
 * Share of all cells of F that are one, the diagonal included.
 *
 *   L / N^2
 *   where L = links, N = nodes.
 *
 * Reads: flow, without weights. Returns: one number, [0, 1].
 * Edge cases: no nodes → null; the three connectances are three numbers; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: enaR 3.1.0 enaStructure C.
 */
export const connectance = onFoodWeb(
  {
    name: "connectance",
    nameZh: "连接度 L/N²",
    nameEn: "Connectance L/N²",
    meaningZh: "实际链接占全部可能链接(含自身)的比例；越高，网络越密",
    meaningEn: "Share of the possible links, those to oneself included, that exist; high = a dense web",
    range: "[0, 1]",
    formula: "L / N^2",
    whereZh: "L 为链接数，N 为节点数",
    whereEn: "L = links, N = nodes",
    agreesWith: "enaR 3.1.0 enaStructure C",
  },
  ({ links, nodes }) => (nodes === 0 ? "no-nodes" : links / nodes ** 2),
);
