import { idealisedRatio, ratio, realisedFlows } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { wordOf } from "#graph/metrics/metric.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * Indirect over direct flow: above 1, the web does more than its single exchanges.
 *
 *   I/D = Σ z (N − I − G) / Σ z G
 *   where z = boundary input, G = f_ij/T_i, N = (I − G)^-1; output and input: a unit at every node, with G = f_ij/T_i or G′ = f_ij/T_j.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no direct flow → null; an undirected network → null.
 * Source: Borrett, Lau 2014, DOI 10.1111/2041-210X.12282. Agrees with: enaR 3.1.0 enaFlow ID.F, ID.F.O, ID.F.I.
 */
export const indirectDirectRatio = environNumber(
  {
    name: "indirectDirectRatio",
    nameZh: "间接与直接流之比",
    nameEn: "Indirect over direct flow",
    meaningZh: "间接传递量与直接传递量之比；大于 1，间接联系占主导",
    meaningEn: "Indirect flow over direct flow; above 1 = indirect effects prevail",
    unit: "1",
    range: "[0, ∞)",
    formula: "I/D = Σ z (N − I − G) / Σ z G",
    whereZh:
      "z 为边界流入，G = f_ij/T_i，N = (I − G)^-1；output 与 input 为每个节点各流入一单位，分别用 G = f_ij/T_i 与 G′ = f_ij/T_j",
    whereEn:
      "z = boundary input, G = f_ij/T_i, N = (I − G)^-1; output and input: a unit at every node, with G = f_ij/T_i or G′ = f_ij/T_j",
    parameters: { boundary: metricParameters.boundary, weighting: metricParameters.weighting },
    source: "Borrett, Lau 2014, DOI 10.1111/2041-210X.12282",
    agreesWith: "enaR 3.1.0 enaFlow ID.F, ID.F.O, ID.F.I",
  },
  (environ, { system }, options) => {
    const { size, direct, integral, directInput, integralInput } = environ;
    const weighting = wordOf(options, "weighting");
    if (weighting === "output") return idealisedRatio(size, direct, integral);
    if (weighting === "input") return idealisedRatio(size, directInput, integralInput);
    const flows = realisedFlows(environ, system.inputs);
    return ratio(flows.indirect, flows.direct);
  },
);
