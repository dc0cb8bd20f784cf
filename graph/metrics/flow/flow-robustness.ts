import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * Between brittle order and idle redundancy.
 *
 *   R = −a ln a
 *   where a = ASC/CAP, the ascendency ratio.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, 1/e].
 * Edge cases: no flow, or a single one → null; a pure chain → 0; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaAscendency robustness.
 */
export const flowRobustness = flowNumber(
  {
    name: "flowRobustness",
    nameZh: "流稳健性",
    nameEn: "Flow robustness",
    meaningZh: "效率与冗余的平衡；最高 1/e ≈ 0.368，在 a = 1/e 处",
    meaningEn: "Balance of efficiency and reserve; at most 1/e ≈ 0.368, where a = 1/e",
    unit: "1",
    range: "[0, 1/e]",
    formula: "R = −a ln a",
    whereZh: "a = ASC/CAP 为上升性比",
    whereEn: "a = ASC/CAP, the ascendency ratio",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaAscendency robustness",
  },
  ({ system }) => finite(informationOf(system)?.flowRobustness),
);
