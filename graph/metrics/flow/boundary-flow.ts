import { flowNumber } from "./flow-measure.ts";

/**
 * What enters the network from outside.
 *
 *   Boundary = Σ_i z_i
 *   where z_i = boundary input of node i.
 *
 * Reads: raw, the known flows of one layer, self loops kept. Returns: one number, [0, ∞).
 * Edge cases: no input → 0; an undirected network → null.
 * Source: Finn 1976, DOI 10.1016/S0022-5193(76)80080-X. Agrees with: enaR 3.1.0 enaFlow Boundary.
 */
export const boundaryFlow = flowNumber(
  {
    name: "boundaryFlow",
    nameZh: "边界流入量",
    nameEn: "Boundary flow",
    meaningZh: "每年由系统之外进入的数量；越高，越依赖外部供给",
    meaningEn: "What enters the system from outside in a year; high = it lives on supply from outside",
    unit: "layer",
    range: "[0, ∞)",
    formula: "Boundary = Σ_i z_i",
    whereZh: "z_i 为节点 i 的边界流入",
    whereEn: "z_i = boundary input of node i",
    source: "Finn 1976, DOI 10.1016/S0022-5193(76)80080-X",
    agreesWith: "enaR 3.1.0 enaFlow Boundary",
  },
  ({ through }) => through.boundary,
);
