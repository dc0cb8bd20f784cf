import { dominantRoot } from "#graph/metrics/kernel/dominant-root.ts";
import { onFoodWeb, webLinks } from "./food-web.ts";

/**
 * Largest real eigenvalue of the web: 0 without a cycle, 1 for a single loop, more for loops that interlock.
 *
 *   max λ(F)
 *   where F_ij = 1 where i supplies j.
 *
 * Reads: flow, without weights. Returns: one number, [0, N].
 * Edge cases: no cycle → 0; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: enaR 3.1.0 enaStructure lam1A.
 */
export const cyclicity = onFoodWeb(
  {
    name: "cyclicity",
    nameZh: "循环度",
    nameEn: "Cyclicity",
    meaningZh: "0 为没有循环，1 为单个循环，大于 1 为相互交织的循环；越高，循环越多越密",
    meaningEn: "0 = no cycle, 1 = one simple loop, above 1 = loops that interlock; high = much cycling",
    range: "[0, N]",
    formula: "max λ(F)",
    whereZh: "F_ij = 1 表示 i 供给 j，λ 为实特征值",
    whereEn: "F_ij = 1 where i supplies j; λ = real eigenvalues",
    agreesWith: "enaR 3.1.0 enaStructure lam1A; numpy.linalg.eigvals",
  },
  (web, view) => {
    const csr = webLinks(web, view);
    return dominantRoot({ csr, weights: new Uint8Array(csr.targets.length).fill(1) }).root;
  },
);
