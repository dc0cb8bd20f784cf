import type { Csr } from "#graph/projection/graphs/csr.ts";
import { seededRandom, shuffled } from "./random.ts";
import { hoeffdingError } from "./sampling-error.ts";

/** Up to this many start nodes a measure of shortest paths is exact unless a sample is asked for. */
export const exactUpToStarts = 50_000;
/** Start nodes drawn beyond it. */
export const sampledStarts = 1000;

/** The nodes a measure of shortest paths starts from, and what each stands for. */
export interface StartNodes {
  readonly nodes: readonly number[];
  /** Every start node counts this many times: 1 where all are taken. */
  readonly factor: number;
  readonly sample: { readonly drawn: number; readonly of: number } | null;
}

/**
 * Every node with a link out (the others reach nothing), or a seeded sample of them without repetition: `asked` of them,
 * and for 0 `sampledStarts` where there are more than `exactUpToStarts`.
 */
export function startNodes(csr: Csr, seed: number, asked: number): StartNodes {
  const all = allStarts(csr);
  const { nodes } = all;
  const usual = nodes.length <= exactUpToStarts ? nodes.length : sampledStarts;
  const count = asked === 0 ? usual : asked;
  if (count >= nodes.length) return all;
  const drawn = shuffled(nodes, seededRandom(seed)).slice(0, count);
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

/** How far sums over a sample lie off at most, with probability 0.95, where one start adds a number in [0, range] to each. */
export function generalError({ sample }: StartNodes, range: number, values: number): number {
  return sample === null ? 0 : sample.of * hoeffdingError(sample, Math.max(0, range), values);
}

/** What a result says of its sample; `error` in the unit of its values. */
export function sampleOf({ sample }: StartNodes, error: number | null) {
  return sample === null ? null : { ...sample, error };
}
