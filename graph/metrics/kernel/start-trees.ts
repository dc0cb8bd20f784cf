import type { Csr } from "#graph/projection/graphs/csr.ts";

/**
 * Nodes with a single link out hang on the node it leads to: every path from them begins with the path of that node. So
 * the searches of a whole tree of them fold into the search of its root (Baglioni et al. 2012, for directed graphs).
 */
export interface StartTrees {
  /** Nodes that a search has to start from: every one that has a tree below it or links of its own. */
  readonly roots: Uint32Array;
  /** The members below root k, each behind the node it hangs on: `members[offsets[k]]` to `members[offsets[k + 1] - 1]`. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** By node that is no root: the node it hangs on. */
  readonly parents: Int32Array;
}

/** The trees of a graph; a ring of nodes with one link each is rooted at the first that is met. Cost: O(nodes). */
export function foldStarts(csr: Csr): StartTrees {
  const { nodeCount, offsets, targets } = csr;
  const parents = new Int32Array(nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node++)
    if ((offsets[node + 1] as number) - (offsets[node] as number) === 1)
      parents[node] = targets[offsets[node] as number] as number;
  cutRings(parents);
  return groupByRoot(csr, parents);
}

/** Every node alone: for starts that are a sample. */
export function singleStarts(nodes: readonly number[], nodeCount: number): StartTrees {
  return {
    roots: Uint32Array.from(nodes),
    offsets: new Uint32Array(nodes.length + 1),
    members: new Uint32Array(),
    parents: new Int32Array(nodeCount).fill(-1),
  };
}

/** Walks up from every node once; where the walk meets its own trace, the node met becomes a root. */
function cutRings(parents: Int32Array) {
  const walkOf = new Uint32Array(parents.length);
  for (let start = 0; start < parents.length; start++) {
    let node = start;
    while (node !== -1 && walkOf[node] === 0) {
      walkOf[node] = start + 1;
      node = parents[node] as number;
    }
    if (node !== -1 && walkOf[node] === start + 1) parents[node] = -1;
  }
}

function groupByRoot({ nodeCount, offsets }: Csr, parents: Int32Array): StartTrees {
  const children = childrenOf(parents);
  const roots: number[] = [];
  const members: number[] = [];
  const ends = [0];
  for (let root = 0; root < nodeCount; root++) {
    if (parents[root] !== -1) continue;
    const first = members.length;
    for (let child = children.first[root] as number; child !== -1; child = children.next[child] as number)
      members.push(child);
    for (let position = first; position < members.length; position++)
      for (
        let child = children.first[members[position] as number] as number;
        child !== -1;
        child = children.next[child] as number
      )
        members.push(child);
    if (members.length === first && offsets[root] === offsets[root + 1]) continue;
    roots.push(root);
    ends.push(members.length);
  }
  return {
    roots: Uint32Array.from(roots),
    offsets: Uint32Array.from(ends),
    members: Uint32Array.from(members),
    parents,
  };
}

/** Linked lists: the first child of a node and the next child of the same parent, −1 at the end. */
function childrenOf(parents: Int32Array): { readonly first: Int32Array; readonly next: Int32Array } {
  const first = new Int32Array(parents.length).fill(-1);
  const next = new Int32Array(parents.length).fill(-1);
  for (const [node, parent] of parents.entries())
    if (parent !== -1) {
      next[node] = first[parent] as number;
      first[parent] = node;
    }
  return { first, next };
}
