import { dominantRoot } from "#graph/metrics/kernel/dominant-root.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Katz centrality: how many chains of any length lead to a node, each link a chain is longer counting α less.
 *
 *   x_v = α Σ_{u→v} x_u + 1, then ‖x‖₂ = 1     where α = attenuation.
 *
 * Reads: path, unweighted, in-links; defined where eigenvector centrality is not. Returns: one score a node, (0, 1].
 * Edge cases: α ≥ 1/λ, λ = largest eigenvalue → null: the sum has no limit; ask with a smaller α. n = 0 → no scores.
 * Cost: O(iterations × links). Source: Katz 1953, DOI 10.1007/BF02289026. Agrees with: networkx katz_centrality_numpy.
 */
export const katz: NodeMeasure = {
  name: "katz",
  scopes: everyScope,
  nameZh: "Katz 中心性",
  nameEn: "Katz centrality",
  meaningZh: ({ nodeZh }) => `通向该${nodeZh}的各种长度的供给链之和，越长权重越小；越高，越处于下游汇集处`,
  meaningEn: ({ nodeEn }) =>
    `Supply chains of any length that lead to the ${nodeEn}, longer ones counting less; high = much gathers there`,
  unit: "1",
  range: "(0, 1]",
  reads: "path",
  needsOneLayer: false,
  formula: "x_v = α Σ_{u→v} x_u + 1, ‖x‖_2 = 1",
  whereZh: "α 为衰减系数，须小于邻接矩阵最大特征值的倒数",
  whereEn: "α = attenuation, below the reciprocal of the largest eigenvalue of the adjacency matrix",
  parameters: { attenuation: metricParameters.attenuation },
  conventions: unknownEnds,
  source: "Katz 1953, DOI 10.1007/BF02289026",
  agreesWith: "networkx 3.6.1 katz_centrality_numpy(alpha=α)",
  score: ({ csr }, options) => {
    const attenuation = numberOf(options, "attenuation");
    const { root } = dominantRoot({ csr, weights: new Float64Array(csr.targets.length).fill(1) });
    return attenuation * root >= 1 ? "no-limit" : { values: sumChains(csr, attenuation) };
  },
};

function sumChains({ nodeCount, offsets, targets }: Csr, attenuation: number): Float64Array {
  let values = new Float64Array(nodeCount).fill(1);
  for (let change = Infinity, largest = 1; change > 1e-15 * largest;) {
    const next = new Float64Array(nodeCount).fill(1);
    for (let node = 0; node < nodeCount; node++)
      for (let link = offsets[node] as number; link < (offsets[node + 1] as number); link++) {
        const target = targets[link] as number;
        next[target] = (next[target] as number) + attenuation * (values[node] as number);
      }
    change = 0;
    largest = 1;
    for (const [node, value] of next.entries()) {
      change = Math.max(change, Math.abs(value - (values[node] as number)));
      largest = Math.max(largest, value);
    }
    values = next;
  }
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return values.map((value) => value / length);
}
