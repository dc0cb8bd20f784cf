import { onFoodWeb } from "./food-web.ts";

/**
 * Receivers that depend on a single supplier.
 *
 *   |{j : Σ_i F_ij = 1}| / n_predator
 *   where F_ij = 1 where i supplies j.
 *
 * Reads: flow, without weights. Returns: one number, [0, 1].
 * Edge cases: no receiver → null; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: NumPy on the matrix F.
 */
export const specialisedPredatorFraction = onFoodWeb(
  {
    name: "specialisedPredatorFraction",
    nameZh: "单一来源接收者占比",
    nameEn: "Specialised predators",
    meaningZh: "只有一个供给者的接收者占比；越高，单点依赖越多",
    meaningEn: "Share of the receivers with exactly one supplier; high = much single-source dependence",
    range: "[0, 1]",
    formula: "|{j : Σ_i F_ij = 1}| / n_predator",
    whereZh: "F_ij = 1 表示 i 供给 j",
    whereEn: "F_ij = 1 where i supplies j",
    agreesWith: "NumPy on the matrix F",
  },
  ({ specialised, predators }) => (predators === 0 ? "no-links" : specialised / predators),
);
