import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * Upper bound of ascendency, flow × bit.
 *
 *   CAP = S H
 *   where S = ΣE, the throughput; H = flow diversity.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → null; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency CAP.
 */
export const developmentCapacity = flowNumber(
  {
    name: "developmentCapacity",
    nameZh: "发展容量",
    nameEn: "Development capacity",
    meaningZh: "系统规模与流多样性之积，为上升性的上限；越高，可组织的余地越大",
    meaningEn: "Size times diversity, the most that ascendency can reach; high = much to organise",
    unit: "layer",
    range: "[0, ∞)",
    formula: "CAP = S H",
    whereZh: "S = ΣE 为总吞吐量，H 为流多样性",
    whereEn: "S = ΣE, the throughput; H = flow diversity",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency CAP",
  },
  ({ system }) => finite(informationOf(system)?.developmentCapacity),
);
