import { measureReach } from "#graph/metrics/kernel/distances.ts";
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
 * Harmonic closeness: the sum of reciprocal distances from all that can reach a node; made for webs in several parts.
 *
 *   h(v) = Σ_{u ≠ v} 1/d(u, v)     where d = links of the shortest path; 1/∞ = 0.
 *
 * Reads: path, unweighted, in-links. Returns: one score a node, [0, n − 1], not normalised.
 * Edge cases: nothing reaches v → 0. Cost: O(nm), sampled like closeness.
 * Source: Marchiori, Latora 2000, DOI 10.1016/S0378-4371(00)00311-3; Boldi, Vigna 2014, DOI 10.1080/15427951.2013.865686.
 * Agrees with: networkx harmonic_centrality.
 */
export const harmonicCloseness: NodeMeasure = {
  name: "harmonicCloseness",
  scopes: everyScope,
  nameZh: "调和接近中心性",
  nameEn: "Harmonic closeness",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `其他${partnersZh}到该${nodeZh}的距离倒数之和；网络分成多块时也可比较`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Sum of the reciprocal distances from other ${partnersEn} to the ${nodeEn}; comparable in a web of several parts`,
  unit: "1",
  range: "[0, n − 1]",
  reads: "path",
  needsOneLayer: false,
  formula: "h(v) = Σ_{u≠v} 1/d(u,v)",
  whereZh: "d 为最短路径的步数，不可达为 0",
  whereEn: "d = steps of the shortest path; 0 where there is none",
  parameters: { seed: metricParameters.seed, starts: metricParameters.starts },
  conventions: { cost: "1 per link", ...unknownEnds, exactUpToStarts, sampledStarts },
  source: "Marchiori, Latora 2000, DOI 10.1016/S0378-4371(00)00311-3",
  agreesWith: "networkx 3.6.1 harmonic_centrality",
  score: ({ csr }, options) => {
    const starts = startNodes(csr, numberOf(options, "seed"), numberOf(options, "starts"));
    const { harmonicSum } = measureReach(csr, starts);
    // A start adds at most 1 to a score.
    return { values: harmonicSum, sample: sampleOf(starts, generalError(starts, 1, harmonicSum.length)) };
  },
};
