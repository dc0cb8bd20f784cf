import { everyScope, unknownEnds, type NodeMeasure, type Value } from "#graph/metrics/node-measure.ts";
import { linkBetween } from "#graph/metrics/kernel/cut-points.ts";
import { trianglesAt } from "#graph/metrics/kernel/triangles.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Structural holes: whether the partners of a node can do without it.
 *
 *   constraint(v) = Σ_u (p_vu + Σ_{w ≠ v, u} p_vw p_wu)²     effective size(v) = k − 2t/k
 *   where p_vu = 1/k_v for a partner u, else 0; k = partners of v, t = links among them.
 *
 * Reads: tie, unweighted. Returns: one score a node, ≥ 0. Edge cases: no partner → null.
 * Cost: O(Σ k²). Source: Burt 1992, ISBN 0-674-84371-1; Borgatti 1997; Burt 2004, DOI 10.1086/421787.
 * Agrees with: networkx constraint, effective_size.
 */
const text = {
  scopes: everyScope,
  unit: "1",
  reads: "tie",
  needsOneLayer: false,
  parameters: {},
  conventions: unknownEnds,
  source: "Burt 2004, DOI 10.1086/421787",
} as const;

export const constraint: NodeMeasure = {
  ...text,
  name: "constraint",
  nameZh: "约束度",
  nameEn: "Constraint",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}受其伙伴${partnersZh}牵制的程度；越低，越处于互不相连的伙伴之间`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `How far the ${nodeEn} depends on ${partnersEn} that are linked among themselves; low = it spans gaps between them`,
  range: "[0, ∞)",
  formula: "c(v) = Σ_u (p_vu + Σ_w p_vw p_wu)^2",
  whereZh: "p_vu 为 v 的伙伴数的倒数（u 为伙伴时），u、w 为 v 的伙伴",
  whereEn: "p_vu = 1 / partners of v where u is one; u, w = partners of v",
  agreesWith: "networkx 3.6.1 constraint on the undirected graph",
  score: ({ tie: { csr } }) => ({
    values: Array.from(
      { length: csr.nodeCount },
      (_, node): Value => constraintOf(csr, node) ?? "no-partner",
    ),
  }),
};

export const effectiveSize: NodeMeasure = {
  ...text,
  name: "effectiveSize",
  nameZh: "有效规模",
  nameEn: "Effective size",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}的伙伴${partnersZh}中互不重复的数目；越高，来源与去向越多样`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Number of ${partnersEn} the ${nodeEn} exchanges with, less the average links among them; high = partners of different circles`,
  range: "[1, n − 1]",
  formula: "k − 2t/k",
  whereZh: "k 为伙伴数，t 为伙伴之间的链接数",
  whereEn: "k = partners, t = links among them",
  agreesWith: "networkx 3.6.1 effective_size on the undirected graph",
  score: ({ tie: { csr } }) => {
    const triangles = trianglesAt(csr);
    return {
      values: Array.from(triangles, (links, node): Value => {
        const partners = (csr.offsets[node + 1] ?? 0) - (csr.offsets[node] ?? 0);
        return partners === 0 ? "no-partner" : partners - (2 * links) / partners;
      }),
    };
  },
};

function constraintOf({ offsets, targets }: Csr, node: number): number | null {
  const [first = 0, last = 0] = [offsets[node], offsets[node + 1]];
  const partners = last - first;
  if (partners === 0) return null;
  let sum = 0;
  for (let link = first; link < last; link++) {
    const other = targets[link] ?? 0;
    let share = 1 / partners;
    for (let step = first; step < last; step++) {
      const between = targets[step] ?? 0;
      if (between === other || linkBetween({ offsets, targets }, between, other) === -1) continue;
      share += 1 / partners / ((offsets[between + 1] ?? 0) - (offsets[between] ?? 0));
    }
    sum += share * share;
  }
  return sum;
}
