import type { Csr } from "#graph/projection/graphs/csr.ts";
import { mostDense, perronPair, solveShifted } from "./dense/perron.ts";
import { strongComponents } from "./strong-components.ts";

/** A weighted digraph; weights are at least 0, one a link. */
export interface Weighted {
  readonly csr: Csr;
  readonly weights: ArrayLike<number>;
}

/** Relative change at which an iteration has arrived, and iterations after which it is given up. */
const tolerance = 1e-14;
/** Iterations after which a small component is solved as a dense matrix. */
const quickIterations = 1000;
const maxIterations = 200_000;
/** Two roots this close count as one that is repeated. */
const sameRoot = 1e-9;

export interface DominantRoot {
  /** Largest eigenvalue of the weight matrix: 0 for an acyclic graph. */
  readonly root: number;
  /** Whether several strong components have it: there is then no one eigenvector. */
  readonly isRepeated: boolean;
  /** Left eigenvector x A = root · x, at least 0, of length 1; null where the root is 0 or repeated. */
  readonly vector: Float64Array | null;
}

/**
 * The largest root of a non-negative matrix and its left eigenvector, by strong component: the root is the largest of
 * theirs, and the vector runs from the one component that has it down along the links. Each by power iteration with a
 * shift, so that a periodic graph converges too. Cost: O(iterations × links).
 */
export function dominantRoot(web: Weighted): DominantRoot {
  const { csr, weights } = withoutZeros(web);
  const { count, componentOf } = strongComponents(csr);
  const vector = new Float64Array(csr.nodeCount);
  const blocks = blocksOf(csr, weights, componentOf, count);
  const next = new Float64Array(csr.nodeCount);
  const roots = blocks.map((block) => (block.sources.length === 0 ? 0 : iterate(block, vector, next)));
  const root = roots.reduce((a, b) => Math.max(a, b), 0);
  const holders = roots.flatMap((each, block) => (root > 0 && each >= root * (1 - sameRoot) ? [block] : []));
  const [holder] = holders;
  if (holder === undefined || holders.length > 1)
    return { root, isRepeated: holders.length > 1, vector: null };
  runDown({ csr, weights }, { componentOf, blocks, holder, root }, vector);
  const length = Math.hypot(...chunked(vector));
  return { root, isRepeated: false, vector: vector.map((value) => value / length) };
}

/** A weight of 0 is a 0 of the matrix: a cycle over it is none. */
function withoutZeros(web: Weighted): Weighted {
  const { csr, weights } = web;
  const { nodeCount } = csr;
  const kept: number[] = [];
  const offsets = new Uint32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) {
    for (let link = csr.offsets[node] as number; link < (csr.offsets[node + 1] as number); link++)
      if ((weights[link] ?? 0) > 0) kept.push(link);
    offsets[node + 1] = kept.length;
  }
  if (kept.length === csr.targets.length) return web;
  return {
    csr: { nodeCount, offsets, targets: Uint32Array.from(kept, (link) => csr.targets[link] as number) },
    weights: Float64Array.from(kept, (link) => weights[link] as number),
  };
}

/** Norms of slices, so that no call has as many arguments as there are nodes. */
function chunked(vector: Float64Array): number[] {
  const norms: number[] = [];
  for (let start = 0; start < vector.length; start += 1000)
    norms.push(Math.hypot(...vector.subarray(start, start + 1000)));
  return norms;
}

interface Block {
  readonly members: readonly number[];
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly weights: readonly number[];
}

/** The links inside each strong component. */
function blocksOf(
  { nodeCount, offsets, targets }: Csr,
  weights: ArrayLike<number>,
  of: Int32Array,
  count: number,
) {
  const blocks = Array.from({ length: count }, () => ({
    members: [] as number[],
    sources: [] as number[],
    targets: [] as number[],
    weights: [] as number[],
  }));
  for (let node = 0; node < nodeCount; node++) {
    const block = blocks[of[node] ?? 0];
    block?.members.push(node);
    for (let link = offsets[node] ?? 0; link < (offsets[node + 1] ?? 0); link++) {
      const target = targets[link] ?? 0;
      const weight = weights[link] ?? 0;
      if (block === undefined || of[target] !== of[node]) continue;
      block.sources.push(node);
      block.targets.push(target);
      block.weights.push(weight);
    }
  }
  return blocks;
}

