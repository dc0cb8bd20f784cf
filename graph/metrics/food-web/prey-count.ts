import { onFoodWeb } from "./food-web.ts";

/**
 * Rows of F with a one: nodes that supply somebody.
 *
 *   n_prey
 *   where n_prey = rows of F with a one.
 *
 * Reads: flow, without weights. Returns: one number, [0, N].
 * Edge cases: an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: NumPy on the matrix F.
 */
export const preyCount = onFoodWeb(
  {
    name: "preyCount",
    nameZh: "供给者数",
    nameEn: "Prey",
    meaningZh: "至少供给一方的节点数",
    meaningEn: "Nodes that supply at least one",
    range: "[0, N]",
    formula: "n_prey",
    whereZh: "n_prey 为 F 中至少有一个 1 的行数",
    whereEn: "n_prey = rows of F with a one",
    agreesWith: "NumPy on the matrix F",
  },
  ({ prey }) => prey,
);
