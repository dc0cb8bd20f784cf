import { linkCosts } from "#graph/metrics/kernel/link-costs.ts";
import { pathBetweenness } from "#graph/metrics/kernel/path-betweenness.ts";
import {
  exactUpToStarts,
  generalError,
  sampledStarts,
  sampleOf,
  startNodes,
} from "#graph/metrics/kernel/start-nodes.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/**
 * Weighted betweenness: as betweenness, along the chains that carry most: a link costs the reciprocal of its flow.
 *
 *   b(v) = 1/((n − 1)(n − 2)) · Σ_{s ≠ v ≠ t} σ_st(v) / σ_st     where σ counts the cheapest paths, cost of a link = 1/q.
 *
 * Reads: path, links of known flow > 0 only. Returns: one score a node, [0, 1]. Equal costs are compared exactly.
 * Edge cases: n ≤ 2 → 0; no known flow → null. Errors: needs one layer. Cost: O(nm log n); sampled like betweenness.
 * Source: Brandes 2001, DOI 10.1080/0022250X.2001.9990249; Newman 2001, DOI 10.1103/PhysRevE.64.016132.
 * Agrees with: networkx betweenness_centrality(weight=cost).
 */
export const weightedBetweenness: NodeMeasure = {
  name: "weightedBetweenness",
  scopes: everyScope,
  nameZh: "加权中介中心性",
  nameEn: "Weighted betweenness",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `其他${partnersZh}之间流量最大的供给链经过该${nodeZh}的比例；越高，越是主要流量的桥梁`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Share of the strongest supply chains between other ${partnersEn} that run through the ${nodeEn}; high = a bridge of the large flows`,
  unit: "1",
  range: "[0, 1]",
  reads: "path",
  needsOneLayer: true,
  formula: "b(v) = Σ_{s≠v≠t} σ_st(v)/σ_st / ((n−1)(n−2))",
  whereZh: "σ 为费用最低的路径数，一条链接的费用为 1/q，q 为已知年流量；数量不详的链接不计",
  whereEn: "σ = cheapest paths, a link costs 1/q, q = known yearly flow; links of unknown flow are left out",
  parameters: { seed: metricParameters.seed, starts: metricParameters.starts },
  conventions: { cost: "1 / flow", ...unknownEnds, exactUpToStarts, sampledStarts },
  source: "Brandes 2001, DOI 10.1080/0022250X.2001.9990249",
  agreesWith: "networkx 3.6.1 betweenness_centrality(weight=1/q)",
  score: (links, options) => {
    const costs = linkCosts(links);
    if (typeof costs === "string") return costs;
    const starts = startNodes(links.csr, numberOf(options, "seed"), numberOf(options, "starts"));
    const pairs = (links.csr.nodeCount - 1) * (links.csr.nodeCount - 2);
    const { byNode } = pathBetweenness(links.csr, costs, starts);
    return {
      values: byNode.map((sum) => (pairs > 0 ? sum / pairs : 0)),
      // Of the paths from one start, at most all to the other nodes run through one of them.
      sample: sampleOf(starts, generalError(starts, links.csr.nodeCount - 2, byNode.length) / pairs),
    };
  },
};
