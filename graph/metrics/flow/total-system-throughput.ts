import { flowNumber } from "./flow-measure.ts";

/**
 * All flows of the network, those over the boundary included.
 *
 *   TSTp = Σ f + Σ z + Σ y
 *   where f = flows between nodes, z = boundary input, y = boundary output (products and losses).
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no flow → 0; an undirected network → null.
 * Source: Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005. Agrees with: enaR 3.1.0 enaFlow TSTp.
 */
export const totalSystemThroughput = flowNumber(
  {
    name: "totalSystemThroughput",
    nameZh: "系统总吞吐量",
    nameEn: "Total system throughput",
    meaningZh: "节点之间与跨边界的全部流量之和；越高，系统规模越大",
    meaningEn: "Sum of all flows between nodes and over the boundary; high = a large system",
    unit: "layer",
    range: "[0, ∞)",
    formula: "TSTp = Σ f + Σ z + Σ y",
    whereZh: "f 为节点之间的流量，z 为边界流入，y 为边界流出(产品与损失)",
    whereEn: "f = flows between nodes, z = boundary input, y = boundary output (products and losses)",
    source: "Ulanowicz, Goerner, Lietaer, Gomez 2009, DOI 10.1016/j.ecocom.2008.10.005",
    agreesWith: "enaR 3.1.0 enaFlow TSTp",
  },
  ({ through }) => through.throughput,
);
