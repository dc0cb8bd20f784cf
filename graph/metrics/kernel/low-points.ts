import type { Csr } from "#graph/projection/graphs/csr.ts";

export interface LowPointVisitor {
  /**
   * A node is done, and all below it: `hangs` where no link of its subtree passes its parent by, `isBridge` where none but
   * the one between the two reaches the parent either.
   */
  leave(node: number, parent: number, hangs: boolean, isBridge: boolean): void;
  /** A component is done: its nodes in the order of their discovery, the root first. */
  component(members: Int32Array): void;
}

/**
 * Depth-first search over an undirected simple graph (each pair twice) with the low point of each node: the earliest
 * discovered node that a link of its subtree reaches. A stack of its own: O(nodes + links), any depth.
 * Source: Hopcroft, Tarjan 1973, DOI 10.1145/362248.362272.
 */
export function visitLowPoints({ nodeCount, offsets, targets }: Csr, visitor: LowPointVisitor): void {
  const order = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const found = new Int32Array(nodeCount);
  const next = offsets.slice(0, nodeCount);
  const trail = new Int32Array(nodeCount);
  let visited = 0;
  const enter = (node: number) => {
    order[node] = visited;
    lowest[node] = visited;
    found[visited++] = node;
  };
  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue;
    const first = visited;
    enter(root);
    trail[0] = root;
    for (let depth = 1; depth > 0;) {
      const node = trail[depth - 1] as number;
      const parent = depth > 1 ? (trail[depth - 2] as number) : -1;
      const link = next[node] as number;
      if (link < (offsets[node + 1] as number)) {
        next[node] = link + 1;
        const other = targets[link] as number;
        if (order[other] === -1) {
          enter(other);
          trail[depth++] = other;
        } else if (other !== parent) lowest[node] = Math.min(lowest[node] as number, order[other] as number);
        continue;
      }
      depth--;
      if (parent === -1) continue;
      const low = lowest[node] as number;
      lowest[parent] = Math.min(lowest[parent] as number, low);
      const above = order[parent] as number;
      visitor.leave(node, parent, low >= above, low > above);
    }
    visitor.component(found.subarray(first, visited));
  }
}
