import type { Csr } from "#graph/projection/graphs/csr.ts";
import type { StartNodes } from "./start-nodes.ts";
import { largestError } from "./sampling-error.ts";
import { addTo, inParts, type PartKernel } from "./parts.ts";
import { foldStarts, singleStarts, type StartTrees } from "./start-trees.ts";

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
  /** By node of the tree of the root, else 0: the starts that pass it on their way to the root, itself included. */
  readonly starts: Uint32Array;
  /** By node: the sum of the squares of what single starts add to its score; null where nobody asks. */
  squares: Float64Array | null;
  /** By node of the tree: its distance to the root, and how many nodes between, and how many below, the root reaches. */
  readonly heights: Float64Array;
  readonly reachedAbove: Float64Array;
  readonly reachedBelow: Float64Array;
}

/**
 * Betweenness by Brandes' algorithm on unweighted shortest paths, not normalised: for each node the sum, over ordered
 * pairs of other nodes, of the share of their shortest paths that run through it. Path counts are doubles, scaled level
 * by level, so 2^34 or 2^5000 paths do no harm. Where all nodes start, those with one link out fold into the node it
 * leads to. Cost: O(roots × links), memory O(nodes + links).
 */
export function betweenness(csr: Csr, starts: StartNodes): Float64Array {
  return sumParts(csr, starts, new Float64Array());
}

/** The same with how far a sample may lie off: every score within `error` of the exact one, with probability 0.95. */
export function betweennessWithError(csr: Csr, starts: StartNodes): { scores: Float64Array; error: number } {
  if (starts.sample === null) return { scores: betweenness(csr, starts), error: 0 };
  const squares = new Float64Array(csr.nodeCount);
  const scores = sumParts(csr, starts, squares);
  const sums = scores.map((score) => score / starts.factor);
  // Of the paths from one start, at most all to the other nodes run through one of them.
  const range = Math.max(0, csr.nodeCount - 2);
  return { scores, error: starts.sample.of * largestError(starts.sample, range, { sums, squares }) };
}

/** `squares`: the sums of squares by node are added to it; empty where nobody asks. */
function sumParts(csr: Csr, starts: StartNodes, squares: Float64Array): Float64Array {
  const trees = starts.sample === null ? foldStarts(csr) : singleStarts(starts.nodes, csr.nodeCount);
  const scores = new Float64Array(csr.nodeCount);
  inParts(betweennessKernel, { csr, trees, isSquared: squares.length > 0 }, (sums) => {
    addTo(scores, sums, 0, starts.factor);
    addTo(squares, sums, csr.nodeCount);
  });
  return scores;
}

interface PartInput {
  readonly csr: Csr;
  readonly trees: StartTrees;
  readonly isSquared: boolean;
}

/** Sums over the roots of a part: by node its score and, where they are asked for, the sums of squares behind them. */
export const betweennessKernel: PartKernel<PartInput> = {
  name: "betweenness",
  lengthOf: ({ csr, isSquared }) => (isSquared ? 2 : 1) * csr.nodeCount,
  open: ({ csr, trees, isSquared }) => {
    const search = newSearch(csr);
    return (part, parts, out) => {
      const size = Math.ceil(trees.roots.length / parts);
      if (isSquared) search.squares = out.subarray(csr.nodeCount);
      const end = Math.min(trees.roots.length, (part + 1) * size);
      searchFromRoots(search, trees, { first: part * size, end }, out.subarray(0, csr.nodeCount));
    };
  },
};

function searchFromRoots(
  search: Search,
  trees: StartTrees,
  { first, end }: { readonly first: number; readonly end: number },
  scores: Float64Array,
) {
  const { roots, offsets, members } = trees;
  for (let at = first; at < end; at++) {
    const root = roots[at] as number;
    const below = members.subarray(offsets[at], offsets[at + 1]);
    weighStarts(search, trees, below);
    const reached = countPaths(search, root);
    shareBack(search, reached, below.length + 1, scores);
    if (below.length > 0) creditTree(search, trees, { root, below, reached }, scores);
    for (let position = 0; position < reached; position++) search.positions[search.nodes[position] ?? 0] = -1;
    for (const node of below) search.starts[node] = 0;
  }
}

