import { utility } from "#graph/metrics/kernel/flow/utility.ts";
import { mostNodes } from "./flow-analysis.ts";
import { flowNumber, inverted } from "./flow-measure.ts";

/**
 * Benefit over cost of all direct and indirect relations.
 *
 *   Σ (Y > 0) / |Σ (Y < 0)|
 *   where Y = U diag(T), U = (I − D)^-1, D_ij = (f_ij − f_ji)/T_j; the sum over all paths only where the spectral radius of D is below 1, see flow.utilitySpectralRadius.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: nobody loses → null; an undirected network → null.
 * Source: Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007. Agrees with: enaR 3.1.0 enaUtility synergism.F.
 */
export const synergism = flowNumber(
  {
    name: "synergism",
    nameZh: "协同度",
    nameEn: "Synergism",
    meaningZh: "网络中全部收益与全部损失之比；大于 1，整体收益大于损失",
    meaningEn: "All benefit in the web over all cost; above 1 = more is gained than lost",
    unit: "1",
    range: "[0, ∞)",
    formula: "Σ (Y > 0) / |Σ (Y < 0)|",
    whereZh:
      "Y = U diag(T)，U = (I − D)^-1，D_ij = (f_ij − f_ji)/T_j；仅当 D 的谱半径小于 1 时才是全部路径之和，见 flow.utilitySpectralRadius",
    whereEn:
      "Y = U diag(T), U = (I − D)^-1, D_ij = (f_ij − f_ji)/T_j; the sum over all paths only where the spectral radius of D is below 1, see flow.utilitySpectralRadius",
    conventions: inverted,
    source: "Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007",
    agreesWith: "enaR 3.1.0 enaUtility synergism.F",
  },
  ({ system }) => {
    if (system.nodeCount > mostNodes) return "too-many-nodes";
    return utility(system)?.synergism ?? "no-loser";
  },
);
