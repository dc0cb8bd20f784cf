import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * What ascendency leaves of the capacity, flow × bit.
 *
 *   OH = CAP − ASC
 *   where CAP = development capacity, ASC = ascendency.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → null; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency OH.
 */
export const overhead = flowNumber(
  {
    name: "overhead",
    nameZh: "冗余",
    nameEn: "Overhead",
    meaningZh: "尚未组织的容量：并行通道与备用路径；越高，受扰动时越有替代",
    meaningEn: "Capacity that is not organised: parallel and spare ways; high = others can step in",
    unit: "layer",
    range: "[0, ∞)",
    formula: "OH = CAP − ASC",
    whereZh: "CAP 为发展容量，ASC 为上升性",
    whereEn: "CAP = development capacity, ASC = ascendency",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency OH",
  },
  ({ system }) => finite(informationOf(system)?.overhead),
);
