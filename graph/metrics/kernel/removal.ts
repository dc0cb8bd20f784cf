import type { Csr } from "#graph/projection/graphs/csr.ts";
import { visitLowPoints } from "./low-points.ts";

/**
 * For each node of an undirected graph: how many nodes of its component, itself not counted, lie outside the largest part
 * that is left without it. One depth-first search with subtree sizes: O(nodes + links), see `visitLowPoints`.
 */
export function largestComponentWithout(csr: Csr): Uint32Array {
  const { nodeCount } = csr;
  const cutOff = new Uint32Array(nodeCount);
  const sizes = new Uint32Array(nodeCount).fill(1);
  /** By node: nodes in subtrees that hang on it alone, and the largest of these. */
  const hanging = new Uint32Array(nodeCount);
  const largest = new Uint32Array(nodeCount);
  visitLowPoints(csr, {
    leave(node, parent, hangs) {
      const size = sizes[node] as number;
      sizes[parent] = (sizes[parent] as number) + size;
      if (!hangs) return;
      hanging[parent] = (hanging[parent] as number) + size;
      largest[parent] = Math.max(largest[parent] as number, size);
    },
    component(members) {
      const others = members.length - 1;
      for (const node of members) {
        const rest = others - (hanging[node] as number);
        cutOff[node] = others - Math.max(rest, largest[node] as number);
      }
    },
  });
  return cutOff;
}
