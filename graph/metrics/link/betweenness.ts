import { pathBetweenness } from "#graph/metrics/kernel/path-betweenness.ts";
import {
  exactUpToStarts,
  generalError,
  sampledStarts,
  sampleOf,
  startNodes,
} from "#graph/metrics/kernel/start-nodes.ts";
import { onEachLink } from "#graph/metrics/link-measure.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { unknownEnds } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/**
 * Betweenness of a link: how often it lies on the shortest chains between two nodes.
 *
 *   b(e) = 1/(n(n − 1)) · Σ_{s ≠ t} σ_st(e) / σ_st
 *   where σ_st = number of shortest paths from s to t, counted in links; σ_st(e) = those over e.
 *
 * Reads: path, unweighted. Returns: one score a link, [0, 1]; of an undirected network one a pair, both ways together.
 * Edge cases: no links → no rows. Cost: O(nm), sampled like betweenness of nodes.
 * Source: Girvan, Newman 2002, DOI 10.1073/pnas.122653799. Agrees with: networkx edge_betweenness_centrality.
 */
export const linkBetweenness = onEachLink({
  name: "betweenness",
  nameZh: "链接中介中心性",
  nameEn: "Betweenness of a link",
  meaningZh: "最短供给链经过该链接的比例；越高，越是网络各部分之间的通道",
  meaningEn:
    "Share of the shortest supply chains that run over the link; high = a passage between parts of the web",
  unit: "1",
  range: "[0, 1]",
  reads: "path",
  needsOneLayer: false,
  formula: "b(e) = Σ_{s≠t} σ_st(e)/σ_st / (n(n−1))",
  whereZh: "σ_st 为 s 到 t 的最短路径数，σ_st(e) 为其中经过 e 的；不加权，n 含叶节点",
  whereEn: "σ_st = shortest paths from s to t, σ_st(e) = those over e; unweighted, n with leaves",
  parameters: { seed: metricParameters.seed, starts: metricParameters.starts },
  conventions: { cost: "1 per link", ...unknownEnds, exactUpToStarts, sampledStarts },
  source: "Girvan, Newman 2002, DOI 10.1073/pnas.122653799",
  agreesWith: "networkx 3.6.1 edge_betweenness_centrality",
  score: ({ csr, reversed, directed }, options) => {
    const starts = startNodes(csr, numberOf(options, "seed"), numberOf(options, "starts"));
    const pairs = csr.nodeCount * (csr.nodeCount - 1);
    const { byLink } = pathBetweenness(csr, null, starts);
    const back = reversed.linkOfEdge;
    // Turned round, a symmetric graph is itself: the new number of a link is that of the same pair from the other side.
    const both = directed ? byLink : byLink.map((sum, link) => sum + (byLink[back[link] ?? 0] ?? 0));
    return {
      values: both.map((sum) => sum / pairs),
      sample: sampleOf(starts, generalError(starts, csr.nodeCount - 1, both.length) / pairs),
    };
  },
});
