import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * How constrained the flows are.
 *
 *   AMI = Σ p log_2 (E S/(row · column))
 *   where p = E/S, S = ΣE, row and column = sums of the row and column of E; E = flows between nodes with one row of inputs, one column of exports and one of losses.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → null; telling exports from losses changes it; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency AMI.
 */
export const averageMutualInformation = flowNumber(
  {
    name: "averageMutualInformation",
    nameZh: "平均互信息",
    nameEn: "Average mutual information",
    meaningZh: "知道物料从哪里来，能在多大程度上知道它到哪里去；越高，流向越专一",
    meaningEn: "How far knowing where a unit comes from tells where it goes; high = channelled flows",
    unit: "bit",
    range: "[0, ∞)",
    formula: "AMI = Σ p log_2 (E S/(row · column))",
    whereZh:
      "p = E/S，S = ΣE，row、column 为 E 所在行与列之和；E 为扩展矩阵：节点间流量，外加流入一行、产品与损失各一列",
    whereEn:
      "p = E/S, S = ΣE, row and column = sums of the row and column of E; E = flows between nodes with one row of inputs, one column of exports and one of losses",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency AMI",
  },
  ({ system }) => finite(informationOf(system)?.averageMutualInformation),
);
