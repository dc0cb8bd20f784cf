import { totalContribution as cellsOf } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { pairMatrix } from "./pair-matrix.ts";

/**
 * Who feeds whom, over all paths: the share of the output of i that ever reaches j.
 *
 *   TCC_ij = (n_ij − δ_ij)/n_jj
 *   where N = (I − G)^-1, G = f_ij/T_i.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one matrix of nodes, or of groups where groups are known, [0, 1].
 * Edge cases: a loop that loses nothing, or too many nodes → null; an undirected network → null.
 * Source: Borrett, Lau 2014, DOI 10.1111/2041-210X.12282. Agrees with: enaR 3.1.0 TCC.
 */
export const totalContribution = pairMatrix(
  {
    name: "totalContribution",
    nameZh: "总贡献度",
    nameEn: "Total contribution",
    meaningZh: "行的通量中最终到达列的比例，含直接与间接；越高，行对列的贡献越大",
    meaningEn:
      "Share of what runs through the row that reaches the column, directly or not; high = the row feeds the column",
    unit: "1",
    range: "[0, 1]",
    formula: "TCC_ij = (n_ij − δ_ij)/n_jj",
    whereZh: "N = (I − G)^-1，G = f_ij/T_i",
    whereEn: "N = (I − G)^-1, G = f_ij/T_i",
    source: "Borrett, Lau 2014, DOI 10.1111/2041-210X.12282",
    agreesWith: "enaR 3.1.0 TCC",
  },
  cellsOf,
);
