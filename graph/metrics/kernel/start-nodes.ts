import type { Csr } from "#graph/projection/graphs/csr.ts";
import { seededRandom, shuffled } from "./random.ts";

/** Above this many start nodes a measure of shortest paths is estimated from a sample; below, it is exact. */
export const exactUpToStarts = 5000;
/** Start nodes drawn beyond it. */
export const sampledStarts = 1000;

/** The nodes a measure of shortest paths starts from, and what each stands for. */
export interface StartNodes {
  readonly nodes: readonly number[];
  /** Every start node counts this many times: 1 where all are taken. */
  readonly factor: number;
  readonly sample: { readonly drawn: number; readonly of: number } | null;
}

/** Every node with a link out (the others reach nothing); beyond `exactUpToStarts` a seeded sample without repetition. */
export function startNodes(csr: Csr, seed: number): StartNodes {
  const all = allStarts(csr);
  const { nodes } = all;
  if (nodes.length <= exactUpToStarts) return all;
  const drawn = shuffled(nodes, seededRandom(seed)).slice(0, sampledStarts);
  return {
    nodes: drawn,
    factor: nodes.length / drawn.length,
    sample: { drawn: drawn.length, of: nodes.length },
  };
}

/** Every node with a link out, whatever their number. */
export function allStarts({ nodeCount, offsets }: Csr): StartNodes {
  const nodes: number[] = [];
  for (let node = 0; node < nodeCount; node++)
    if ((offsets[node + 1] ?? 0) > (offsets[node] ?? 0)) nodes.push(node);
  return { nodes, factor: 1, sample: null };
}
