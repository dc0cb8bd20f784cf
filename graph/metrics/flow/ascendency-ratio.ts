import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * Order as a share of the capacity.
 *
 *   a = ASC / CAP
 *   where ASC = ascendency, CAP = development capacity.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, 1].
 * Edge cases: no flow, or a single one → null; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency ASC.CAP.
 */
export const ascendencyRatio = flowNumber(
  {
    name: "ascendencyRatio",
    nameZh: "上升性比",
    nameEn: "Ascendency ratio",
    meaningZh: "已组织部分占容量的比例；越高，效率越高而备用越少",
    meaningEn: "Organised share of the capacity; high = efficient, with little in reserve",
    unit: "1",
    range: "[0, 1]",
    formula: "a = ASC / CAP",
    whereZh: "ASC 为上升性，CAP 为发展容量",
    whereEn: "ASC = ascendency, CAP = development capacity",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency ASC.CAP",
  },
  ({ system }) => finite(informationOf(system)?.ascendencyRatio),
);
