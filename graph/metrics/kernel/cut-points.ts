import type { Csr } from "#graph/projection/graphs/csr.ts";

export interface CutPoints {
  /** By node: 1 where its removal parts its component. */
  readonly articulation: Uint8Array;
  /** By link of the graph: 1 where its removal parts its component; set on both sides of a pair. */
  readonly bridge: Uint8Array;
}

/**
 * Articulation points and bridges of an undirected simple graph (each pair twice), by a depth-first search with a stack
 * of its own: O(nodes + links). Source: Hopcroft, Tarjan 1973, DOI 10.1145/362248.362272.
 */
export function cutPoints({ nodeCount, offsets, targets }: Csr): CutPoints {
  const articulation = new Uint8Array(nodeCount);
  const bridge = new Uint8Array(targets.length);
  const order = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const next = offsets.slice(0, nodeCount);
  const trail = new Int32Array(nodeCount);
  let visited = 0;
  const enter = (node: number) => {
    order[node] = visited;
    lowest[node] = visited++;
  };
  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    trail[0] = root;
    let children = 0;
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
      if (parent === root) children++;
      else if ((lowest[node] as number) >= (order[parent] as number)) articulation[parent] = 1;
      if ((lowest[node] as number) > (order[parent] as number))
        markPair({ offsets, targets }, bridge, parent, node);
    }
    if (children > 1) articulation[root] = 1;
  }
  return { articulation, bridge };
}

function markPair(
  csr: Pick<Csr, "offsets" | "targets">,
  marks: Uint8Array,
  left: number,
  right: number,
): void {
  for (const [from, to] of [
    [left, right],
    [right, left],
  ] as const)
    marks[linkBetween(csr, from, to)] = 1;
}

/** The number of the link from one node to another, −1 where there is none. Targets ascend: a binary search. */
export function linkBetween(
  { offsets, targets }: Pick<Csr, "offsets" | "targets">,
  from: number,
  to: number,
): number {
  let low = offsets[from] as number;
  let high = offsets[from + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((targets[middle] as number) < to) low = middle + 1;
    else high = middle;
  }
  return low < (offsets[from + 1] as number) && targets[low] === to ? low : -1;
}
