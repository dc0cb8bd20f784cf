import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { flowColumns, sumByGroup } from "./group-flow.ts";

/**
 * Province flow matrix: what each province supplies to each, exchanges and known flow of one layer.
 *
 *   F[p][q] = Σ q(e) over exchanges e from an enterprise in p to one in q
 *
 * Rows supply columns; the diagonal stays inside a province; `outside` stands for all other provinces, `unknown` for ends
 * whose province is not known. Reads: raw, so a row sums to all the province supplies, inside or not.
 * Edge cases: a cell with exchanges but no known flow, or without exchanges, has flow null. In a file: its provinces. Source: Miller, Blair 2009.
 */
export const provinceFlow = ofNetwork(
  {
    name: "provinceFlow",
    nameZh: "省际流量矩阵",
    nameEn: "Province flow matrix",
    meaningZh: "行省份供给列省份的交换条数与已知年流量；对角线为省内",
    meaningEn:
      "Exchanges and known yearly flow from the row's province to the column's; the diagonal stays inside",
    unit: "layer",
    range: "[0, ∞)",
    reads: "raw",
    needsOneLayer: true,
    formula: "F[p][q] = Σ_e q(e)",
    whereZh: "e 为供方在 p、需方在 q 的交换，q 为一个层内已知的年流量",
    whereEn: "e = exchanges with supplier in p and receiver in q, q = known yearly flow of one layer",
    columns: flowColumns,
    parameters: {},
    conventions: { unknownQuantities: "left out", unknownProvinces: "a row and a column of their own" },
    source: "Miller, Blair 2009, DOI 10.1017/CBO9780511626982",
    agreesWith: "pandas crosstab of the exchanges",
  },
  (view) => sumByGroup(view, view.groups.region),
);
