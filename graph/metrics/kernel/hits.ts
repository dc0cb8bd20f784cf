import { mostDense, symmetricPair } from "./dense/perron.ts";
import type { Weighted } from "./dominant-root.ts";

const tolerance = 1e-15;
/** Iterations after which a small block is solved as a dense matrix, and after which a big one is left as it is. */
const quickIterations = 1000;
const maxIterations = 100_000;
/** Suppliers up to which a block is solved at once: a small change may be all there is between two close values. */
const smallBlock = 64;
/** Two squares of singular values this close count as one that is repeated: beyond it, rounding decides the vectors. */
const sameValue = 2e-7;

export interface Hits {
  /** Each at least 0 and summing to 1. */
  readonly hubs: Float64Array;
  readonly authorities: Float64Array;
}

/**
 * Hubs and authorities: the singular vectors of the largest singular value of the weight matrix, each summing to 1; null
 * where there is no link, or where several blocks share the value, for then the vectors are not determined.
 * A block is what hangs together through suppliers with a common receiver; both vectors are 0 outside the one that has
 * the largest value. Power iteration on A Aᵀ block by block: O(iterations × links); a block of up to 400 suppliers whose first
 * two values are too close for it is solved.
 */
export function hits({ csr, weights }: Weighted): Hits | null {
  const { nodeCount } = csr;
  const hubs = new Float64Array(nodeCount);
  const authorities = new Float64Array(nodeCount);
  const links = linksByBlock(csr, weights);
  const blocks = Array.from({ length: links.starts.length - 1 }, (_, block) => ({
    from: links.starts[block] as number,
    to: links.starts[block + 1] as number,
  }));
  const found = blocks.map((block) => ({ block, ...iterate(links, block, hubs, authorities) }));
  const largest = found.reduce((most, { value }) => Math.max(most, value), 0);
  const holders = found.filter(({ value }) => largest > 0 && value >= largest * (1 - sameValue));
  const [holder] = holders;
  if (holder === undefined || holders.length > 1 || holder.isRepeated) return null;
  const { from, to } = holder.block;
  return {
    hubs: scaled(hubs, links.sources.subarray(from, to)),
    authorities: scaled(authorities, links.targets.subarray(from, to)),
  };
}

