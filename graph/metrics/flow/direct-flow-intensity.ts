import { realisedFlows, ratio } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * Throughflow after one step, as a share of all.
 *
 *   DFI = Σ z G / TST
 *   where z = boundary input, G = f_ij/T_i.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, 1].
 * Edge cases: no flow → null; a loop that loses nothing → null; a network that is not balanced does not add up to 1; an undirected network → null.
 * Source: Borrett, Lau 2014, DOI 10.1111/2041-210X.12282. Agrees with: enaR 3.1.0 enaFlow DFI.
 */
export const directFlowIntensity = environNumber(
  {
    name: "directFlowIntensity",
    nameZh: "直接流强度",
    nameEn: "Direct flow intensity",
    meaningZh: "总通流量中进入系统后传递了一步的比例；越高，直接交换的作用越大",
    meaningEn:
      "Share of the throughflow that was passed on once since it entered; high = direct exchanges prevail",
    unit: "1",
    range: "[0, 1]",
    formula: "DFI = Σ z G / TST",
    whereZh: "z 为边界流入，G = f_ij/T_i",
    whereEn: "z = boundary input, G = f_ij/T_i",
    source: "Borrett, Lau 2014, DOI 10.1111/2041-210X.12282",
    agreesWith: "enaR 3.1.0 enaFlow DFI",
  },
  (environ, { system, through }) => ratio(realisedFlows(environ, system.inputs).direct, through.total),
);
