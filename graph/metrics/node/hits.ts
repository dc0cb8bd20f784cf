import { hits } from "#graph/metrics/kernel/hits.ts";
import type { MetricOptions } from "#graph/metrics/metric.ts";
import { everyScope, unknownEnds, type NodeMeasure, type NodeScores } from "#graph/metrics/node-measure.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/**
 * Hubs and authorities: a hub supplies good authorities, an authority is supplied by good hubs: key suppliers and key
 * receivers of the strongest block of the web.
 *
 *   h = A a, a = Aᵀ h, up to a factor     that is, the singular vectors of the largest singular value; each sums to 1.
 *
 * Reads: path, weighted: number of exchanges of records, known weights of a file, 1 where it has none.
 * Returns: one score a node, [0, 1]. Edge cases: no links, or a largest singular value that several blocks share → null.
 * Cost: O(iterations × links). Source: Kleinberg 1999, DOI 10.1145/324133.324140. Agrees with: networkx hits.
 */
const text = {
  scopes: everyScope,
  unit: "1",
  range: "[0, 1]",
  reads: "path",
  needsOneLayer: false,
  parameters: {},
  conventions: { ...unknownEnds, weight: "exchanges; in a file the known weights, else 1" },
  source: "Kleinberg 1999, DOI 10.1145/324133.324140",
  agreesWith: "networkx 3.6.1 hits",
} as const;

export const hub: NodeMeasure = {
  ...text,
  name: "hub",
  nameZh: "枢纽值 (HITS)",
  nameEn: "Hub (HITS)",
  meaningZh: ({ nodeZh }) => `该${nodeZh}供给重要接收方的程度；越高，越是关键供方`,
  meaningEn: ({ nodeEn }) => `How far the ${nodeEn} supplies important receivers; high = a key supplier`,
  formula: "h_u = Σ_v w(u→v) a_v / σ, Σ h = 1",
  whereZh: "a 为权威值，σ 为归一因子，w 为交换数（文件中为已知权重）",
  whereEn: "a = authority, σ = a factor, w = number of exchanges (in a file: known weights)",
  score: (...asked) => found(...asked, "hubs"),
};

export const authority: NodeMeasure = {
  ...text,
  name: "authority",
  nameZh: "权威值 (HITS)",
  nameEn: "Authority (HITS)",
  meaningZh: ({ nodeZh }) => `该${nodeZh}由重要供方供给的程度；越高，越是关键接收方`,
  meaningEn: ({ nodeEn }) => `How far important suppliers supply the ${nodeEn}; high = a key receiver`,
  formula: "a_v = Σ_u w(u→v) h_u / σ, Σ a = 1",
  whereZh: "h 为枢纽值，σ 为归一因子，w 为交换数（文件中为已知权重）",
  whereEn: "h = hub, σ = a factor, w = number of exchanges (in a file: known weights)",
  score: (...asked) => found(...asked, "authorities"),
};

function found(
  links: GraphLinks,
  _options: MetricOptions,
  view: GraphView,
  side: "hubs" | "authorities",
): NodeScores | NullReason {
  if (links.csr.targets.length === 0) return "no-links";
  const scores = hits({ csr: links.csr, weights: view.weightsOf(links) });
  return scores === null ? "repeated-root" : { values: scores[side] };
}
