import { measureCostReach } from "#graph/metrics/kernel/cost-distances.ts";
import { linkCosts } from "#graph/metrics/kernel/link-costs.ts";
import { exactUpToStarts, sampledStarts, sampleOf, startNodes } from "#graph/metrics/kernel/start-nodes.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/**
 * Weighted closeness: how near a receiver is to its sources where a large flow is a short way.
 *
 *   c(v) = (r − 1)/Σ_u d(u, v) · (r − 1)/(n − 1)     where d = cost of the cheapest path, cost of a link = 1/q.
 *
 * Reads: path, links of known flow > 0 only. Returns: one score a node, [0, ∞), in the unit of the flow.
 * Edge cases: nothing reaches v → 0; no known flow → null. Errors: needs one layer. Cost: O(nm log n), sampled like closeness.
 * Source: Newman 2001, DOI 10.1103/PhysRevE.64.016132. Agrees with: networkx closeness_centrality(distance=cost).
 */
export const weightedCloseness: NodeMeasure = {
  name: "weightedCloseness",
  scopes: everyScope,
  nameZh: "加权接近中心性",
  nameEn: "Weighted closeness",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `沿大流量的供给链，其他${partnersZh}到达该${nodeZh}的远近；越高，离主要来源越近`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `How near other ${partnersEn} are to the ${nodeEn} along large flows; high = close to its main sources`,
  unit: "layer",
  range: "[0, ∞)",
  reads: "path",
  needsOneLayer: true,
  formula: "c(v) = (r−1)/Σ_u d(u,v) · (r−1)/(n−1)",
  whereZh: "d 为最低费用，一条链接的费用为 1/q，q 为已知年流量；r 为能到达 v 的节点数，n 为全部节点数",
  whereEn: "d = lowest cost, a link costs 1/q, q = known yearly flow; r = nodes that reach v, n = all nodes",
  parameters: { seed: metricParameters.seed, starts: metricParameters.starts },
  conventions: { cost: "1 / flow", ...unknownEnds, exactUpToStarts, sampledStarts },
  source: "Newman 2001, DOI 10.1103/PhysRevE.64.016132",
  agreesWith: "networkx 3.6.1 closeness_centrality(distance=1/q, wf_improved=True)",
  score: (links, options) => {
    const costs = linkCosts(links);
    if (typeof costs === "string") return costs;
    const starts = startNodes(links.csr, numberOf(options, "seed"), numberOf(options, "starts"));
    const { reachedBy, costSum } = measureCostReach(links.csr, costs, starts);
    return {
      values: reachedBy.map((reached, node) => {
        const sum = costSum[node] ?? 0;
        return sum === 0 ? 0 : (reached / sum) * (reached / (links.csr.nodeCount - 1));
      }),
      sample: sampleOf(starts, null),
    };
  },
};
