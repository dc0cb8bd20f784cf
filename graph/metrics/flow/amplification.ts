import { amplification as countAmplified } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { wordOf } from "#graph/metrics/metric.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * Pairs in which cycling gives a node more than the unit that entered at the other.
 *
 *   AMP = |{(i, j) : i ≠ j, n_ij > 1}|
 *   where n_ij = cells of N = (I − G)^-1, G = f_ij/T_i; input: N′.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, n(n−1)].
 * Edge cases: no loop → 0; an undirected network → null.
 * Source: Fath, Patten 1999, DOI 10.1007/s100219900067. Agrees with: enaR 3.1.0 enaFlow AMP.O, AMP.I.
 */
export const amplification = environNumber(
  {
    name: "amplification",
    nameZh: "放大",
    nameEn: "Amplification",
    meaningZh: "一个节点每流入一单位、另一节点得到多于一单位的有序节点对数；越高，循环放大越明显",
    meaningEn:
      "Ordered pairs in which one node gets more than a unit for each unit into the other; high = cycling multiplies flows",
    unit: "1",
    range: "[0, n(n−1)]",
    formula: "AMP = |{(i, j) : i ≠ j, n_ij > 1}|",
    whereZh: "n_ij 为 N = (I − G)^-1 的元素，G = f_ij/T_i；input 用 N′",
    whereEn: "n_ij = cells of N = (I − G)^-1, G = f_ij/T_i; input: N′",
    parameters: { boundary: metricParameters.boundary, side: metricParameters.side },
    source: "Fath, Patten 1999, DOI 10.1007/s100219900067",
    agreesWith: "enaR 3.1.0 enaFlow AMP.O, AMP.I",
  },
  ({ size, integral, integralInput }, _, options) =>
    countAmplified(size, wordOf(options, "side") === "input" ? integralInput : integral),
);
