import type { Csr } from "#graph/projection/graphs/csr.ts";
import { newHeap, popCheapest, pushOrRaise, type CostHeap } from "./cost-heap.ts";
import { addTo, inParts, shareOf, type PartKernel } from "./parts.ts";
import type { StartNodes } from "./start-nodes.ts";

/** By node: how many start nodes reach it, and the sum of the costs of their ways. */
export interface CostReach {
  readonly reachedBy: Float64Array;
  readonly costSum: Float64Array;
}

/** The cheapest ways from many starts, by Dijkstra's algorithm; costs > 0 a link, infinite = no link. */
export function measureCostReach(csr: Csr, linkCosts: Float64Array, starts: StartNodes): CostReach {
  const { nodeCount } = csr;
  const reachedBy = new Float64Array(nodeCount);
  const costSum = new Float64Array(nodeCount);
  inParts(costReachKernel, { csr, linkCosts, starts: Uint32Array.from(starts.nodes) }, (sums) => {
    addTo(reachedBy, sums, 0, starts.factor);
    addTo(costSum, sums, nodeCount, starts.factor);
  });
  return { reachedBy, costSum };
}

interface PartInput {
  readonly csr: Csr;
  readonly linkCosts: Float64Array;
  readonly starts: Uint32Array;
}

/** From the starts of a part: by node how many reach it, then by node the sums of their costs. */
export const costReachKernel: PartKernel<PartInput> = {
  name: "cost reach",
  lengthOf: ({ csr }) => 2 * csr.nodeCount,
  open: ({ csr, linkCosts, starts }) => {
    const search = newSearch(csr, linkCosts);
    return (part, parts, out) => {
      for (const start of shareOf(starts, part, parts)) addReach(search, start, out);
    };
  },
};

interface Search {
  readonly csr: Csr;
  readonly linkCosts: Float64Array;
  /** By node: cost of the way to it; Infinity between two searches. */
  readonly costs: Float64Array;
  readonly heap: CostHeap;
  /** The nodes reached, nearest first. */
  readonly order: Uint32Array;
}

function newSearch(csr: Csr, linkCosts: Float64Array): Search {
  const costs = new Float64Array(csr.nodeCount).fill(Infinity);
  return { csr, linkCosts, costs, heap: newHeap(costs), order: new Uint32Array(csr.nodeCount) };
}

function addReach({ csr, linkCosts, costs, heap, order }: Search, start: number, out: Float64Array) {
  const { nodeCount, offsets, targets } = csr;
  let reached = 0;
  costs[start] = 0;
  pushOrRaise(heap, start);
  while (heap.size > 0) {
    const node = popCheapest(heap);
    order[reached++] = node;
    for (let link = offsets[node] as number; link < (offsets[node + 1] as number); link++) {
      const target = targets[link] as number;
      const cost = (costs[node] as number) + (linkCosts[link] as number);
      if (cost >= (costs[target] as number)) continue;
      costs[target] = cost;
      pushOrRaise(heap, target);
    }
  }
  for (let position = 1; position < reached; position++) {
    const node = order[position] as number;
    out[node] = (out[node] as number) + 1;
    out[nodeCount + node] = (out[nodeCount + node] as number) + (costs[node] as number);
  }
  for (let position = 0; position < reached; position++) costs[order[position] as number] = Infinity;
}
