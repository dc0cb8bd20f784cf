import { betweennessWithError } from "#graph/metrics/kernel/betweenness.ts";
import { exactUpToStarts, sampledStarts, sampleOf, startNodes } from "#graph/metrics/kernel/start-nodes.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/**
 * Betweenness: how often a node lies on the shortest chains supplier → … → receiver between two others: a bridge.
 *
 *   b(v) = 1/((n − 1)(n − 2)) · Σ_{s ≠ v ≠ t} σ_st(v) / σ_st
 *   where σ_st = number of shortest directed paths from s to t, counted in links; σ_st(v) = those through v.
 *
 * Reads: path, unweighted: a quantity is a strength, not a length. n counts isolated nodes and leaves: chains end at
 * what is not known, none runs through it. Returns: one score a node, [0, 1].
 * Edge cases: n ≤ 2 → 0; unreachable pairs add nothing; a placeholder → null.
 * Cost: O(nm); beyond 50,000 suppliers estimated from 1,000 seeded start nodes, with the error to expect.
 * Source: Freeman 1977, DOI 10.2307/3033543; Brandes 2001, DOI 10.1080/0022250X.2001.9990249; sampling: Brandes, Pich
 * 2007, DOI 10.1142/S0218127407018403. Agrees with: networkx betweenness_centrality(normalized=True).
 */
export const betweenness: NodeMeasure = {
  name: "betweenness",
  scopes: everyScope,
  nameZh: "中介中心性",
  nameEn: "Betweenness",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `其他${partnersZh}之间最短供给链经过该${nodeZh}的比例；越高，越是桥梁，一旦停运影响越大`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Share of the shortest supply chains between other ${partnersEn} that run through the ${nodeEn}; high = a bridge`,
  unit: "1",
  range: "[0, 1]",
  reads: "path",
  needsOneLayer: false,
  formula: "b(v) = Σ_{s≠v≠t} σ_st(v)/σ_st / ((n−1)(n−2))",
  whereZh: "σ_st 为 s 到 t 的最短路径数，σ_st(v) 为其中经过 v 的；有向、不加权，n 含叶节点",
  whereEn:
    "σ_st = shortest paths from s to t, σ_st(v) = those through v; directed, unweighted, n with leaves",
  parameters: { seed: metricParameters.seed, starts: metricParameters.starts },
  conventions: { cost: "1 per link", ...unknownEnds, exactUpToStarts, sampledStarts },
  source: "Freeman 1977, DOI 10.2307/3033543; Brandes 2001, DOI 10.1080/0022250X.2001.9990249",
  agreesWith: "networkx 3.6.1 betweenness_centrality on the path graph",
  score: ({ csr }, options) => {
    const starts = startNodes(csr, numberOf(options, "seed"), numberOf(options, "starts"));
    const pairs = (csr.nodeCount - 1) * (csr.nodeCount - 2);
    const { scores, error } = betweennessWithError(csr, starts);
    return {
      values: scores.map((sum) => (pairs > 0 ? sum / pairs : 0)),
      sample: sampleOf(starts, error / pairs),
    };
  },
};
