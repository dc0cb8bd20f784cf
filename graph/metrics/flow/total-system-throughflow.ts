import { flowNumber } from "./flow-measure.ts";

/**
 * All that runs through the nodes of the network, counted at each of them.
 *
 *   TST = Σ_i T_i
 *   where T_i = Σ_j f_ji + z_i, the input of node i; f = flows between nodes, z = boundary input.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → 0; an undirected network → null.
 * Source: Finn 1976, DOI 10.1016/S0022-5193(76)80080-X. Agrees with: enaR 3.1.0 enaFlow TST.
 */
export const totalSystemThroughflow = flowNumber(
  {
    name: "totalSystemThroughflow",
    nameZh: "系统总通流量",
    nameEn: "Total system throughflow",
    meaningZh: "一年内流经全部节点的数量之和，同一物料每经过一个节点计一次；越高，系统活动越大",
    meaningEn:
      "What runs through all nodes in a year, counted once at every node it passes; high = much activity",
    unit: "layer",
    range: "[0, ∞)",
    formula: "TST = Σ_i T_i",
    whereZh: "T_i = Σ_j f_ji + z_i 为节点 i 的流入，f 为节点之间的流量，z 为边界流入",
    whereEn: "T_i = Σ_j f_ji + z_i, the input of node i; f = flows between nodes, z = boundary input",
    source: "Finn 1976, DOI 10.1016/S0022-5193(76)80080-X",
    agreesWith: "enaR 3.1.0 enaFlow TST",
  },
  ({ through }) => through.total,
);
