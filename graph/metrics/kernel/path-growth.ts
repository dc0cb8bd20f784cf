import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * How many paths of `steps` links there are for each of one link less, links to oneself allowed and nodes repeated; null
 * where there is none of that length. Counts are scaled step by step, so that they stay finite. Cost: O(steps × links).
 */
export function growthOfPaths({ nodeCount, offsets, targets }: Csr, steps: number): number | null {
  // By node: paths that start there, as a share of all.
  let paths = new Float64Array(nodeCount).fill(1);
  let growth = 0;
  for (let step = 0; step < steps; step++) {
    const longer = new Float64Array(nodeCount);
    let sum = 0;
    for (let node = 0; node < nodeCount; node++) {
      let count = 0;
      for (let link = offsets[node] as number; link < (offsets[node + 1] as number); link++)
        count += paths[targets[link] as number] as number;
      longer[node] = count;
      sum += count;
    }
    if (sum === 0) return null;
    const before = step === 0 ? nodeCount : 1;
    growth = sum / before;
    paths = longer.map((count) => count / sum);
  }
  return growth;
}
