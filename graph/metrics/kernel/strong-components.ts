import type { Csr } from "#graph/projection/graphs/csr.ts";

export interface StrongComponents {
  readonly count: number;
  /** By node: its component. A link never leads to a component of a higher number: sinks come first. */
  readonly componentOf: Int32Array;
}

/**
 * Strongly connected components by Tarjan's algorithm with a stack of its own: a path of any length does no harm.
 * Cost: O(nodes + links). Source: Tarjan 1972, DOI 10.1137/0201010.
 */
export function strongComponents({ nodeCount, offsets, targets }: Csr): StrongComponents {
  const componentOf = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const next = offsets.slice(0, nodeCount);
  const open = new Int32Array(nodeCount);
  const trail = new Int32Array(nodeCount);
  let openCount = 0;
  let count = 0;
  let visited = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue;
    let depth = 0;
    const enter = (node: number) => {
      order[node] = visited;
      lowest[node] = visited++;
      open[openCount++] = node;
      trail[depth++] = node;
    };
    enter(root);
    while (depth > 0) {
      const node = trail[depth - 1] as number;
      const link = next[node] as number;
      if (link < (offsets[node + 1] as number)) {
        next[node] = link + 1;
        const target = targets[link] as number;
        if (order[target] === -1) enter(target);
        else if (componentOf[target] === -1)
          lowest[node] = Math.min(lowest[node] as number, order[target] as number);
        continue;
      }
      depth--;
      const above = trail[depth - 1] ?? -1;
      if (depth > 0) lowest[above] = Math.min(lowest[above] as number, lowest[node] as number);
      if (lowest[node] !== order[node]) continue;
      for (let member = -1; member !== node;) {
        member = open[--openCount] as number;
        componentOf[member] = count;
      }
      count++;
    }
  }
  return { count, componentOf };
}
