import { totalDependency as cellsOf } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { pairMatrix } from "./pair-matrix.ts";

/**
 * Who depends on whom, over all paths: the share of the intake of j that was ever at i.
 *
 *   TDC_ij = (n′_ij − δ_ij)/n′_ii
 *   where N′ = (I − G′)^-1, G′ = f_ij/T_j.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one matrix of nodes, or of groups where groups are known, [0, 1].
 * Edge cases: a loop that loses nothing, or too many nodes → null; an undirected network → null.
 * Source: Borrett, Lau 2014, DOI 10.1111/2041-210X.12282. Agrees with: enaR 3.1.0 TDC.
 */
export const totalDependency = pairMatrix(
  {
    name: "totalDependency",
    nameZh: "总依赖度",
    nameEn: "Total dependency",
    meaningZh: "列所得的通量中曾经过行的比例，含直接与间接；越高，列越依赖行",
    meaningEn:
      "Share of what the column takes in that has passed the row, directly or not; high = the column depends on the row",
    unit: "1",
    range: "[0, 1]",
    formula: "TDC_ij = (n′_ij − δ_ij)/n′_ii",
    whereZh: "N′ = (I − G′)^-1，G′ = f_ij/T_j",
    whereEn: "N′ = (I − G′)^-1, G′ = f_ij/T_j",
    source: "Borrett, Lau 2014, DOI 10.1111/2041-210X.12282",
    agreesWith: "enaR 3.1.0 TDC",
  },
  cellsOf,
);
