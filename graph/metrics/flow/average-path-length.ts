import { flowNumber } from "./flow-measure.ts";

/**
 * How many nodes a unit of input passes before it leaves (aggradation).
 *
 *   APL = TST / Boundary
 *   where TST = total system throughflow, Boundary = boundary input.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [1, ∞).
 * Edge cases: no boundary input → null; an undirected network → null.
 * Source: Finn 1976, DOI 10.1016/S0022-5193(76)80080-X. Agrees with: enaR 3.1.0 enaFlow APL.
 */
export const averagePathLength = flowNumber(
  {
    name: "averagePathLength",
    nameZh: "平均路径长度",
    nameEn: "Average path length",
    meaningZh: "进入系统的一单位物料在离开之前平均流经的节点数；越高，利用链越长、循环越多",
    meaningEn:
      "Nodes that a unit of input passes on average before it leaves; high = long chains of use, or much cycling",
    unit: "1",
    range: "[1, ∞)",
    formula: "APL = TST / Boundary",
    whereZh: "TST 为系统总通流量，Boundary 为边界流入",
    whereEn: "TST = total system throughflow, Boundary = boundary input",
    source: "Finn 1976, DOI 10.1016/S0022-5193(76)80080-X",
    agreesWith: "enaR 3.1.0 enaFlow APL",
  },
  ({ through }) => (through.boundary === 0 ? "zero-total" : through.total / through.boundary),
);
