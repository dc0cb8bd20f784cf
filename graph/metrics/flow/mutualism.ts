import { utility } from "#graph/metrics/kernel/flow/utility.ts";
import { mostNodes } from "./flow-analysis.ts";
import { flowNumber, inverted } from "./flow-measure.ts";

/**
 * Positive over negative relations, direct and indirect.
 *
 *   |{Y > 0}| / |{Y < 0}|
 *   where Y = U diag(T), U = (I − D)^-1, D_ij = (f_ij − f_ji)/T_j; the sum over all paths only where the spectral radius of D is below 1, see flow.utilitySpectralRadius.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: nobody loses → null; an undirected network → null.
 * Source: Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007. Agrees with: enaR 3.1.0 enaUtility mutualism.F.
 */
export const mutualism = flowNumber(
  {
    name: "mutualism",
    nameZh: "互利度",
    nameEn: "Mutualism",
    meaningZh: "正向关系数与负向关系数之比；大于 1，互利关系多于损害关系",
    meaningEn: "Positive relations over negative ones; above 1 = more pairs gain than lose",
    unit: "1",
    range: "[0, ∞)",
    formula: "|{Y > 0}| / |{Y < 0}|",
    whereZh:
      "Y = U diag(T)，U = (I − D)^-1，D_ij = (f_ij − f_ji)/T_j；仅当 D 的谱半径小于 1 时才是全部路径之和，见 flow.utilitySpectralRadius",
    whereEn:
      "Y = U diag(T), U = (I − D)^-1, D_ij = (f_ij − f_ji)/T_j; the sum over all paths only where the spectral radius of D is below 1, see flow.utilitySpectralRadius",
    conventions: inverted,
    source: "Fath, Borrett 2006, DOI 10.1016/j.envsoft.2005.11.007",
    agreesWith: "enaR 3.1.0 enaUtility mutualism.F",
  },
  ({ system }) => {
    if (system.nodeCount > mostNodes) return "too-many-nodes";
    return utility(system)?.mutualism ?? "no-loser";
  },
);
