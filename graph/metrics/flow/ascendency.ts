import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * Size and organisation of the network in one, flow × bit.
 *
 *   ASC = S · AMI
 *   where S = ΣE, the throughput; AMI = average mutual information.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → null; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency ASC.
 */
export const ascendency = flowNumber(
  {
    name: "ascendency",
    nameZh: "上升性",
    nameEn: "Ascendency",
    meaningZh: "系统规模与流向组织程度之积；越高，越大且越有序",
    meaningEn: "Size times organisation of the flows; high = large and well channelled",
    unit: "layer",
    range: "[0, ∞)",
    formula: "ASC = S · AMI",
    whereZh: "S = ΣE 为总吞吐量，AMI 为平均互信息",
    whereEn: "S = ΣE, the throughput; AMI = average mutual information",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency ASC",
  },
  ({ system }) => finite(informationOf(system)?.ascendency),
);
