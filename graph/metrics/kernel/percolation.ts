import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Size of the largest component of an undirected graph after each removal, in the order given: nodes are put back from the
 * last on, and components only join. Cost: O(nodes + links).
 */
export function largestAfter({ nodeCount, offsets, targets }: Csr, order: ArrayLike<number>): Uint32Array {
  const parents = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const sizes = new Uint32Array(nodeCount).fill(1);
  const back = new Uint8Array(nodeCount);
  const rootOf = (node: number) => {
    let root = node;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] ?? 0] ?? 0;
      root = parents[root] ?? 0;
    }
    return root;
  };
  const after = new Uint32Array(order.length);
  let largest = 0;
  for (let step = order.length - 1; step >= 0; step--) {
    after[step] = largest;
    const node = order[step] ?? 0;
    back[node] = 1;
    for (let link = offsets[node] ?? 0; link < (offsets[node + 1] ?? 0); link++) {
      const other = targets[link] ?? 0;
      if (back[other] !== 1) continue;
      const [left, right] = [rootOf(node), rootOf(other)];
      if (left === right) continue;
      parents[left] = right;
      sizes[right] = (sizes[right] ?? 0) + (sizes[left] ?? 0);
    }
    largest = Math.max(largest, sizes[rootOf(node)] ?? 0);
  }
  return after;
}
