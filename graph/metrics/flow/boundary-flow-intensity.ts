import { ratio } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * Boundary flow as a share of all throughflow; with its two neighbours it adds up to 1.
 *
 *   BFI = Σ z / TST
 *   where z = boundary input.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, 1].
 * Edge cases: no flow → null; a loop that loses nothing → null; a network that is not balanced does not add up to 1; an undirected network → null.
 * Source: Borrett, Lau 2014, DOI 10.1111/2041-210X.12282. Agrees with: enaR 3.1.0 enaFlow BFI.
 */
export const boundaryFlowIntensity = environNumber(
  {
    name: "boundaryFlowIntensity",
    nameZh: "边界流强度",
    nameEn: "Boundary flow intensity",
    meaningZh: "总通流量中刚由边界流入的比例；越高，物料越少被再次利用",
    meaningEn: "Share of the throughflow that has just entered from outside; high = little is passed on",
    unit: "1",
    range: "[0, 1]",
    formula: "BFI = Σ z / TST",
    whereZh: "z 为边界流入",
    whereEn: "z = boundary input",
    source: "Borrett, Lau 2014, DOI 10.1111/2041-210X.12282",
    agreesWith: "enaR 3.1.0 enaFlow BFI",
  },
  (_, { through }) => ratio(through.boundary, through.total),
);