/** The links of weight > 0, block after block, and by source in each; block k begins at `starts[k]`. */
interface BlockLinks {
  readonly starts: Uint32Array;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

interface Block {
  readonly from: number;
  readonly to: number;
}

/** Links by connected block of suppliers on one side and receivers on the other. */
function linksByBlock(csr: Weighted["csr"], weights: ArrayLike<number>): BlockLinks {
  const { nodeCount, offsets, targets } = csr;
  const rootOf = joinSides(csr, weights);
  const counts = new Uint32Array(2 * nodeCount);
  const eachLink = (visit: (source: number, link: number) => void) => {
    for (let source = 0; source < nodeCount; source++)
      for (let link = offsets[source] as number; link < (offsets[source + 1] as number); link++)
        if ((weights[link] ?? 0) > 0) visit(source, link);
  };
  eachLink((source) => {
    const root = rootOf(source);
    counts[root] = (counts[root] as number) + 1;
  });
  const next = new Uint32Array(2 * nodeCount);
  const starts = [0];
  let total = 0;
  for (const [root, count] of counts.entries()) {
    next[root] = total;
    total += count;
    if (count > 0) starts.push(total);
  }
  const sorted = {
    starts: Uint32Array.from(starts),
    sources: new Uint32Array(total),
    targets: new Uint32Array(total),
    weights: new Float64Array(total),
  };
  eachLink((source, link) => {
    const root = rootOf(source);
    const place = next[root] as number;
    next[root] = place + 1;
    sorted.sources[place] = source;
    sorted.targets[place] = targets[link] as number;
    sorted.weights[place] = weights[link] as number;
  });
  // The vectors do not depend on the size of all weights together, and squares of scaled ones overflow nowhere.
  const largest = sorted.weights.reduce((most, weight) => Math.max(most, weight), 0);
  for (let place = 0; place < total; place++)
    sorted.weights[place] = (sorted.weights[place] as number) / largest;
  return sorted;
}

/** Union of the ends of all links: supplier v is v, receiver v is nodeCount + v. */
function joinSides({ nodeCount, offsets, targets }: Weighted["csr"], weights: ArrayLike<number>) {
  const parents = Uint32Array.from({ length: 2 * nodeCount }, (_, side) => side);
  const rootOf = (side: number) => {
    let root = side;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  for (let source = 0; source < nodeCount; source++)
    for (let link = offsets[source] as number; link < (offsets[source + 1] as number); link++) {
      if (!((weights[link] ?? 0) > 0)) continue;
      const [left, right] = [rootOf(source), rootOf(nodeCount + (targets[link] as number))];
      if (left !== right) parents[Math.max(left, right)] = Math.min(left, right);
    }
  return rootOf;
}

/** Largest value of A Aᵀ of a block; leaves its vectors, the largest hub 1, in the two arrays. */
function iterate(links: BlockLinks, block: Block, hubs: Float64Array, authorities: Float64Array) {
  const sources = Uint32Array.from(new Set(links.sources.subarray(block.from, block.to)));
  const before = new Float64Array(sources.length);
  for (const source of sources) hubs[source] = 1;
  let value = 0;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (let at = 0; at < sources.length; at++) before[at] = hubs[sources[at] as number] as number;
    sendOver(links, block, hubs, authorities);
    value = 0;
    for (const source of sources) value = Math.max(value, hubs[source] as number);
    let change = 0;
    for (let at = 0; at < sources.length; at++) {
      const source = sources[at] as number;
      const hub = (hubs[source] as number) / value;
      change = Math.max(change, Math.abs(hub - (before[at] as number)));
      hubs[source] = hub;
    }
    if (change <= tolerance && (sources.length === 1 || sources.length > smallBlock)) break;
    if (sources.length <= (iteration < quickIterations ? smallBlock : mostDense)) {
      const dense = symmetricPair(productOf(links, block, sources), sources.length);
      for (let at = 0; at < sources.length; at++) hubs[sources[at] as number] = dense.vector[at] as number;
      sendOver(links, block, hubs, authorities);
      return { value: dense.root, isRepeated: dense.second >= dense.root * (1 - sameValue) };
    }
  }
  return { value, isRepeated: false };
}

/** A Aᵀ of a block, row after row. */
function productOf(links: BlockLinks, { from, to }: Block, sources: Uint32Array): Float64Array {
  const rowOf = new Map(Array.from(sources, (source, row) => [source, row]));
  const byTarget = Map.groupBy(
    Array.from({ length: to - from }, (_, at) => from + at),
    (link) => links.targets[link],
  );
  const product = new Float64Array(sources.length ** 2);
  for (const common of byTarget.values())
    for (const left of common)
      for (const right of common) {
        const row = rowOf.get(links.sources[left] as number) ?? 0;
        const cell = row * sources.length + (rowOf.get(links.sources[right] as number) ?? 0);
        product[cell] =
          (product[cell] as number) + (links.weights[left] as number) * (links.weights[right] as number);
      }
  return product;
}

/** a = Aᵀ h, then h = A a. */
function sendOver(links: BlockLinks, { from, to }: Block, hubs: Float64Array, authorities: Float64Array) {
  const { sources, targets, weights } = links;
  for (let link = from; link < to; link++) authorities[targets[link] as number] = 0;
  for (let link = from; link < to; link++) {
    const target = targets[link] as number;
    authorities[target] =
      (authorities[target] as number) + (weights[link] as number) * (hubs[sources[link] as number] as number);
  }
  for (let link = from; link < to; link++) hubs[sources[link] as number] = 0;
  for (let link = from; link < to; link++) {
    const source = sources[link] as number;
    hubs[source] =
      (hubs[source] as number) + (weights[link] as number) * (authorities[targets[link] as number] as number);
  }
}

/** The values at the members, made to sum to 1; 0 elsewhere. */
function scaled(values: Float64Array, members: Uint32Array): Float64Array {
  const own = new Float64Array(values.length);
  for (const member of members) own[member] = values[member] as number;
  const sum = own.reduce((total, value) => total + value, 0);
  return own.map((value) => value / sum);
}
