import type { Csr } from "#graph/projection/graphs/csr.ts";
import { newHeap, popCheapest, pushOrRaise } from "./cost-heap.ts";
import type { StartNodes } from "./start-nodes.ts";

/** By node: how many start nodes reach it, and the sum of the costs of their ways. */
export interface CostReach {
  readonly reachedBy: Float64Array;
  readonly costSum: Float64Array;
}

/** The cheapest ways from many starts, by Dijkstra's algorithm; costs > 0 a link, infinite = no link. */
export function measureCostReach(csr: Csr, linkCosts: Float64Array, starts: StartNodes): CostReach {
  const { nodeCount, offsets, targets } = csr;
  const reachedBy = new Float64Array(nodeCount);
  const costSum = new Float64Array(nodeCount);
  const costs = new Float64Array(nodeCount).fill(Infinity);
  const heap = newHeap(costs);
  const order = new Uint32Array(nodeCount);
  for (const start of starts.nodes) {
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
      reachedBy[node] = (reachedBy[node] as number) + starts.factor;
      costSum[node] = (costSum[node] as number) + starts.factor * (costs[node] as number);
    }
    for (let position = 0; position < reached; position++) costs[order[position] as number] = Infinity;
  }
  return { reachedBy, costSum };
}
