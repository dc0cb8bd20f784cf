import { onFoodWeb } from "./food-web.ts";

/**
 * Links a node.
 *
 *   L / N
 *   where L = links, N = nodes.
 *
 * Reads: flow, without weights. Returns: one number, [0, ∞).
 * Edge cases: no nodes → null; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: enaR 3.1.0 enaStructure LD.
 */
export const linkageDensity = onFoodWeb(
  {
    name: "linkageDensity",
    nameZh: "链接密度(每节点)",
    nameEn: "Linkage density",
    meaningZh: "平均每个节点的链接数；越高，交换越密",
    meaningEn: "Links a node has on average; high = many exchanges",
    range: "[0, ∞)",
    formula: "L / N",
    whereZh: "L 为链接数，N 为节点数",
    whereEn: "L = links, N = nodes",
    agreesWith: "enaR 3.1.0 enaStructure LD",
  },
  ({ links, nodes }) => (nodes === 0 ? "no-nodes" : links / nodes),
);
