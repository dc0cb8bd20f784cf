import { once } from "#graph/projection/once.ts";
import { castToSimple, reverse, selfLoop, sourcesOf, symmetric, type Csr } from "./csr.ts";
import type { GraphEnds } from "./graph-ends.ts";
import type { GraphNode } from "./graph-node.ts";

/**
 * One graph in typed arrays: the simple digraph supplier → receiver. Each link sums the edges that run along it; edges
 * inside one node are counted in `selfLoops` and make no link. Of an undirected network each pair is two links.
 */
export interface GraphLinks {
  readonly directed: boolean;
  /** Nodes with a name; in `path` the leaves follow them, so that `csr` has `nodes.length + leaves.length` nodes. */
  readonly nodes: readonly GraphNode[];
  /** See `GraphEnds`; empty in `flow`. */
  readonly leaves: Uint32Array;
  /** By node of `csr`: the node of the view that it is, or at which the leaf's edge ends. */
  readonly origins: Uint32Array;
  readonly csr: Csr;
  /** Edges behind each link. */
  readonly exchangeCounts: Uint32Array;
  /** Of these, with a known flow in the layer's own unit. 0 = the flow of the link is not known. */
  readonly quantifiedCounts: Uint32Array;
  /** Sum of the known flows of each link, in the unit of the one layer; null where several layers have no common unit. */
  readonly flows: Float64Array | null;
  readonly selfLoops: number;
  /** Source of each link. */
  readonly sources: Uint32Array;
  /** Every link turned round; `linkOfEdge[k]` is the new number of link `k`. */
  readonly reversed: { readonly csr: Csr; readonly linkOfEdge: Uint32Array };
  readonly tie: Tie;
}

/** The undirected simple graph: each pair of linked nodes twice, once from either side. */
export interface Tie {
  readonly csr: Csr;
  readonly sources: Uint32Array;
  /** Sums a number a link over the links between the two ends, by position in `csr.targets`. */
  sum(values: ArrayLike<number>): Float64Array;
}

export interface CastOptions {
  readonly directed: boolean;
  /** Whether the quantities of all edges have one unit and so may be added. */
  readonly oneUnit: boolean;
}

/** Casts edges to links. `quantities`: the flow of each edge, NaN where it is not known. Cost: O(nodes + edges). */
export function castLinks(
  ends: GraphEnds,
  quantities: Float64Array,
  { directed, oneUnit }: CastOptions,
): GraphLinks {
  const { nodes, leaves, origins, nodeCount } = ends;
  const { csr, linkOfEdge } = castToSimple(directed ? ends : bothWays(ends));
  const exchangeCounts = new Uint32Array(csr.targets.length);
  const quantifiedCounts = new Uint32Array(csr.targets.length);
  const flows = new Float64Array(csr.targets.length);
  const edgeCount = quantities.length;
  let selfLoops = 0;
  for (let row = 0; row < linkOfEdge.length; row++) {
    const edge = row < edgeCount ? row : row - edgeCount;
    const link = linkOfEdge[row] ?? selfLoop;
    if (link === selfLoop) {
      if (row < edgeCount) selfLoops++;
      continue;
    }
    exchangeCounts[link] = (exchangeCounts[link] ?? 0) + 1;
    const flow = quantities[edge] ?? Number.NaN;
    if (Number.isNaN(flow)) continue;
    quantifiedCounts[link] = (quantifiedCounts[link] ?? 0) + 1;
    flows[link] = (flows[link] ?? 0) + flow;
  }
  return {
    directed,
    nodes,
    leaves,
    origins,
    csr: { ...csr, nodeCount },
    exchangeCounts,
    quantifiedCounts,
    flows: oneUnit ? flows : null,
    selfLoops,
    ...lazyCasts(csr, directed),
  };
}

/** What many measures need and each graph makes once. */
function lazyCasts(csr: Csr, directed: boolean): Pick<GraphLinks, "sources" | "reversed" | "tie"> {
  const sources = once(() => sourcesOf(csr));
  const reversed = once(() => reverse(csr));
  const tie = once(() => (directed ? tieOf(csr, sources()) : ownTie(csr, sources())));
  return {
    get sources() {
      return sources();
    },
    get reversed() {
      return reversed();
    },
    get tie() {
      return tie();
    },
  };
}

function tieOf(directed: Csr, forward: Uint32Array): Tie {
  const { csr, linkOfEdge } = symmetric(directed);
  const links = forward.length;
  return {
    csr,
    sources: sourcesOf(csr),
    sum: (values) => {
      const sums = new Float64Array(csr.targets.length);
      for (const [row, slot] of linkOfEdge.entries())
        sums[slot] = (sums[slot] ?? 0) + (values[row < links ? row : row - links] ?? 0);
      return sums;
    },
  };
}

/** An undirected network is its own tie. */
function ownTie(csr: Csr, sources: Uint32Array): Tie {
  return { csr, sources, sum: (values) => Float64Array.from(values) };
}

function bothWays({ nodeCount, sources, targets }: GraphEnds) {
  const edges = sources.length;
  const from = new Uint32Array(2 * edges);
  const to = new Uint32Array(2 * edges);
  from.set(sources);
  from.set(targets, edges);
  to.set(targets);
  to.set(sources, edges);
  return { nodeCount, sources: from, targets: to };
}
