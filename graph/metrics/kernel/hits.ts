import type { Weighted } from "./dominant-root.ts";

const tolerance = 1e-15;
const maxIterations = 100_000;
const sameValue = 1e-9;

export interface Hits {
  /** Each at least 0 and summing to 1. */
  readonly hubs: Float64Array;
  readonly authorities: Float64Array;
}

/**
 * Hubs and authorities: the singular vectors of the largest singular value of the weight matrix, each summing to 1; null
 * where there is no link, or where several blocks share the value, for then the vectors are not determined.
 * A block is what hangs together through suppliers with a common receiver; both vectors are 0 outside the one that has
 * the largest value. Power iteration on A Aᵀ block by block: O(iterations × links).
 */
export function hits({ csr, weights }: Weighted): Hits | null {
  const { nodeCount } = csr;
  const hubs = new Float64Array(nodeCount);
  const authorities = new Float64Array(nodeCount);
  const found = blocksOf(csr, weights).map((links) => ({ links, value: iterate(links, hubs, authorities) }));
  const largest = found.reduce((most, { value }) => Math.max(most, value), 0);
  const holders = found.filter(({ value }) => largest > 0 && value >= largest * (1 - sameValue));
  const [holder] = holders;
  if (holder === undefined || holders.length > 1) return null;
  const sources = new Set(holder.links.map(({ source }) => source));
  const targets = new Set(holder.links.map(({ target }) => target));
  return {
    hubs: scaled(hubs, sources),
    authorities: scaled(authorities, targets),
  };
}

interface Link {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** Links by connected block of suppliers on one side and receivers on the other. */
function blocksOf({ nodeCount, offsets, targets }: Weighted["csr"], weights: ArrayLike<number>): Link[][] {
  // Supplier v is v, receiver v is nodeCount + v.
  const parents = Uint32Array.from({ length: 2 * nodeCount }, (_, side) => side);
  const rootOf = (side: number) => {
    let root = side;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] as number] as number;
      root = parents[root] as number;
    }
    return root;
  };
  const links: Link[] = [];
  for (let source = 0; source < nodeCount; source++)
    for (let link = offsets[source] as number; link < (offsets[source + 1] as number); link++) {
      const target = targets[link] as number;
      const weight = weights[link] ?? 0;
      if (!(weight > 0)) continue;
      links.push({ source, target, weight });
      const [left, right] = [rootOf(source), rootOf(nodeCount + target)];
      if (left !== right) parents[Math.max(left, right)] = Math.min(left, right);
    }
  return [...Map.groupBy(links, ({ source }) => rootOf(source)).values()];
}

/** Largest value of A Aᵀ of a block; leaves its vectors, the largest hub 1, in the two arrays. */
function iterate(links: readonly Link[], hubs: Float64Array, authorities: Float64Array): number {
  const sources = [...new Set(links.map(({ source }) => source))];
  const before = new Float64Array(sources.length);
  for (const source of sources) hubs[source] = 1;
  let value = 0;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (const [index, source] of sources.entries()) before[index] = hubs[source] ?? 0;
    sendOver(links, hubs, authorities);
    value = sources.reduce((most, source) => Math.max(most, hubs[source] ?? 0), 0);
    let change = 0;
    for (const [index, source] of sources.entries()) {
      const hub = (hubs[source] ?? 0) / value;
      change = Math.max(change, Math.abs(hub - (before[index] ?? 0)));
      hubs[source] = hub;
    }
    if (change <= tolerance) break;
  }
  return value;
}

/** a = Aᵀ h, then h = A a. */
function sendOver(links: readonly Link[], hubs: Float64Array, authorities: Float64Array): void {
  for (const { target } of links) authorities[target] = 0;
  for (const { source, target, weight } of links)
    authorities[target] = (authorities[target] ?? 0) + weight * (hubs[source] ?? 0);
  for (const { source } of links) hubs[source] = 0;
  for (const { source, target, weight } of links)
    hubs[source] = (hubs[source] ?? 0) + weight * (authorities[target] ?? 0);
}

function scaled(values: Float64Array, members: ReadonlySet<number>): Float64Array {
  let sum = 0;
  for (const member of members) sum += values[member] ?? 0;
  const result = new Float64Array(values.length);
  for (const member of members) result[member] = (values[member] ?? 0) / sum;
  return result;
}
