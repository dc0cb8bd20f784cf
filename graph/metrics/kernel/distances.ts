import type { Csr } from "#graph/projection/graphs/csr.ts";
import type { StartNodes } from "./start-nodes.ts";

/** For each node: how many start nodes reach it, and the sum of their distances in links. */
export interface Reach {
  readonly reachedBy: Float64Array;
  readonly distanceSum: Float64Array;
}

/** Breadth-first search from every start node along the links; sampled starts are scaled up. Cost: O(start nodes × links). */
export function measureReach({ nodeCount, offsets, targets }: Csr, starts: StartNodes): Reach {
  const reachedBy = new Float64Array(nodeCount);
  const distanceSum = new Float64Array(nodeCount);
  const distances = new Int32Array(nodeCount).fill(-1);
  const queue = new Uint32Array(nodeCount);
  for (const start of starts.nodes) {
    let reached = 1;
    queue[0] = start;
    distances[start] = 0;
    for (let position = 0; position < reached; position++) {
      const node = queue[position] as number;
      const next = (distances[node] as number) + 1;
      for (let link = offsets[node] as number, end = offsets[node + 1] as number; link < end; link++) {
        const target = targets[link] as number;
        if (distances[target] !== -1) continue;
        distances[target] = next;
        queue[reached++] = target;
        reachedBy[target] = (reachedBy[target] as number) + starts.factor;
        distanceSum[target] = (distanceSum[target] as number) + next * starts.factor;
      }
    }
    for (let position = 0; position < reached; position++) distances[queue[position] as number] = -1;
  }
  return { reachedBy, distanceSum };
}
