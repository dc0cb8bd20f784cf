import { DirectedGraph, UndirectedGraph } from "graphology";
import type { GraphLinks } from "./graph-links.ts";
import type { EdgeColumns } from "./graph-view.ts";

/** What a link of `flow`, `path` or `tie` carries. No attribute is called `weight`: whoever reads one must name it. */
export interface LinkAttributes {
  [name: string]: unknown;
  exchanges: number;
  quantified: number;
  /** Sum of the known flows; null where none is known or where the filter lets several layers through. */
  perYear: number | null;
}

export interface NodeAttributes {
  [name: string]: unknown;
  /** Null for a leaf: it stands for one end of one exchange and has no name. */
  nameZh: string | null;
  nameEn: string | null;
  pooled: boolean;
}

/**
 * `flow` or `path` as a simple digraph of graphology: parallel exchanges summed, no self loops, safe for every function
 * of graphology-metrics. A leaf is called `supplier of <exchange id>` or `receiver of <exchange id>`.
 */
export function directedGraph(
  links: GraphLinks,
  edges: Pick<EdgeColumns, "idOf">,
): DirectedGraph<NodeAttributes, LinkAttributes> {
  const { nodes, leaves, csr, sources, exchangeCounts, quantifiedCounts, flows } = links;
  const graph = new DirectedGraph<NodeAttributes, LinkAttributes>();
  const ids: string[] = [];
  for (const { id, nameZh, nameEn, pooled } of nodes) ids.push(graph.addNode(id, { nameZh, nameEn, pooled }));
  for (const end of leaves) {
    const id = `${end % 2 === 0 ? "supplier" : "receiver"} of ${edges.idOf(end >>> 1)}`;
    ids.push(graph.addNode(id, { nameZh: null, nameEn: null, pooled: true }));
  }
  for (const [link, source] of sources.entries()) {
    const quantified = quantifiedCounts[link] ?? 0;
    graph.addDirectedEdge(ids[source], ids[csr.targets[link] ?? -1], {
      exchanges: exchangeCounts[link] ?? 0,
      quantified,
      perYear: flows === null || quantified === 0 ? null : (flows[link] ?? 0),
    });
  }
  return graph;
}

/**
 * `tie`: the undirected simple graph of a digraph, both directions of a pair summed (graphology's own cast would keep the
 * first only).
 */
export function tieGraph(
  directed: DirectedGraph<NodeAttributes, LinkAttributes>,
): UndirectedGraph<NodeAttributes, LinkAttributes> {
  const graph = new UndirectedGraph<NodeAttributes, LinkAttributes>();
  directed.forEachNode((node, attributes) => graph.addNode(node, { ...attributes }));
  directed.forEachDirectedEdge((_edge, { exchanges, quantified, perYear }, source, target) => {
    graph.updateUndirectedEdge(source, target, (now) => ({
      exchanges: (now.exchanges ?? 0) + exchanges,
      quantified: (now.quantified ?? 0) + quantified,
      perYear: perYear === null ? (now.perYear ?? null) : (now.perYear ?? 0) + perYear,
    }));
  });
  return graph;
}
