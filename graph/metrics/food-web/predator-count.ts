import { onFoodWeb } from "./food-web.ts";

/**
 * Columns of F with a one: nodes that receive from somebody.
 *
 *   n_predator
 *   where n_predator = columns of F with a one.
 *
 * Reads: flow, without weights. Returns: one number, [0, N].
 * Edge cases: an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: NumPy on the matrix F.
 */
export const predatorCount = onFoodWeb(
  {
    name: "predatorCount",
    nameZh: "接收者数",
    nameEn: "Predators",
    meaningZh: "至少从一方接收的节点数",
    meaningEn: "Nodes that receive from at least one",
    range: "[0, N]",
    formula: "n_predator",
    whereZh: "n_predator 为 F 中至少有一个 1 的列数",
    whereEn: "n_predator = columns of F with a one",
    agreesWith: "NumPy on the matrix F",
  },
  ({ predators }) => predators,
);
