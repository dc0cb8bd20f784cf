import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { columnsOf, unknownEnds, type Value } from "#graph/metrics/node-measure.ts";
import { layerTies, type LayerTie } from "./layer-ties.ts";

/**
 * Multiplex participation: how evenly the partners of a node spread over the layers.
 *
 *   P_i = M/(M − 1) · (1 − Σ_l (k_il / o_i)²)
 *   where k_il = partners of i in layer l, o_i = Σ_l k_il, M = layers with a link.
 *
 * Reads: tie of each layer. Returns: one number a node, [0, 1]: 0 = all in one layer, 1 = the same number in each.
 * Edge cases: fewer than two layers with a link → null; no partner → null. Cost: O(layers × nodes + exchanges).
 * Source: Battiston, Nicosia, Latora 2014. Agrees with: that formula over networkx graphs of the layers.
 */
export const multiplexParticipation = ofNetwork(
  {
    name: "multiplexParticipation",
    nameZh: "多层参与系数",
    nameEn: "Multiplex participation",
    meaningZh: "该企业的伙伴在物料、能源、水各层之间分布的均匀程度；0 为全在一层，1 为各层一样多",
    meaningEn:
      "How evenly the partners of a node spread over the layers; 0 = all in one, 1 = as many in each",
    unit: "1",
    range: "[0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "P_i = M/(M−1) · (1 − Σ_l (k_il/o_i)^2)",
    whereZh: "k_il 为 i 在层 l 中的伙伴数（不计方向），o_i 为其和，M 为有链接的层数",
    whereEn: "k_il = partners of i in layer l, directions ignored, o_i = their sum, M = layers with a link",
    parameters: {},
    conventions: { unknownLayer: "left out", ...unknownEnds },
    source: "Battiston, Nicosia, Latora 2014, DOI 10.1103/PhysRevE.89.032804",
    agreesWith: "the formula over a networkx 3.6.1 Graph of each layer",
  },
  (view) => {
    const { nodes } = view.path;
    const ties = layerTies(view);
    const found = nodes.map((_, node) => participationOf(ties, node));
    return {
      kind: "byNode",
      nodes: columnsOf(nodes),
      columns: [{ name: "value", values: found.map((value) => (typeof value === "number" ? value : null)) }],
      reasons: found.map((value) => (typeof value === "string" ? value : null)),
      reason: ties.length < 2 ? "one-layer" : null,
      sample: null,
    };
  },
);

function participationOf(ties: readonly LayerTie[], node: number): Value {
  const layers = ties.length;
  if (layers < 2) return "one-layer";
  const partners = ties.map(({ csr }) => (csr.offsets[node + 1] ?? 0) - (csr.offsets[node] ?? 0));
  const sum = partners.reduce((total, count) => total + count, 0);
  if (sum === 0) return "no-partner";
  const squares = partners.reduce((total, count) => total + count * count, 0);
  return (layers / (layers - 1)) * (1 - squares / (sum * sum));
}
