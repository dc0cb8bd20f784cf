import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { sumByGroup } from "./group-flow.ts";

/**
 * Park dependency: what share of the recorded intake of a park comes from each park.
 *
 *   D[p][q] = F[p][q] / Σ_s F[s][q]     where F = known yearly flow from park to park, its own inside flow included.
 *
 * Rows supply columns, and a column adds up to 1. Reads: raw; parks on one ground are one; suppliers whose park is not
 * known have a row of their own. Edge cases: a park without a known intake has nulls in its column.
 * Cost: O(exchanges + parks²). Source: Miller, Blair 2009, DOI 10.1017/CBO9780511626982. Agrees with: that formula.
 */
export const parkDependency = ofNetwork(
  {
    name: "parkDependency",
    nameZh: "园区依赖矩阵",
    nameEn: "Park dependency",
    meaningZh: "列园区已记录的接收量中来自行园区的占比，含园区之内；越高，越依赖该园区",
    meaningEn:
      "Share of the recorded intake of the column's park that comes from the row's, its own included; high = it depends on it",
    unit: "1",
    range: "[0, 1]",
    reads: "raw",
    needsOneLayer: true,
    formula: "D[p][q] = F[p][q] / Σ_s F[s][q]",
    whereZh: "F 为园区之间已知年流量，限一个层",
    whereEn: "F = known yearly flow from park to park, of one layer",
    columns: [{ name: "share", zh: "占接收量的比例", en: "Share of the intake" }],
    parameters: {},
    conventions: { denominator: "recorded intake", unknownQuantities: "left out" },
    source: "Miller, Blair 2009, DOI 10.1017/CBO9780511626982",
    agreesWith: "the formula, written anew by hand",
  },
  (view) => {
    const flows = sumByGroup(view, view.groups.ground);
    if (flows.kind !== "matrix") return flows;
    const rows = flows.matrices[0]?.rows ?? [];
    const intake = rows.map((_, column) => rows.reduce((sum, cells) => sum + (cells[column] ?? 0), 0));
    const shares = rows.map((cells) =>
      cells.map((flow, column) => ((intake[column] ?? 0) > 0 ? (flow ?? 0) / (intake[column] ?? 1) : null)),
    );
    return { ...flows, matrices: [{ name: "share", rows: shares }] };
  },
);
