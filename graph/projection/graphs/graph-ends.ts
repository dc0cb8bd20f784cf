import type { Projection } from "#graph/schema/answers/metric-description.ts";
import type { GraphNode } from "./graph-node.ts";

/** The two graphs of one node set: `flow` for totals, `path` for whatever follows links from node to node. */
export type GraphKind = "flow" | "path";

/** The graph that a projection is cast from: `tie` is the undirected `path`, and `raw` keeps everything as `flow` does. */
export function kindOf(reads: Projection): GraphKind {
  return reads === "path" || reads === "tie" ? "path" : "flow";
}

/** The nodes of a graph and, by position of an edge, the nodes at its ends. */
export interface GraphEnds {
  /** Nodes with a name. The leaves follow them: leaf k is node `nodes.length + k`. */
  readonly nodes: readonly GraphNode[];
  /** By leaf: twice the position of its edge, plus 1 where it is the receiver. */
  readonly leaves: Uint32Array;
  /** By node, leaves included: position of the node with a name that it is, or at which its edge ends. */
  readonly origins: Uint32Array;
  readonly nodeCount: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/** Where the edges of a network end: positions in `nodes`. */
export interface EdgeEnds {
  readonly nodes: readonly GraphNode[];
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** By edge: 1 where the end at a node that carries paths is itself pooled; null where none is. */
  readonly pooledSources: Uint8Array | null;
  readonly pooledTargets: Uint8Array | null;
}

/** `flow`: edges end at the nodes of the set, so that totals keep everything. */
export function flowEnds({ nodes, sources, targets }: EdgeEnds): GraphEnds {
  const origins = Uint32Array.from(nodes, (_, position) => position);
  return { nodes, leaves: new Uint32Array(), origins, nodeCount: nodes.length, sources, targets };
}

/**
 * `path`: what is not known carries no path. An end at a node that carries none (a placeholder, a pooled or unnamed
 * enterprise, whatever lies outside the filter's area), and a pooled end at a known place, becomes a leaf of its own: it
 * is somebody, and counts as a node, but nobody knows whether two such ends are the same. An exchange inside a known
 * place stays inside it, pooled or not. A node that carries no paths and has no exchange is no node of `path`.
 *
 * Cost: O(nodes + edges).
 */
export function pathEnds(ends: EdgeEnds): GraphEnds {
  const { nodes, pathNodeOf, origins } = cutToPaths(ends.nodes);
  const leaves: number[] = [];
  const nodeOrLeaf = (end: number, edge: number, isPooled: boolean, side: 0 | 1) => {
    const node = pathNodeOf[end] ?? -1;
    if (node >= 0 && !isPooled) return node;
    origins.push(end);
    return nodes.length + leaves.push(2 * edge + side) - 1;
  };
  const sources = new Uint32Array(ends.sources.length);
  const targets = new Uint32Array(ends.sources.length);
  for (const [edge, source] of ends.sources.entries()) {
    const target = ends.targets[edge] ?? 0;
    const inside = pathNodeOf[source] ?? -1;
    const isInside = inside >= 0 && source === target;
    sources[edge] = isInside ? inside : nodeOrLeaf(source, edge, ends.pooledSources?.[edge] === 1, 0);
    targets[edge] = isInside ? inside : nodeOrLeaf(target, edge, ends.pooledTargets?.[edge] === 1, 1);
  }
  const nodeCount = nodes.length + leaves.length;
  return {
    nodes,
    leaves: Uint32Array.from(leaves),
    origins: Uint32Array.from(origins),
    nodeCount,
    sources,
    targets,
  };
}

/** The nodes that carry paths, and at which of them each node stands; −1 = at none. */
function cutToPaths(all: readonly GraphNode[]) {
  const nodes: GraphNode[] = [];
  const origins: number[] = [];
  const pathNodeOf = all.map((node, position) => {
    if (!node.carriesPaths) return -1;
    origins.push(position);
    return nodes.push(node) - 1;
  });
  return { nodes, pathNodeOf, origins };
}
