import { homogenization as spreadOf } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { wordOf } from "#graph/metrics/metric.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * How much more evenly all paths together spread resources than direct flows do.
 *
 *   HMG = cv(G) / cv(N)
 *   where cv = coefficient of variation of all cells (sample deviation over mean), G = f_ij/T_i, N = (I − G)^-1; input: G′ = f_ij/T_j.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: one node, or no flow → null; an undirected network → null.
 * Source: Borrett, Salas 2010, DOI 10.48550/arXiv.1104.0021. Agrees with: enaR 3.1.0 enaFlow HMG.O, HMG.I.
 */
export const homogenization = environNumber(
  {
    name: "homogenization",
    nameZh: "均质化",
    nameEn: "Homogenization",
    meaningZh: "全部路径使资源分布更均匀的倍数；大于 1，网络使资源更均匀",
    meaningEn:
      "How much more evenly all paths spread resources than direct flows; above 1 = the web evens out",
    unit: "1",
    range: "[0, ∞)",
    formula: "HMG = cv(G) / cv(N)",
    whereZh: "cv 为全部元素的变异系数(样本标准差/均值)，G = f_ij/T_i，N = (I − G)^-1；input 用 G′ = f_ij/T_j",
    whereEn:
      "cv = coefficient of variation of all cells (sample deviation over mean), G = f_ij/T_i, N = (I − G)^-1; input: G′ = f_ij/T_j",
    parameters: { boundary: metricParameters.boundary, side: metricParameters.side },
    source: "Borrett, Salas 2010, DOI 10.48550/arXiv.1104.0021",
    agreesWith: "enaR 3.1.0 enaFlow HMG.O, HMG.I",
  },
  ({ direct, integral, directInput, integralInput }, _, options) =>
    wordOf(options, "side") === "input" ? spreadOf(directInput, integralInput) : spreadOf(direct, integral),
);
