import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * For each node of an undirected graph: how many nodes of its component, itself not counted, lie outside the largest part
 * that is left without it. One depth-first search with subtree sizes: O(nodes + links).
 */
export function largestComponentWithout({ nodeCount, offsets, targets }: Csr): Uint32Array {
  const cutOff = new Uint32Array(nodeCount);
  const order = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const sizes = new Uint32Array(nodeCount).fill(1);
  /** By node: nodes in subtrees that hang on it alone, and the largest of these. */
  const hanging = new Uint32Array(nodeCount);
  const largest = new Uint32Array(nodeCount);
  const next = offsets.slice(0, nodeCount);
  const trail = new Int32Array(nodeCount);
  let visited = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue;
    const first = visited;
    const members: number[] = [];
    const enter = (node: number) => {
      order[node] = visited;
      lowest[node] = visited++;
      members.push(node);
    };
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
      lowest[parent] = Math.min(lowest[parent] as number, lowest[node] as number);
      sizes[parent] = (sizes[parent] as number) + (sizes[node] as number);
      if ((lowest[node] as number) < (order[parent] as number)) continue;
      hanging[parent] = (hanging[parent] as number) + (sizes[node] as number);
      largest[parent] = Math.max(largest[parent] as number, sizes[node] as number);
    }
    const componentSize = visited - first;
    for (const member of members) {
      const rest = componentSize - 1 - (hanging[member] as number);
      cutOff[member] = componentSize - 1 - Math.max(rest, largest[member] as number);
    }
  }
  return cutOff;
}
