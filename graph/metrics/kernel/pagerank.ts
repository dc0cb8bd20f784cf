import { reverse, sourcesOf, type Csr } from "#graph/projection/graphs/csr.ts";

export const pagerankLimits = { tolerance: 1e-12, maxIterations: 1000 } as const;

/**
 * PageRank by power iteration. `weights` has one number ≥ 0 a link; a node splits its rank over its links in proportion,
 * and a node whose weights are all 0 spreads it evenly over all nodes, like one without links. Sums to 1; empty for n = 0.
 * Stops when the sum of absolute changes is below the tolerance. Cost: O(iterations × links).
 */
export function pagerank(csr: Csr, weights: ArrayLike<number>, damping: number): Float64Array {
  const { nodeCount } = csr;
  const { tolerance, maxIterations } = pagerankLimits;
  const sources = sourcesOf(csr);
  const outWeight = new Float64Array(nodeCount);
  for (const [link, source] of sources.entries())
    outWeight[source] = (outWeight[source] as number) + (weights[link] ?? 0);
  const { csr: incoming, linkOfEdge } = reverse(csr);
  const shares = new Float64Array(linkOfEdge.length);
  for (const [link, source] of sources.entries()) {
    const total = outWeight[source] as number;
    if (total > 0) shares[linkOfEdge[link] as number] = (weights[link] ?? 0) / total;
  }
  let ranks = new Float64Array(nodeCount).fill(1 / nodeCount);
  let next = new Float64Array(nodeCount);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    let dangling = 0;
    for (let node = 0; node < nodeCount; node++) if (outWeight[node] === 0) dangling += ranks[node] as number;
    const base = (1 - damping + damping * dangling) / nodeCount;
    const change = spread(incoming, shares, { ranks, next, base, damping });
    [ranks, next] = [next, ranks];
    if (change < tolerance) break;
  }
  return ranks;
}

interface Step {
  readonly ranks: Float64Array;
  readonly next: Float64Array;
  readonly base: number;
  readonly damping: number;
}

/** One iteration; returns the sum of absolute changes. */
function spread({ nodeCount, offsets, targets }: Csr, shares: Float64Array, step: Step): number {
  const { ranks, next, base, damping } = step;
  let change = 0;
  for (let node = 0; node < nodeCount; node++) {
    let received = 0;
    for (let link = offsets[node] as number, end = offsets[node + 1] as number; link < end; link++)
      received += (shares[link] as number) * (ranks[targets[link] as number] as number);
    const rank = base + damping * received;
    change += Math.abs(rank - (ranks[node] as number));
    next[node] = rank;
  }
  return change;
}