/** Root of one component; its eigenvector, summing to 1, is left in `vector` at its members. */
function iterate(block: Block, vector: Float64Array, next: Float64Array): number {
  const { members, sources, targets, weights } = block;
  for (const member of members) vector[member] = 1 / members.length;
  let root = 0;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (const member of members) next[member] = 0;
    for (let link = 0; link < sources.length; link++) {
      const target = targets[link] as number;
      next[target] =
        (next[target] as number) + (weights[link] as number) * (vector[sources[link] as number] as number);
    }
    root = 0;
    for (const member of members) root += next[member] as number;
    if (root === 0) return 0;
    // (A + s) x: the shift keeps the vector and takes away the swing of a periodic graph.
    const shift = 0.3 * root;
    let change = 0;
    for (const member of members) {
      const value = ((next[member] as number) + shift * (vector[member] as number)) / (root + shift);
      change = Math.max(change, Math.abs(value - (vector[member] as number)));
      vector[member] = value;
    }
    if (change < tolerance / members.length) break;
    if (iteration === quickIterations && members.length <= mostDense) {
      const dense = perronPair(transposed(block), members.length);
      for (const [at, member] of members.entries()) vector[member] = dense.vector[at] as number;
      return dense.root;
    }
  }
  return root;
}

/** The weights inside a component, row = target, column = source. */
function transposed({ members, sources, targets, weights }: Block): Float64Array {
  const placeOf = new Map(members.map((member, place) => [member, place]));
  const matrix = new Float64Array(members.length ** 2);
  for (const [link, source] of sources.entries()) {
    const cell = (placeOf.get(targets[link] ?? -1) ?? 0) * members.length + (placeOf.get(source) ?? 0);
    matrix[cell] = weights[link] as number;
  }
  return matrix;
}

interface Down {
  readonly componentOf: Int32Array;
  readonly blocks: readonly Block[];
  readonly holder: number;
  readonly root: number;
}

/** x_v = Σ_u w(u→v) x_u / root below the component that holds the root; 0 above it. */
function runDown({ csr, weights }: Weighted, down: Down, vector: Float64Array): void {
  const { componentOf, blocks, holder, root } = down;
  const { offsets, targets } = csr;
  for (const [node, component] of componentOf.entries()) if (component !== holder) vector[node] = 0;
  const given = new Float64Array(csr.nodeCount);
  // Sinks have the lowest numbers, so what lies below the holder has lower ones than it.
  for (let component = holder; component >= 0; component--) {
    const block = blocks[component];
    if (block === undefined) continue;
    if (component !== holder && !settle(block, given, root, vector)) continue;
    for (const node of block.members)
      for (let link = offsets[node] as number; link < (offsets[node + 1] as number); link++) {
        const target = targets[link] as number;
        if (componentOf[target] !== component)
          given[target] = (given[target] as number) + (weights[link] as number) * (vector[node] as number);
      }
  }
}

/** x = (given + Wᵀ x) / root inside one component; false where nothing is given. */
function settle(block: Block, given: Float64Array, root: number, vector: Float64Array): boolean {
  const { members, sources, targets, weights } = block;
  if (members.every((member) => given[member] === 0)) return false;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const next = new Map(members.map((member) => [member, given[member] as number]));
    for (const [link, source] of sources.entries()) {
      const target = targets[link] as number;
      next.set(target, (next.get(target) ?? 0) + (weights[link] as number) * (vector[source] as number));
    }
    let [change, largest] = [0, 0];
    for (const [member, sum] of next) {
      const value = sum / root;
      change = Math.max(change, Math.abs(value - (vector[member] as number)));
      largest = Math.max(largest, value);
      vector[member] = value;
    }
    if (change <= tolerance * largest || sources.length === 0) break;
    if (iteration < quickIterations || members.length > mostDense) continue;
    const right = Float64Array.from(members, (member) => given[member] as number);
    const solved = solveShifted(transposed(block), members.length, root, right);
    for (const [at, member] of members.entries()) vector[member] = solved[at] as number;
    break;
  }
  return true;
}