function newSearch(csr: Csr): Search {
  const { nodeCount, targets } = csr;
  return {
    csr,
    largestInDegree: largestInDegreeOf(csr),
    positions: new Int32Array(nodeCount).fill(-1),
    nodes: new Uint32Array(nodeCount),
    counts: new Float64Array(nodeCount),
    shares: new Float64Array(nodeCount),
    steps: new Uint32Array(targets.length),
    stepEnds: new Uint32Array(nodeCount),
    levels: [],
    starts: new Uint32Array(nodeCount),
    squares: null,
    heights: new Float64Array(nodeCount),
    reachedAbove: new Float64Array(nodeCount),
    reachedBelow: new Float64Array(nodeCount),
  };
}

/** By member of a tree: the starts whose path begins with or passes through it; they do not reach it by the root. */
function weighStarts({ starts }: Search, { parents }: StartTrees, below: Uint32Array) {
  for (const node of below) starts[node] = 1;
  for (let position = below.length - 1; position >= 0; position--) {
    const node = below[position] as number;
    const parent = parents[node] as number;
    if ((starts[parent] as number) > 0)
      starts[parent] = (starts[parent] as number) + (starts[node] as number);
  }
}

/**
 * The paths from members run through all nodes between them and the root, and through the root: each of these lies
 * before the rest of that path and before all that the root reaches, the members on the path left out.
 */
function creditTree(
  search: Search,
  { parents }: StartTrees,
  { root, below, reached }: { readonly root: number; readonly below: Uint32Array; readonly reached: number },
  scores: Float64Array,
) {
  const { positions, starts, heights, reachedAbove, reachedBelow } = search;
  heights[root] = reachedAbove[root] = reachedBelow[root] = 0;
  for (const node of below) {
    const parent = parents[node] as number;
    heights[node] = (heights[parent] as number) + 1;
    reachedAbove[node] = (reachedAbove[parent] as number) + (positions[node] === -1 ? 0 : 1);
    reachedBelow[node] = 0;
  }
  for (let position = below.length - 1; position >= 0; position--) {
    const node = below[position] as number;
    const parent = parents[node] as number;
    const passing = (starts[node] as number) - 1;
    const ahead = (heights[node] as number) + reached - 1;
    scores[node] = (scores[node] as number) + passing * ahead - (reachedBelow[node] as number);
    reachedBelow[parent] =
      (reachedBelow[parent] as number) + (reachedBelow[node] as number) + (reachedAbove[node] as number);
  }
  scores[root] = (scores[root] as number) + below.length * (reached - 1) - reachedBelow[root];
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

/** Backward: a node passes its own end, once for each of the folded starts, and all that lies behind it to the nodes before, by their share of its paths. */
function shareBack(
  { nodes, counts, shares, steps, stepEnds, levels, starts, squares }: Search,
  reached: number,
  folded: number,
  scores: Float64Array,
) {
  let last = reached;
  for (let level = levels.length - 1; level > 0; level--) {
    const { first, scale } = levels[level] ?? { first: 0, scale: 1 };
    for (let position = last - 1; position >= first; position--) {
      let sum = 0;
      for (let step = stepEnds[position - 1] ?? 0, end = stepEnds[position] as number; step < end; step++)
        sum += shares[steps[step] as number] as number;
      const paths = counts[position] as number;
      const dependency = sum * paths;
      const node = nodes[position] as number;
      shares[position] = ((folded - (starts[node] as number) + dependency) * scale) / paths;
      scores[node] = (scores[node] as number) + dependency;
      if (squares !== null) squares[node] = (squares[node] as number) + dependency * dependency;
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
