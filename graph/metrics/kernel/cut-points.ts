import type { Csr } from "#graph/projection/graphs/csr.ts";
import { visitLowPoints } from "./low-points.ts";

export interface CutPoints {
  /** By node: 1 where its removal parts its component. */
  readonly articulation: Uint8Array;
  /** By link of the graph: 1 where its removal parts its component; set on both sides of a pair. */
  readonly bridge: Uint8Array;
}

/**
 * Articulation points and bridges of an undirected simple graph (each pair twice): O(nodes + links), see `visitLowPoints`.
 * A root parts its component where two subtrees hang on it, any other node where one does.
 */
export function cutPoints(csr: Csr): CutPoints {
  const articulation = new Uint8Array(csr.nodeCount);
  const bridge = new Uint8Array(csr.targets.length);
  const hanging = new Uint32Array(csr.nodeCount);
  visitLowPoints(csr, {
    leave(node, parent, hangs, isBridge) {
      if (hangs) hanging[parent] = (hanging[parent] as number) + 1;
      if (isBridge) markPair(csr, bridge, parent, node);
    },
    component(members) {
      for (const [nth, node] of members.entries())
        if ((hanging[node] as number) > (nth === 0 ? 1 : 0)) articulation[node] = 1;
    },
  });
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
