import { realisedFlows, ratio } from "#graph/metrics/kernel/flow/environ-measures.ts";
import { environNumber } from "./flow-measure.ts";

/**
 * Throughflow after two and more steps, as a share of all.
 *
 *   IFI = Σ z (N − I − G) / TST
 *   where z = boundary input, G = f_ij/T_i, N = (I − G)^-1.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, 1].
 * Edge cases: no flow → null; a loop that loses nothing → null; a network that is not balanced does not add up to 1; an undirected network → null.
 * Source: Borrett, Lau 2014, DOI 10.1111/2041-210X.12282. Agrees with: enaR 3.1.0 enaFlow IFI.
 */
export const indirectFlowIntensity = environNumber(
  {
    name: "indirectFlowIntensity",
    nameZh: "间接流强度",
    nameEn: "Indirect flow intensity",
    meaningZh: "总通流量中进入系统后传递了两步及以上的比例；越高，间接联系的作用越大",
    meaningEn:
      "Share of the throughflow that was passed on twice or more since it entered; high = indirect links prevail",
    unit: "1",
    range: "[0, 1]",
    formula: "IFI = Σ z (N − I − G) / TST",
    whereZh: "z 为边界流入，G = f_ij/T_i，N = (I − G)^-1",
    whereEn: "z = boundary input, G = f_ij/T_i, N = (I − G)^-1",
    source: "Borrett, Lau 2014, DOI 10.1111/2041-210X.12282",
    agreesWith: "enaR 3.1.0 enaFlow IFI",
  },
  (environ, { system, through }) => ratio(realisedFlows(environ, system.inputs).indirect, through.total),
);
