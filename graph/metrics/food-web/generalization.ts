import { onFoodWeb } from "./food-web.ts";

/**
 * Suppliers of a receiver on average.
 *
 *   G = L / n_predator
 *   where L = links, n_predator = receivers.
 *
 * Reads: flow, without weights. Returns: one number, [1, ∞).
 * Edge cases: no receiver → null; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: NumPy on the matrix F.
 */
export const generalization = onFoodWeb(
  {
    name: "generalization",
    nameZh: "泛化度",
    nameEn: "Generalization",
    meaningZh: "每个接收者平均的供给者数；越高，来源越多样",
    meaningEn: "Suppliers of a receiver on average; high = many sources",
    range: "[1, ∞)",
    formula: "G = L / n_predator",
    whereZh: "L 为链接数，n_predator 为接收者数",
    whereEn: "L = links, n_predator = receivers",
    agreesWith: "NumPy on the matrix F",
  },
  ({ links, predators }) => (predators === 0 ? "no-links" : links / predators),
);
