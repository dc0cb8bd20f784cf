import type { Csr } from "#graph/projection/graphs/csr.ts";
import { newHeap, popCheapest, pushOrRaise, type CostHeap } from "./cost-heap.ts";

/** The shortest paths from one start, counted; one search serves many starts, one after the other. */
export interface PathSearch {
  readonly csr: Csr;
  /** Cost of each link, > 0; an infinite one is no link. Null = 1 a link. */
  readonly linkCosts: Float64Array | null;
  /** The nodes reached, nearest first: the first `reached` of them. */
  readonly order: Uint32Array;
  reached: number;
  /** By node: cost of the way to it; Infinity where it is not reached. */
  readonly distances: Float64Array;
  /** By node: number of shortest paths to it, as `counts × countLimit^exponents`, so that it stays finite. */
  readonly counts: Float64Array;
  readonly exponents: Uint32Array;
  readonly heap: CostHeap;
}

const countLimit = 2 ** 500;

export function newPathSearch(csr: Csr, linkCosts: Float64Array | null): PathSearch {
  const distances = new Float64Array(csr.nodeCount).fill(Infinity);
  return {
    csr,
    linkCosts,
    order: new Uint32Array(csr.nodeCount),
    reached: 0,
    distances,
    counts: new Float64Array(csr.nodeCount),
    exponents: new Uint32Array(csr.nodeCount),
    heap: newHeap(distances),
  };
}

/**
 * Dijkstra's algorithm, or breadth-first search without costs. Costs are added from the start on and compared exactly, as
 * NetworkX does: two ways tie where their sums are the same double.
 */
export function searchFrom(search: PathSearch, start: number) {
  const { order, distances, counts, exponents, linkCosts } = search;
  for (let position = 0; position < search.reached; position++)
    distances[order[position] as number] = Infinity;
  distances[start] = 0;
  counts[start] = 1;
  exponents[start] = 0;
  if (linkCosts === null) searchByLinks(search, start);
  else searchByCost(search, start, linkCosts);
}

function searchByLinks(search: PathSearch, start: number) {
  const { csr, order, distances } = search;
  order[0] = start;
  let reached = 1;
  for (let position = 0; position < reached; position++) {
    const node = order[position] as number;
    limitCount(search, node);
    const next = (distances[node] as number) + 1;
    for (let link = csr.offsets[node] as number; link < (csr.offsets[node + 1] as number); link++) {
      const target = csr.targets[link] as number;
      const known = distances[target] as number;
      if (known < next) continue;
      if (known === next) addCount(search, target, node);
      else {
        distances[target] = next;
        takeCount(search, target, node);
        order[reached++] = target;
      }
    }
  }
  search.reached = reached;
}

function searchByCost(search: PathSearch, start: number, linkCosts: Float64Array) {
  const { csr, order, distances, heap } = search;
  let reached = 0;
  pushOrRaise(heap, start);
  while (heap.size > 0) {
    const node = popCheapest(heap);
    order[reached++] = node;
    limitCount(search, node);
    const distance = distances[node] as number;
    for (let link = csr.offsets[node] as number; link < (csr.offsets[node + 1] as number); link++) {
      const target = csr.targets[link] as number;
      const next = distance + (linkCosts[link] as number);
      const known = distances[target] as number;
      if (next < known) {
        distances[target] = next;
        takeCount(search, target, node);
        pushOrRaise(heap, target);
      } else if (next === known && next < Infinity) addCount(search, target, node);
    }
  }
  search.reached = reached;
}

function limitCount({ counts, exponents }: PathSearch, node: number) {
  const count = counts[node] as number;
  if (count <= countLimit) return;
  counts[node] = count / countLimit;
  exponents[node] = (exponents[node] as number) + 1;
}

function takeCount({ counts, exponents }: PathSearch, target: number, from: number) {
  counts[target] = counts[from] as number;
  exponents[target] = exponents[from] as number;
}

function addCount({ counts, exponents }: PathSearch, target: number, from: number) {
  const exponent = exponents[target] as number;
  const more = exponents[from] as number;
  if (more === exponent) counts[target] = (counts[target] as number) + (counts[from] as number);
  else if (more < exponent)
    counts[target] = (counts[target] as number) + (counts[from] as number) * countLimit ** (more - exponent);
  else {
    counts[target] = (counts[from] as number) + (counts[target] as number) * countLimit ** (exponent - more);
    exponents[target] = more;
  }
}

/** Share of the shortest paths to `target` that come by `node`, the node before it on one. */
export function pathShare({ counts, exponents }: PathSearch, node: number, target: number): number {
  const share = (counts[node] as number) / (counts[target] as number);
  const steps = (exponents[target] as number) - (exponents[node] as number);
  return steps === 0 ? share : share * countLimit ** -steps;
}
