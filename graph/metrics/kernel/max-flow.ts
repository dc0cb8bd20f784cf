/** A network of pipes: `capacities[k]` is what can pass from `sources[k]` to `targets[k]`, ∞ = without limit. */
export interface Pipes {
  readonly nodeCount: number;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly capacities: readonly number[];
}

export interface MaxFlow {
  /** ∞ where a path without limit leads through. */
  readonly value: number;
  /** Pipes of the cut that limits it, those nearest to the source; 0 where nothing passes or nothing limits. */
  readonly cut: number;
}

interface Residual {
  readonly pipes: Pipes;
  /** By node: numbers of its arcs. Arc 2k is pipe k, arc 2k + 1 its way back. */
  readonly arcsOf: readonly (readonly number[])[];
  readonly left: Float64Array;
}

/**
 * The most that can pass from one node to another, for many pairs of one network. Shortest augmenting paths: no rounding
 * decides when it ends, for a pipe on the path is full to the last bit. Cost: O(nodes × pipes²) at worst.
 * Source: Edmonds, Karp 1972, DOI 10.1145/321694.321699.
 */
export function flowFinder(pipes: Pipes): (source: number, target: number) => MaxFlow {
  const arcsOf = Array.from({ length: pipes.nodeCount }, (): number[] => []);
  for (const [pipe, source] of pipes.sources.entries()) {
    arcsOf[source]?.push(2 * pipe);
    arcsOf[pipes.targets[pipe] as number]?.push(2 * pipe + 1);
  }
  return (source, target) => {
    const left = new Float64Array(2 * pipes.sources.length);
    for (const [pipe, capacity] of pipes.capacities.entries()) left[2 * pipe] = capacity;
    const residual = { pipes, arcsOf, left };
    let value = 0;
    for (;;) {
      const reachedBy = search(residual, source);
      if (reachedBy[target] === unreached)
        return { value, cut: value === 0 ? 0 : countCut(pipes, reachedBy) };
      const pushed = augment(residual, reachedBy, source, target);
      if (pushed === Infinity) return { value: Infinity, cut: 0 };
      value += pushed;
    }
  };
}

const unreached = -1;
const start = -2;

/** By node: the arc over which a shortest path with room arrives. */
function search({ pipes, arcsOf, left }: Residual, source: number): Int32Array {
  const reachedBy = new Int32Array(pipes.nodeCount).fill(unreached);
  reachedBy[source] = start;
  const queue = [source];
  for (const node of queue)
    for (const arc of arcsOf[node] ?? []) {
      const other = headOf(pipes, arc);
      if (reachedBy[other] !== unreached || !((left[arc] as number) > 0)) continue;
      reachedBy[other] = arc;
      queue.push(other);
    }
  return reachedBy;
}

/** Sends along the path found what its narrowest pipe has room for. */
function augment({ pipes, left }: Residual, reachedBy: Int32Array, source: number, target: number): number {
  const path: number[] = [];
  for (let node = target; node !== source; node = headOf(pipes, (path.at(-1) as number) ^ 1))
    path.push(reachedBy[node] as number);
  const pushed = path.reduce((least, arc) => Math.min(least, left[arc] as number), Infinity);
  if (pushed === Infinity) return pushed;
  for (const arc of path) {
    left[arc] = (left[arc] as number) - pushed;
    left[arc ^ 1] = (left[arc ^ 1] as number) + pushed;
  }
  return pushed;
}

/** Pipes that lead out of what can still be reached. */
function countCut({ sources, targets, capacities }: Pipes, reachedBy: Int32Array): number {
  return sources.filter(
    (source, pipe) =>
      reachedBy[source] !== unreached &&
      reachedBy[targets[pipe] as number] === unreached &&
      (capacities[pipe] as number) > 0,
  ).length;
}

function headOf({ sources, targets }: Pipes, arc: number): number {
  return ((arc & 1) === 0 ? targets : sources)[arc >>> 1] as number;
}
