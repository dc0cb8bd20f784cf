import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * How many roles there are.
 *
 *   n = 2^AMI
 *   where AMI = average mutual information in bits.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [1, ∞).
 * Edge cases: no flow → null; an undirected network → null.
 * Source: Zorach, Ulanowicz 2003, DOI 10.1002/cplx.10075. Agrees with: enaR 3.1.0 enaAscendency TD.
 */
export const effectiveRoles = flowNumber(
  {
    name: "effectiveRoles",
    nameZh: "有效角色数",
    nameEn: "Effective roles",
    meaningZh: "流量区分出的功能角色数；活力窗口约为 2 至 4.5",
    meaningEn: "Functional roles that the flows tell apart; the window of vitality is about 2 to 4.5",
    unit: "1",
    range: "[1, ∞)",
    formula: "n = 2^AMI",
    whereZh: "AMI 为平均互信息，单位 bit",
    whereEn: "AMI = average mutual information in bits",
    source: "Zorach, Ulanowicz 2003, DOI 10.1002/cplx.10075",
    agreesWith: "enaR 3.1.0 enaAscendency TD",
  },
  ({ system }) => finite(informationOf(system)?.effectiveRoles),
);
