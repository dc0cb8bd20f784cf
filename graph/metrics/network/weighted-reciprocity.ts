import { linkBetween } from "#graph/metrics/kernel/cut-points.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";

/**
 * Weighted reciprocity: the share of the known flow that is matched by a flow the other way round.
 *
 *   r = Σ_{u ≠ v} min(q_uv, q_vu) / Σ_{u ≠ v} q_uv     where q = known yearly flow of a link.
 *
 * Reads: flow. Edge cases: no links, no known flow, all flows 0, or an undirected network → null. Errors: needs one layer.
 * Source: Squartini, Picciolo, Ruzzenenti, Garlaschelli 2013, DOI 10.1038/srep02729. Agrees with: that formula.
 */
export const weightedReciprocity = onLinks(
  {
    name: "weightedReciprocity",
    nameZh: "加权互惠度",
    nameEn: "Weighted reciprocity",
    meaningZh: "有反向流量相抵的已知流量占比；越高，双向交换的数量越相当",
    meaningEn: "Share of the known flow that a flow the other way matches; high = both ways carry alike",
    unit: "1",
    range: "[0, 1]",
    reads: "flow",
    needsOneLayer: true,
    formula: "Σ min(q_uv, q_vu) / Σ q_uv",
    whereZh: "q 为已知年流量，u ≠ v",
    whereEn: "q = known yearly flow, u ≠ v",
    parameters: {},
    conventions: { unknownQuantities: "left out" },
    source: "Squartini, Picciolo, Ruzzenenti, Garlaschelli 2013, DOI 10.1038/srep02729",
    agreesWith: "the formula, written anew in numpy",
  },
  ({ csr, sources, flows, quantifiedCounts, directed }) => {
    if (!directed) return "undirected";
    if (flows === null) return "several-layers";
    if (sources.length === 0) return "no-links";
    if (quantifiedCounts.every((count) => count === 0)) return "no-known-quantity";
    let [matched, total] = [0, 0];
    for (const [link, source] of sources.entries()) {
      const back = linkBetween(csr, csr.targets[link] ?? 0, source);
      const flow = flows[link] ?? 0;
      total += flow;
      if (back !== -1) matched += Math.min(flow, flows[back] ?? 0);
    }
    return total === 0 ? "zero-total" : matched / total;
  },
);
