import type { Csr } from "#graph/projection/csr.ts";
import type { StartNodes } from "./start-nodes.ts";

/** Path counts of a level that outgrow this are scaled down, so that they stay finite however many paths there are. */
const countLimit = 2 ** 500;
const countFloor = 2 ** -1000;

/** Arrays of one breadth-first search, reused for every start node. */
class Search {
  readonly distances: Int32Array;
  readonly counts: Float64Array;
  readonly dependencies: Float64Array;
  /** Nodes in the order they were reached; level `d` is `queue[levels[d]]` up to `queue[levels[d + 1]]`. */
  readonly queue: Uint32Array;
  readonly levels: number[] = [];
  readonly scales: number[] = [];

  constructor(nodeCount: number) {
    this.distances = new Int32Array(nodeCount).fill(-1);
    this.counts = new Float64Array(nodeCount);
    this.dependencies = new Float64Array(nodeCount);
    this.queue = new Uint32Array(nodeCount);
  }

  clear(reached: number): void {
    for (let position = 0; position < reached; position++) {
      const node = this.queue[position] as number;
      this.distances[node] = -1;
      this.counts[node] = 0;
      this.dependencies[node] = 0;
    }
    this.levels.length = 0;
    this.scales.length = 0;
  }
}

/**
 * Betweenness by Brandes' algorithm on unweighted shortest paths, not normalised: for each node the sum, over ordered
 * pairs of other nodes, of the share of their shortest paths that run through it. Path counts are doubles, scaled level
 * by level, so 2^34 or 2^5000 paths do no harm. Cost: O(start nodes × links), memory O(nodes).
 */
export function betweenness(csr: Csr, starts: StartNodes): Float64Array {
  const scores = new Float64Array(csr.nodeCount);
  const search = new Search(csr.nodeCount);
  for (const start of starts.nodes) {
    const reached = countPaths(csr, start, search);
    accumulate(csr, search, reached, scores);
    search.clear(reached);
  }
  for (let node = 0; node < scores.length; node++) scores[node] = (scores[node] as number) * starts.factor;
  return scores;
}

function countPaths({ offsets, targets }: Csr, start: number, search: Search): number {
  const { distances, counts, queue, levels, scales } = search;
  distances[start] = 0;
  counts[start] = 1;
  queue[0] = start;
  let reached = 1;
  for (let first = 0, level = 0; first < reached; level++) {
    const last = reached;
    levels.push(first);
    scales.push(scaleLevel(search, first, last));
    for (let position = first; position < last; position++) {
      const node = queue[position] as number;
      const paths = counts[node] as number;
      for (let link = offsets[node] as number, end = offsets[node + 1] as number; link < end; link++) {
        const target = targets[link] as number;
        if (distances[target] === -1) {
          distances[target] = level + 1;
          queue[reached++] = target;
        }
        if (distances[target] === level + 1) counts[target] = (counts[target] as number) + paths;
      }
    }
    first = last;
  }
  return reached;
}

/** Scales the counts of one complete level down if they are too large; returns the factor. */
function scaleLevel({ counts, queue }: Search, first: number, last: number): number {
  let largest = 0;
  for (let position = first; position < last; position++)
    largest = Math.max(largest, counts[queue[position] as number] as number);
  if (largest < countLimit) return 1;
  for (let position = first; position < last; position++) {
    const node = queue[position] as number;
    counts[node] = Math.max((counts[node] as number) / countLimit, countFloor);
  }
  return 1 / countLimit;
}

function accumulate({ offsets, targets }: Csr, search: Search, reached: number, scores: Float64Array): void {
  const { distances, counts, dependencies, queue, scales } = search;
  for (let position = reached - 1; position > 0; position--) {
    const node = queue[position] as number;
    const next = (distances[node] as number) + 1;
    let dependency = 0;
    for (let link = offsets[node] as number, end = offsets[node + 1] as number; link < end; link++) {
      const target = targets[link] as number;
      if (distances[target] === next)
        dependency += (1 + (dependencies[target] as number)) / (counts[target] as number);
    }
    dependency *= (counts[node] as number) * (scales[next] ?? 1);
    dependencies[node] = dependency;
    scores[node] = (scores[node] as number) + dependency;
  }
}
