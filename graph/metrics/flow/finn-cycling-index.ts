import { finnCyclingIndex as cyclingOf } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * Share of the throughflow that has been at the same node before (Finn).
 *
 *   FCI = Σ_i T_i (n_ii − 1)/n_ii / TST
 *   where n_ii = diagonal of N = (I − G)^-1, G = f_ij/T_i, T_i = throughflow of a node.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, 1).
 * Edge cases: no loop → 0; no flow → null; a loop that loses nothing → null; an undirected network → null.
 * Source: Finn 1976, DOI 10.1016/S0022-5193(76)80080-X. Agrees with: enaR 3.1.0 enaFlow FCI.
 */
export const finnCyclingIndex = environNumber(
  {
    name: "finnCyclingIndex",
    nameZh: "Finn 循环指数",
    nameEn: "Finn cycling index",
    meaningZh: "总通流量中再次回到同一节点的比例；越高，循环利用越充分",
    meaningEn: "Share of the throughflow that comes back to a node it has passed; high = much recycling",
    unit: "1",
    range: "[0, 1)",
    formula: "FCI = Σ_i T_i (n_ii − 1)/n_ii / TST",
    whereZh: "N = (I − G)^-1 的对角元为 n_ii，G = f_ij/T_i，T_i 为节点通量",
    whereEn: "n_ii = diagonal of N = (I − G)^-1, G = f_ij/T_i, T_i = throughflow of a node",
    source: "Finn 1976, DOI 10.1016/S0022-5193(76)80080-X",
    agreesWith: "enaR 3.1.0 enaFlow FCI",
  },
  (environ) => cyclingOf(environ),
);
