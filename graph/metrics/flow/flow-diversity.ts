import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * Diversity of all flows, those over the boundary included.
 *
 *   H = −Σ p log_2 p
 *   where p = E/ΣE, E = flows between nodes with one row of inputs, one column of exports and one of losses.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → null; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency H.
 */
export const flowDiversity = flowNumber(
  {
    name: "flowDiversity",
    nameZh: "流多样性",
    nameEn: "Flow diversity",
    meaningZh: "流量分布的熵；越高，流量越分散在许多链接上",
    meaningEn: "Entropy of the flows; high = spread over many links",
    unit: "bit",
    range: "[0, ∞)",
    formula: "H = −Σ p log_2 p",
    whereZh: "p = E/ΣE，E 为扩展矩阵：节点间流量，外加流入一行、产品与损失各一列",
    whereEn:
      "p = E/ΣE, E = flows between nodes with one row of inputs, one column of exports and one of losses",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency H",
  },
  ({ system }) => finite(informationOf(system)?.flowDiversity),
);
