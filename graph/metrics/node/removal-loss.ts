import { largestComponentWithout } from "#graph/metrics/kernel/removal.ts";
import { everyScope, type NodeMeasure, type Value } from "#graph/metrics/node-measure.ts";

/**
 * Removal loss: what the web loses with a node: the share of the flow that starts or ends there, and who is cut off.
 *
 *   L(v) = (s_in(v) + s_out(v)) / Σ_e q(e)     cut off = nodes of its component outside the largest part left by v
 *
 * Reads: flow, known flows between nodes; who is cut off: the same graph, directions ignored.
 * Returns: a share a node, [0, 1], and a whole number. Edge cases: no known flow, or all of it 0 → null.
 * Errors: needs one layer. Cost: O(nodes + links). Source: Chopra, Khanna 2014, DOI 10.1016/j.jenvman.2013.12.038.
 * Agrees with: the sums before and after networkx remove_node.
 */
export const removalLoss: NodeMeasure = {
  name: "removalLoss",
  scopes: everyScope,
  nameZh: "移除损失",
  nameEn: "Removal loss",
  meaningZh: ({ nodeZh }) =>
    `去掉该${nodeZh}后失去的已知流量占比，以及与其余部分断开的节点数；越高，越是关键节点`,
  meaningEn: ({ nodeEn }) =>
    `Share of the known flow lost without the ${nodeEn}, and nodes then cut off from the rest; high = an anchor`,
  unit: "1",
  range: "[0, 1]",
  reads: "flow",
  needsOneLayer: true,
  formula: "L(v) = (s_in(v) + s_out(v)) / Σ_e q(e)",
  whereZh: "q 为已知年流量，s_in、s_out 为流入与流出强度",
  whereEn: "q = known yearly flow, s_in, s_out = in-strength and out-strength",
  columns: [
    { name: "flowShare", zh: "失去的流量占比", en: "Share of the flow lost" },
    { name: "cutOff", zh: "被断开的节点数", en: "Nodes cut off" },
  ],
  parameters: {},
  conventions: { unknownQuantities: "left out" },
  source: "Chopra, Khanna 2014, DOI 10.1016/j.jenvman.2013.12.038",
  agreesWith: "sums and components before and after networkx 3.6.1 remove_node",
  score: ({ nodes, csr, sources, flows, tie }) => {
    if (flows === null) return "several-layers";
    const lost = new Float64Array(nodes.length);
    let total = 0;
    for (const [link, source] of sources.entries()) {
      const flow = flows[link] ?? 0;
      const target = csr.targets[link] ?? 0;
      total += flow;
      lost[source] = (lost[source] ?? 0) + flow;
      lost[target] = (lost[target] ?? 0) + flow;
    }
    if (total === 0) return sources.length === 0 ? "no-links" : "no-known-quantity";
    // Of an undirected network each pair stands twice in the total, and twice at either end.
    return {
      values: Array.from(lost, (flow): Value => flow / total),
      others: [largestComponentWithout(tie.csr)],
    };
  },
};
