import type { Csr } from "#graph/projection/graphs/csr.ts";
import type { StartNodes } from "./start-nodes.ts";

/** Path counts of a level that may outgrow this are scaled down, so that they stay finite however many paths there are. */
const countLimit = 2 ** 500;
const countFloor = 2 ** -1000;

/** One breadth-first search. Reached nodes are numbered by position, in the order they were reached. */
interface Search {
  readonly csr: Csr;
  readonly largestInDegree: number;
  /** Position of a node, −1 while it is not reached. */
  readonly positions: Int32Array;
  readonly nodes: Uint32Array;
  /** By position: number of shortest paths from the start, and what a path through it adds to the node before. */
  readonly counts: Float64Array;
  readonly shares: Float64Array;
  /** Positions that the links of shortest paths lead to; those from position `p` end at `stepEnds[p]`. */
  readonly steps: Uint32Array;
  readonly stepEnds: Uint32Array;
  /** First position and scale of each level. */
  readonly levels: { readonly first: number; readonly scale: number }[];
}

/**
 * Betweenness by Brandes' algorithm on unweighted shortest paths, not normalised: for each node the sum, over ordered
 * pairs of other nodes, of the share of their shortest paths that run through it. Path counts are doubles, scaled level
 * by level, so 2^34 or 2^5000 paths do no harm. Cost: O(start nodes × links), memory O(nodes + links).
 */
export function betweenness(csr: Csr, starts: StartNodes): Float64Array {
  const { nodeCount, targets } = csr;
  const scores = new Float64Array(nodeCount);
  const search: Search = {
    csr,
    largestInDegree: largestInDegreeOf(csr),
    positions: new Int32Array(nodeCount).fill(-1),
    nodes: new Uint32Array(nodeCount),
    counts: new Float64Array(nodeCount),
    shares: new Float64Array(nodeCount),
    steps: new Uint32Array(targets.length),
    stepEnds: new Uint32Array(nodeCount),
    levels: [],
  };
  for (const start of starts.nodes) {
    const reached = countPaths(search, start);
    shareBack(search, reached, scores);
    for (let position = 0; position < reached; position++) search.positions[search.nodes[position] ?? 0] = -1;
  }
  return scores.map((score) => score * starts.factor);
}

/** Forward: finds all nodes level by level with their number of shortest paths; returns how many were reached. */
function countPaths(search: Search, start: number): number {
  const { csr, positions, nodes, counts, steps, stepEnds, levels } = search;
  const { offsets, targets } = csr;
  levels.length = 0;
  positions[start] = 0;
  nodes[0] = start;
  counts[0] = 1;
  let reached = 1;
  let step = 0;
  let bound = 1;
  for (let first = 0; first < reached;) {
    const next = reached;
    let scale = 1;
    if (bound > countLimit) ({ scale, bound } = scaleLevel(counts.subarray(first, next)));
    levels.push({ first, scale });
    for (let position = first; position < next; position++) {
      const node = nodes[position] ?? 0;
      const paths = counts[position] ?? 0;
      for (let link = offsets[node] ?? 0, end = offsets[node + 1] ?? 0; link < end; link++) {
        const target = targets[link] ?? 0;
        const found = positions[target] ?? 0;
        if (found === -1) {
          positions[target] = reached;
          nodes[reached] = target;
          counts[reached] = paths;
          steps[step++] = reached++;
        } else if (found >= next) {
          counts[found] = (counts[found] ?? 0) + paths;
          steps[step++] = found;
        }
      }
      stepEnds[position] = step;
    }
    first = next;
    bound *= search.largestInDegree;
  }
  return reached;
}

/** Backward: a node passes its own end and all that lies behind it to the nodes before, by their share of its paths. */
function shareBack(
  { nodes, counts, shares, steps, stepEnds, levels }: Search,
  reached: number,
  scores: Float64Array,
) {
  let last = reached;
  for (let level = levels.length - 1; level > 0; level--) {
    const { first, scale } = levels[level] ?? { first: 0, scale: 1 };
    for (let position = last - 1; position >= first; position--) {
      let sum = 0;
      for (let step = stepEnds[position - 1] ?? 0, end = stepEnds[position] ?? 0; step < end; step++)
        sum += shares[steps[step] ?? 0] ?? 0;
      const paths = counts[position] ?? 1;
      const dependency = sum * paths;
      shares[position] = ((1 + dependency) * scale) / paths;
      const node = nodes[position] ?? 0;
      scores[node] = (scores[node] ?? 0) + dependency;
    }
    last = first;
  }
}

/** Scales the counts of one complete level down if they are too large; tells the factor and the largest count left. */
function scaleLevel(counts: Float64Array): { scale: number; bound: number } {
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  if (largest <= countLimit) return { scale: 1, bound: largest };
  for (let index = 0; index < counts.length; index++)
    counts[index] = Math.max((counts[index] ?? 0) / countLimit, countFloor);
  return { scale: 1 / countLimit, bound: largest / countLimit };
}

function largestInDegreeOf({ nodeCount, targets }: Csr): number {
  const degrees = new Uint32Array(nodeCount);
  for (const target of targets) degrees[target] = (degrees[target] ?? 0) + 1;
  return degrees.reduce((a, b) => Math.max(a, b), 1);
}
