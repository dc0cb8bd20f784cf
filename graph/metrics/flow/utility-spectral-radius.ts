import { utilitySpectralRadius as radiusOf } from "#graph/metrics/kernel/flow/utility.ts";
import { flowNumber } from "./flow-measure.ts";

/**
 * Whether synergism and mutualism are the sum over all paths: only below 1.
 *
 *   ρ(D) = max |λ(D)|
 *   where D_ij = (f_ij − f_ji)/T_j, T_j = throughflow of a node.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → 0; an undirected network → null.
 * Source: Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007. Agrees with: enaR 3.1.0 enaUtility lam1D.
 */
export const utilitySpectralRadius = flowNumber(
  {
    name: "utilitySpectralRadius",
    nameZh: "效用谱半径",
    nameEn: "Spectral radius of direct utility",
    meaningZh: "直接效用矩阵的谱半径；不小于 1 时，协同度与互利度不是全部路径之和，只作参考",
    meaningEn:
      "Spectral radius of direct utility; from 1 on, synergism and mutualism are not the sum over all paths and mean little",
    unit: "1",
    range: "[0, ∞)",
    formula: "ρ(D) = max |λ(D)|",
    whereZh: "D_ij = (f_ij − f_ji)/T_j，T_j 为节点通量",
    whereEn: "D_ij = (f_ij − f_ji)/T_j, T_j = throughflow of a node",
    source: "Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007",
    agreesWith: "enaR 3.1.0 enaUtility lam1D",
  },
  ({ system }) => radiusOf(system),
);
