import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import type { Projection } from "#graph/schema/answers/metric-report.ts";
import type { GraphNode, NodeSet } from "./node-set.ts";

/** The two views of one node set: `flow` for totals, `path` for whatever follows links from node to node. */
export type GraphView = "flow" | "path";

/** The view that a projection is cast from: `tie` is the undirected `path`, and `raw` keeps everything as `flow` does. */
export function viewOf(reads: Projection): GraphView {
  return reads === "path" || reads === "tie" ? "path" : "flow";
}

/** The nodes of a view and, by position of an exchange, the nodes at its ends. */
export interface GraphEnds {
  /** Nodes with a name. The leaves follow them: leaf k is node `nodes.length + k`. */
  readonly nodes: readonly GraphNode[];
  /** By leaf: twice the position of its exchange, plus 1 where it is the receiver. */
  readonly leaves: Uint32Array;
  readonly nodeCount: number;
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
}

/**
 * Where the exchanges of a network end.
 *
 * `flow`: at the nodes of the set, so that totals keep everything.
 *
 * `path`: what is not known carries no path. An end at a node that carries none (a placeholder, a pooled or unnamed
 * enterprise, whatever lies outside the filter's area), and a pooled end at a known place, becomes a leaf of its own: it
 * is somebody, and counts as a node, but nobody knows whether two such ends are the same. An exchange inside a known
 * place stays inside it, pooled or not. A node that carries no paths and has no exchange is no node of `path`.
 *
 * Cost: O(nodes + exchanges).
 */
export function endsOf(network: FilteredNetwork, nodeSet: NodeSet, view: GraphView): GraphEnds {
  return view === "flow" ? flowEnds(network, nodeSet) : pathEnds(network, nodeSet);
}

function flowEnds(
  { suppliers, receivers }: FilteredNetwork,
  { nodes, nodeOfEnterprise }: NodeSet,
): GraphEnds {
  const sources = suppliers.map((position) => nodeOfEnterprise[position] ?? -1);
  const targets = receivers.map((position) => nodeOfEnterprise[position] ?? -1);
  return { nodes, leaves: new Uint32Array(), nodeCount: nodes.length, sources, targets };
}

function pathEnds({ suppliers, receivers }: FilteredNetwork, nodeSet: NodeSet): GraphEnds {
  const { nodes, pathNodeOfEnterprise } = cutToPaths(nodeSet);
  const { pooledAtNode } = nodeSet;
  const leaves: number[] = [];
  const nodeOrLeaf = (enterprise: number, end: number) => {
    const node = pathNodeOfEnterprise[enterprise] ?? -1;
    return node >= 0 && pooledAtNode[enterprise] !== 1 ? node : nodes.length + leaves.push(end) - 1;
  };
  const sources = new Uint32Array(suppliers.length);
  const targets = new Uint32Array(suppliers.length);
  for (const [position, supplier] of suppliers.entries()) {
    const receiver = receivers[position] ?? 0;
    const inside = pathNodeOfEnterprise[supplier] ?? -1;
    const isInside = inside >= 0 && inside === pathNodeOfEnterprise[receiver];
    sources[position] = isInside ? inside : nodeOrLeaf(supplier, 2 * position);
    targets[position] = isInside ? inside : nodeOrLeaf(receiver, 2 * position + 1);
  }
  const nodeCount = nodes.length + leaves.length;
  return { nodes, leaves: Uint32Array.from(leaves), nodeCount, sources, targets };
}

/** The nodes that carry paths, and at which of them each enterprise stands; −1 = at none. */
function cutToPaths({ nodes, nodeOfEnterprise }: NodeSet) {
  const kept: GraphNode[] = [];
  const pathNodeOf = nodes.map((node) => (node.carriesPaths ? kept.push(node) - 1 : -1));
  return { nodes: kept, pathNodeOfEnterprise: nodeOfEnterprise.map((node) => pathNodeOf[node] ?? -1) };
}
