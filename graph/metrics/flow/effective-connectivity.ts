import { ascendency as informationOf } from "#graph/metrics/kernel/flow/ascendency.ts";
import { finite, flowNumber } from "./flow-measure.ts";

/**
 * How many links a node has in effect.
 *
 *   c = 2^((H − AMI)/2)
 *   where H = flow diversity, AMI = average mutual information, in bits.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [1, ∞).
 * Edge cases: no flow → null; an undirected network → null.
 * Source: Zorach, Ulanowicz 2003, DOI 10.1002/cplx.10075. Agrees with: enaR 3.1.0 enaAscendency ELD.
 */
export const effectiveConnectivity = flowNumber(
  {
    name: "effectiveConnectivity",
    nameZh: "有效连接度",
    nameEn: "Effective connectivity",
    meaningZh: "每个节点等效的流入与流出链接数；活力窗口约为 1 至 3.25",
    meaningEn: "Links that a node has in effect; the window of vitality is about 1 to 3.25",
    unit: "1",
    range: "[1, ∞)",
    formula: "c = 2^((H − AMI)/2)",
    whereZh: "H 为流多样性，AMI 为平均互信息，单位 bit",
    whereEn: "H = flow diversity, AMI = average mutual information, in bits",
    source: "Zorach, Ulanowicz 2003, DOI 10.1002/cplx.10075",
    agreesWith: "enaR 3.1.0 enaAscendency ELD",
  },
  ({ system }) => finite(informationOf(system)?.effectiveConnectivity),
);
