import { DirectedGraph, UndirectedGraph } from "graphology";
import { sourcesOf } from "./csr.ts";
import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { linkNodes } from "./flow-links.ts";
import type { GraphNode, NodeSet } from "./node-set.ts";

/** What a link of `flow` or `tie` carries. No attribute is called `weight`: whoever reads one must name it. */
export interface LinkAttributes {
  [name: string]: unknown;
  exchanges: number;
  quantified: number;
  /** Sum of the known flows; null where none is known or where the filter lets several layers through. */
  perYear: number | null;
}

export interface NodeAttributes {
  [name: string]: unknown;
  nameZh: string;
  nameEn: string | null;
  pooled: boolean;
}

/** `flow`: the simple digraph, parallel exchanges summed, no self loops. Safe for every function of graphology-metrics. */
export function flowGraph(
  network: FilteredNetwork,
  nodeSet: NodeSet,
): DirectedGraph<NodeAttributes, LinkAttributes> {
  const { nodes, csr, exchangeCounts, quantifiedCounts, flows } = linkNodes(network, nodeSet);
  const graph = new DirectedGraph<NodeAttributes, LinkAttributes>();
  for (const node of nodes) graph.addNode(node.id, attributesOf(node));
  for (const [link, source] of sourcesOf(csr).entries()) {
    const quantified = quantifiedCounts[link] ?? 0;
    graph.addDirectedEdge(nodes[source]?.id, nodes[csr.targets[link] ?? -1]?.id, {
      exchanges: exchangeCounts[link] ?? 0,
      quantified,
      perYear: flows === null || quantified === 0 ? null : (flows[link] ?? 0),
    });
  }
  return graph;
}

/** `tie`: the undirected simple graph, both directions of a pair summed (graphology's own cast would keep the first only). */
export function tieGraph(
  flow: DirectedGraph<NodeAttributes, LinkAttributes>,
): UndirectedGraph<NodeAttributes, LinkAttributes> {
  const graph = new UndirectedGraph<NodeAttributes, LinkAttributes>();
  flow.forEachNode((node, attributes) => graph.addNode(node, { ...attributes }));
  flow.forEachDirectedEdge((_edge, { exchanges, quantified, perYear }, source, target) => {
    graph.updateUndirectedEdge(source, target, (now) => ({
      exchanges: (now.exchanges ?? 0) + exchanges,
      quantified: (now.quantified ?? 0) + quantified,
      perYear: perYear === null ? (now.perYear ?? null) : (now.perYear ?? 0) + perYear,
    }));
  });
  return graph;
}

function attributesOf({ nameZh, nameEn, pooled }: GraphNode): NodeAttributes {
  return { nameZh, nameEn, pooled };
}
