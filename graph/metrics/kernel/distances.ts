import type { Csr } from "#graph/projection/graphs/csr.ts";
import { addTo, inParts, type PartKernel } from "./parts.ts";
import type { StartNodes } from "./start-nodes.ts";

/** What reaches each node from the start nodes, and how far it is; a start does not reach itself. */
export interface Reach {
  /** By node: how many start nodes reach it, and the sums of their distances in links and of the reciprocals of these. */
  readonly reachedBy: Float64Array;
  readonly distanceSum: Float64Array;
  readonly harmonicSum: Float64Array;
  /** By node: the largest of these distances, 0 where no start reaches it. */
  readonly farthest: Uint32Array;
}

/** Words of 32 starts each that one pass carries; the loops below are written out for four. */
const words = 4;
const startsPerPass = 32 * words;

/** The same while it is counted. */
type Columns = Readonly<Record<keyof Reach, Float64Array>>;

/** One pass. By node, eight words: the starts that have reached it, and those that reach it in the next step. */
interface Pass {
  readonly csr: Csr;
  readonly marks: Int32Array;
  /** By node, four words: the starts that reached it in the last step. */
  readonly frontier: Int32Array;
  active: Uint32Array;
  touched: Uint32Array;
}

/**
 * Distances from many start nodes along the links, 128 at a time: a bit a start, so that one step over a link carries all
 * of them. Sampled starts are scaled up. Cost: O(start nodes × links / 128 × steps apart), memory O(nodes).
 * Source: Then et al. 2014, The more the merrier, DOI 10.14778/2735496.2735507.
 */
export function measureReach(csr: Csr, starts: StartNodes): Reach {
  const { nodeCount } = csr;
  const [reachedBy, distanceSum, harmonicSum] = [0, 1, 2].map(() => new Float64Array(nodeCount)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const farthest = new Uint32Array(nodeCount);
  inParts(reachKernel, { csr, starts: Uint32Array.from(starts.nodes) }, (sums) => {
    for (const [column, total] of [reachedBy, distanceSum, harmonicSum].entries())
      addTo(total, sums, column * nodeCount, starts.factor);
    for (let node = 0; node < nodeCount; node++)
      farthest[node] = Math.max(farthest[node] as number, sums[3 * nodeCount + node] as number);
  });
  return { reachedBy, distanceSum, harmonicSum, farthest };
}

interface PartInput {
  readonly csr: Csr;
  readonly starts: Uint32Array;
}

/** By node the four numbers of `Reach`, one column after the other, from the passes of a part. */
export const reachKernel: PartKernel<PartInput> = {
  name: "reach",
  lengthOf: ({ csr }) => 4 * csr.nodeCount,
  open: ({ csr, starts }) => {
    const { nodeCount } = csr;
    const pass = newPass(csr);
    const passes = Math.ceil(starts.length / startsPerPass);
    return (part, parts, out) => {
      const size = Math.ceil(passes / parts) * startsPerPass;
      const column = (index: number) => out.subarray(index * nodeCount, (index + 1) * nodeCount);
      const reach = {
        reachedBy: column(0),
        distanceSum: column(1),
        harmonicSum: column(2),
        farthest: column(3),
      };
      const end = Math.min(starts.length, (part + 1) * size);
      for (let first = part * size; first < end; first += startsPerPass) {
        let active = begin(pass, starts.subarray(first, Math.min(end, first + startsPerPass)));
        for (let distance = 1; active > 0; distance++)
          active = settle(pass, reach, advance(pass, active), distance);
      }
    };
  },
};

function newPass(csr: Csr): Pass {
  const { nodeCount } = csr;
  return {
    csr,
    marks: new Int32Array(2 * words * nodeCount),
    frontier: new Int32Array(words * nodeCount),
    active: new Uint32Array(nodeCount),
    touched: new Uint32Array(nodeCount),
  };
}

/** Puts each start on its own node; returns how many nodes are active. */
function begin({ marks, frontier, active }: Pass, starts: Uint32Array): number {
  marks.fill(0);
  for (const [start, node] of starts.entries()) {
    const bit = 1 << (start & 31);
    const word = start >>> 5;
    marks[2 * words * node + word] = (marks[2 * words * node + word] as number) | bit;
    frontier[words * node + word] = bit;
    active[start] = node;
  }
  return starts.length;
}

/** Sends the frontier over all links of the active nodes; returns how many nodes something new arrived at. */
function advance({ csr, marks, frontier, active, touched }: Pass, count: number): number {
  const { offsets, targets } = csr;
  let arrivals = 0;
  for (let position = 0; position < count; position++) {
    const node = active[position] as number;
    const at = words * node;
    const a = frontier[at] as number;
    const b = frontier[at + 1] as number;
    const c = frontier[at + 2] as number;
    const d = frontier[at + 3] as number;
    frontier[at] = frontier[at + 1] = frontier[at + 2] = frontier[at + 3] = 0;
    for (let link = offsets[node] as number, end = offsets[node + 1] as number; link < end; link++) {
      const target = targets[link] as number;
      const mark = 2 * words * target;
      const newA = a & ~(marks[mark] as number);
      const newB = b & ~(marks[mark + 1] as number);
      const newC = c & ~(marks[mark + 2] as number);
      const newD = d & ~(marks[mark + 3] as number);
      if ((newA | newB | newC | newD) === 0) continue;
      const e = marks[mark + 4] as number;
      const f = marks[mark + 5] as number;
      const g = marks[mark + 6] as number;
      const h = marks[mark + 7] as number;
      if ((e | f | g | h) === 0) touched[arrivals++] = target;
      marks[mark + 4] = e | newA;
      marks[mark + 5] = f | newB;
      marks[mark + 6] = g | newC;
      marks[mark + 7] = h | newD;
    }
  }
  return arrivals;
}

/** Counts what has arrived, and makes it the next frontier. */
function settle(pass: Pass, reach: Columns, arrivals: number, distance: number): number {
  const { marks, frontier, active, touched } = pass;
  const { reachedBy, distanceSum, harmonicSum, farthest } = reach;
  for (let position = 0; position < arrivals; position++) {
    const node = touched[position] as number;
    const mark = 2 * words * node;
    let count = 0;
    for (let word = 0; word < words; word++) {
      const arrived = marks[mark + words + word] as number;
      marks[mark + words + word] = 0;
      marks[mark + word] = (marks[mark + word] as number) | arrived;
      frontier[words * node + word] = arrived;
      count += countBits(arrived);
    }
    reachedBy[node] = (reachedBy[node] as number) + count;
    distanceSum[node] = (distanceSum[node] as number) + count * distance;
    harmonicSum[node] = (harmonicSum[node] as number) + count / distance;
    if (distance > (farthest[node] as number)) farthest[node] = distance;
  }
  pass.touched = active;
  pass.active = touched;
  return arrivals;
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
