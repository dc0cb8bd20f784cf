import { toCommunityGraph, type CommunityGraph } from "#graph/metrics/kernel/communities/community-graph.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { castToSimple, type Csr } from "#graph/projection/graphs/csr.ts";

/** The linked nodes of the path graph in order of their ids, so that the order of the records does not matter. */
export interface CommunityNetwork {
  readonly csr: Csr;
  readonly weights: Float64Array;
  readonly graph: CommunityGraph;
  /** By node: its node in the path graph. */
  readonly origins: Uint32Array;
}

/** Weighted by what the view weighs links by; `isDirected`: whether modularity knows who supplies whom. */
export function communityNetwork(view: GraphView, isDirected: boolean): CommunityNetwork {
  const { path } = view;
  const weighed = view.weightsOf(path);
  const { csr, sources, weights } =
    isDirected && path.directed
      ? { csr: path.csr, sources: path.sources, weights: weighed }
      : { csr: path.tie.csr, sources: path.tie.sources, weights: path.tie.sum(weighed) };
  const origins = linkedInOrder(path, view);
  const positions = new Uint32Array(csr.nodeCount);
  for (const [position, node] of origins.entries()) positions[node] = position;
  const edges = {
    nodeCount: origins.length,
    sources: sources.map((node) => positions[node] ?? 0),
    targets: csr.targets.map((node) => positions[node] ?? 0),
  };
  const cast = castToSimple(edges);
  const ordered = new Float64Array(cast.csr.targets.length);
  for (const [link, position] of cast.linkOfEdge.entries()) ordered[position] = weights[link] ?? 0;
  return { csr: cast.csr, weights: ordered, graph: toCommunityGraph(cast.csr, ordered), origins };
}

function linkedInOrder({ nodes, leaves, tie }: GraphLinks, { edges }: GraphView): Uint32Array {
  const { offsets, nodeCount } = tie.csr;
  const idOf = (node: number) => {
    const end = leaves[node - nodes.length];
    return end === undefined
      ? (nodes[node]?.id ?? "")
      : `${end % 2 === 0 ? "supplier" : "receiver"} of ${edges.idOf(end >>> 1)}`;
  };
  const linked = Array.from({ length: nodeCount }, (_, node) => node)
    .filter((node) => (offsets[node + 1] ?? 0) > (offsets[node] ?? 0))
    .map((node) => ({ node, id: idOf(node) }));
  return Uint32Array.from(
    linked.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ({ node }) => node,
  );
}
