import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { flowColumns, sumByGroup } from "./group-flow.ts";

/**
 * Flow matrices of cities and of parks: what each supplies to each, exchanges and known flow of one layer.
 *
 *   F[p][q] = Σ q(e) over exchanges e from an enterprise in p to one in q
 *
 * Rows supply columns; the diagonal stays inside; ends that are not known have a row and a column of their own. Only
 * groups with an enterprise of the filter stand in it; parks on one ground are one. Reads: raw.
 * Edge cases: a cell without a known flow has flow null. Cost: O(exchanges + groups²).
 * Source: Miller, Blair 2009, DOI 10.1017/CBO9780511626982. Agrees with: pandas crosstab of the exchanges.
 */
const text = {
  unit: "layer",
  range: "[0, ∞)",
  reads: "raw",
  needsOneLayer: true,
  formula: "F[p][q] = Σ_e q(e)",
  whereZh: "e 为供方在 p、需方在 q 的交换，q 为一个层内已知的年流量",
  whereEn: "e = exchanges with supplier in p and receiver in q, q = known yearly flow of one layer",
  columns: flowColumns,
  parameters: {},
  conventions: { unknownQuantities: "left out", unknownGroups: "a row and a column of their own" },
  source: "Miller, Blair 2009, DOI 10.1017/CBO9780511626982",
  agreesWith: "pandas crosstab of the exchanges",
} as const;

export const cityFlow = ofNetwork(
  {
    ...text,
    name: "cityFlow",
    nameZh: "城市间流量矩阵",
    nameEn: "City flow matrix",
    meaningZh: "行城市供给列城市的交换条数与已知年流量；对角线为城市之内",
    meaningEn:
      "Exchanges and known yearly flow from the row's city to the column's; the diagonal stays inside",
  },
  (view) => sumByGroup(view, view.groups.city),
);

export const parkFlow = ofNetwork(
  {
    ...text,
    name: "parkFlow",
    nameZh: "园区间流量矩阵",
    nameEn: "Park flow matrix",
    meaningZh: "行园区供给列园区的交换条数与已知年流量；对角线为园区之内，同一地块上的园区算一个",
    meaningEn:
      "Exchanges and known yearly flow from the row's park to the column's; the diagonal stays inside, parks on one ground are one",
  },
  (view) => sumByGroup(view, view.groups.ground),
);
