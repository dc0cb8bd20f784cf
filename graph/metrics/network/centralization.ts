import { betweenness } from "#graph/metrics/kernel/betweenness.ts";
import { weakComponentSizes } from "#graph/metrics/kernel/components.ts";
import { measureReach } from "#graph/metrics/kernel/distances.ts";
import { allStarts } from "#graph/metrics/kernel/start-nodes.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/**
 * Freeman's centralization: how far one node stands above all others: 1 = a star, 0 = all alike.
 *
 *   Σ_v (max c − c(v)) / the same sum in a star
 *   where the sum in a star is (n − 1)(n − 2) for degrees, directions ignored; (n − 1)² for in- and out-degree; n − 1 for
 *   normalised betweenness; (n − 1)(n − 2)/(2n − 3) for closeness, directions ignored.
 *
 * Reads: flow for degrees; path for betweenness; tie for closeness. Edge cases: n < 3 → null; closeness of a web in
 * several parts → null. Source: Freeman 1978, DOI 10.1016/0378-8733(78)90021-7. Agrees with: sna::centralization.
 */
const text = {
  unit: "1",
  range: "[0, 1]",
  needsOneLayer: false,
  parameters: {},
  source: "Freeman 1978, DOI 10.1016/0378-8733(78)90021-7",
} as const;
const ofDegrees = { ...text, reads: "flow", conventions: {} } as const;

function centralize(scores: ArrayLike<number>, inStar: (n: number) => number): number | NullReason {
  const n = scores.length;
  if (n < 3) return n === 0 ? "no-nodes" : "too-few-nodes";
  const values = Array.from(scores);
  const highest = values.reduce((a, b) => Math.max(a, b), 0);
  return values.reduce((sum, value) => sum + (highest - value), 0) / inStar(n);
}

function countAt(nodeCount: number, ends: Uint32Array): Float64Array {
  const counts = new Float64Array(nodeCount);
  for (const node of ends) counts[node] = (counts[node] ?? 0) + 1;
  return counts;
}

export const degreeCentralization = onLinks(
  {
    ...ofDegrees,
    name: "degreeCentralization",
    nameZh: "度中心势",
    nameEn: "Degree centralization",
    meaningZh: "网络围绕一个企业的程度，不计方向：1 为星形，0 为各企业伙伴数相同",
    meaningEn:
      "How far the web gathers around one enterprise, directions ignored: 1 = a star, 0 = all have as many partners",
    formula: "Σ_v (max k − k(v)) / ((n−1)(n−2))",
    whereZh: "k 为不计方向的伙伴数",
    whereEn: "k = partners, directions ignored",
    agreesWith: "R sna::centralization(mode='graph', FUN=degree)",
  },
  ({ tie: { csr, sources } }) => centralize(countAt(csr.nodeCount, sources), (n) => (n - 1) * (n - 2)),
);

export const inDegreeCentralization = onLinks(
  {
    ...ofDegrees,
    name: "inDegreeCentralization",
    nameZh: "入度中心势",
    nameEn: "In-degree centralization",
    meaningZh: "接收集中于一个企业的程度；越高，越有一个中心接收方",
    meaningEn: "How far receiving gathers at one enterprise; high = one central receiver",
    formula: "Σ_v (max d_in − d_in(v)) / (n−1)^2",
    whereZh: "d_in 为入度",
    whereEn: "d_in = in-degree",
    agreesWith: "R sna::centralization(FUN=degree, cmode='indegree')",
  },
  ({ csr }) => centralize(countAt(csr.nodeCount, csr.targets), (n) => (n - 1) ** 2),
);

export const outDegreeCentralization = onLinks(
  {
    ...ofDegrees,
    name: "outDegreeCentralization",
    nameZh: "出度中心势",
    nameEn: "Out-degree centralization",
    meaningZh: "供给集中于一个企业的程度；越高，越有一个锚定供方",
    meaningEn: "How far supplying gathers at one enterprise; high = an anchor supplies the others",
    formula: "Σ_v (max d_out − d_out(v)) / (n−1)^2",
    whereZh: "d_out 为出度",
    whereEn: "d_out = out-degree",
    agreesWith: "R sna::centralization(FUN=degree, cmode='outdegree')",
  },
  ({ csr, sources }) => centralize(countAt(csr.nodeCount, sources), (n) => (n - 1) ** 2),
);

export const betweennessCentralization = onLinks(
  {
    ...text,
    reads: "path",
    conventions: unknownEnds,
    name: "betweennessCentralization",
    nameZh: "中介中心势",
    nameEn: "Betweenness centralization",
    meaningZh: "供给链集中经过一个企业的程度；越高，越依赖一个桥梁",
    meaningEn: "How far the supply chains run through one enterprise; high = the web hangs on one bridge",
    formula: "Σ_v (max b − b(v)) / (n−1)",
    whereZh: "b 为归一化的中介中心性，n 含叶节点",
    whereEn: "b = normalised betweenness, n with leaves",
    agreesWith: "R sna::centralization(FUN=betweenness)",
  },
  ({ csr }) => {
    const pairs = (csr.nodeCount - 1) * (csr.nodeCount - 2);
    const scores = betweenness(csr, allStarts(csr)).map((sum) => sum / pairs);
    return centralize(scores, (n) => n - 1);
  },
);

export const closenessCentralization = onLinks(
  {
    ...text,
    reads: "tie",
    conventions: unknownEnds,
    name: "closenessCentralization",
    nameZh: "接近中心势",
    nameEn: "Closeness centralization",
    meaningZh: "一个企业比其余企业更靠近所有企业的程度；网络分成多块时没有此值",
    meaningEn:
      "How much nearer one enterprise is to all than the others are; a web in several parts has no such value",
    formula: "Σ_v (max c − c(v)) / ((n−1)(n−2)/(2n−3))",
    whereZh: "c 为不计方向的接近中心性 (n−1)/Σd，n 含叶节点",
    whereEn: "c = closeness (n−1)/Σd, directions ignored, n with leaves",
    agreesWith: "R sna::centralization(mode='graph', FUN=closeness)",
  },
  ({ tie: { csr } }) => {
    if (csr.nodeCount >= 3 && weakComponentSizes(csr).length > 1) return "not-connected";
    const { distanceSum } = measureReach(csr, allStarts(csr));
    const scores = distanceSum.map((sum) => (csr.nodeCount - 1) / sum);
    return centralize(scores, (n) => ((n - 1) * (n - 2)) / (2 * n - 3));
  },
);
