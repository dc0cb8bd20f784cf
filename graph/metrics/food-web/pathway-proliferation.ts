import { growthOfPaths } from "#graph/metrics/kernel/path-growth.ts";
import { onFoodWeb, webLinks } from "./food-web.ts";

/** The longest paths that are counted, as in enaR. */
const links = 200;

/**
 * Rate at which the number of paths grows with their length: how fast indirect links multiply.
 *
 *   Σ F^200 / Σ F^199
 *   where F_ij = 1 where i supplies j.
 *
 * Reads: flow, without weights. Returns: one number, [1, N]; it tends to the cyclicity, unless the web swings.
 * Edge cases: no cycle → null; an undirected network → null.
 * Source: Borrett, Fath, Patten 2007, DOI 10.1016/j.jtbi.2006.09.024. Agrees with: enaR 3.1.0 enaStructure ppr.
 */
export const pathwayProliferation = onFoodWeb(
  {
    name: "pathwayProliferation",
    nameZh: "路径增殖率",
    nameEn: "Pathway proliferation",
    meaningZh: "路径每长一步，路径条数增加的倍数；越高，间接联系增长越快",
    meaningEn: "Factor by which paths multiply with each further step; high = indirect links grow fast",
    range: "[1, N]",
    formula: "Σ F^200 / Σ F^199",
    whereZh: "F_ij = 1 表示 i 供给 j，F^k 的元素为 k 步路径的条数",
    whereEn: "F_ij = 1 where i supplies j; the cells of F^k count paths of k steps",
    agreesWith: "enaR 3.1.0 enaStructure ppr",
  },
  (web, view) => growthOfPaths(webLinks(web, view), links) ?? "no-cycle",
);
