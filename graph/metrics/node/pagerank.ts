import { pagerank as rank, pagerankLimits } from "#graph/metrics/kernel/pagerank.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/**
 * PageRank: where by-products end up if each holder passes them on along its exchanges: final takers score high.
 *
 *   p(v) = (1 − α)/n + α · (Σ_u p(u) · w(u→v)/Σ_w w(u→w) + Σ_{u without links} p(u)/n)
 *   where α = 0.85, w = number of exchanges behind a link.
 *
 * Reads: path, weighted by the number of exchanges: counts add across layers, quantities would not. A walk ends at what
 * is not known, as at every node without links. Returns: one score a node, (0, 1); all nodes of the graph together give
 * 1, leaves and nodes that are not scored included. Edge cases: a placeholder → null; n = 0 → no scores; no links → 1/n each.
 * Source: Brin, Page 1998, DOI 10.1016/S0169-7552(98)00110-X. Agrees with: networkx pagerank(weight=exchanges).
 */
export const pagerank: NodeMeasure = {
  name: "pagerank",
  scopes: everyScope,
  nameZh: "PageRank",
  nameEn: "PageRank",
  meaningZh: ({ nodeZh }) => `物料沿交换一再转手后汇集到该${nodeZh}的份额；越高，越是网络的最终消纳者`,
  meaningEn: ({ nodeEn }) =>
    `Share of what is passed on along the exchanges that gathers at the ${nodeEn}; high = a final taker of the web`,
  unit: "1",
  range: "(0, 1)",
  reads: "path",
  needsOneLayer: false,
  formula: "p(v) = (1−α)/n + α(Σ_u p(u)·w(u→v)/w_out(u) + D/n)",
  whereZh: "w 为交换数，D 为没有供出的节点的 p 之和，n 含叶节点",
  whereEn: "w = number of exchanges, D = sum of p over nodes that supply nobody, n with leaves",
  parameters: { damping: metricParameters.damping },
  conventions: {
    ...pagerankLimits,
    ...unknownEnds,
    weight: "exchanges; in a file the known weights, else 1",
  },
  source: "Brin, Page 1998, DOI 10.1016/S0169-7552(98)00110-X",
  agreesWith: "networkx 3.6.1 pagerank(alpha=0.85, weight='exchanges') on the path graph",
  score: (links, options, view) => ({
    values: rank(links.csr, view.weightsOf(links), numberOf(options, "damping")),
  }),
};
