import { castToSimple, selfLoop, type Csr } from "./csr.ts";
import { layerFlowOf, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { endsOf, type GraphView } from "./graph-ends.ts";
import type { GraphNode, NodeSet } from "./node-set.ts";

/**
 * The `flow` or the `path` graph in typed arrays: the simple digraph supplier → receiver. Each link sums the exchanges
 * that run along it; exchanges inside one node are counted in `selfLoops` and make no link.
 */
export interface GraphLinks {
  /** Nodes with a name; in `path` the leaves follow them, so that `csr` has `nodes.length + leaves.length` nodes. */
  readonly nodes: readonly GraphNode[];
  /** See `GraphEnds`; empty in `flow`. */
  readonly leaves: Uint32Array;
  readonly csr: Csr;
  /** Exchanges behind each link. */
  readonly exchangeCounts: Uint32Array;
  /** Of these, with a known flow in the layer's own unit. 0 = the flow of the link is not known. */
  readonly quantifiedCounts: Uint32Array;
  /** Sum of the known flows of each link, in the unit of the one layer; null under a filter with several layers. */
  readonly flows: Float64Array | null;
  readonly selfLoops: number;
}

/** Casts the exchanges of a network to the links between nodes. Cost: O(nodes + exchanges). */
export function linkNodes(network: FilteredNetwork, nodeSet: NodeSet, view: GraphView): GraphLinks {
  const { nodes, leaves, ...edges } = endsOf(network, nodeSet, view);
  const { csr, linkOfEdge } = castToSimple(edges);
  const exchangeCounts = new Uint32Array(csr.targets.length);
  const quantifiedCounts = new Uint32Array(csr.targets.length);
  const flows = new Float64Array(csr.targets.length);
  let selfLoops = 0;
  for (const [edge, exchange] of network.exchanges.entries()) {
    const link = linkOfEdge[edge] ?? selfLoop;
    if (link === selfLoop) {
      selfLoops++;
      continue;
    }
    exchangeCounts[link] = (exchangeCounts[link] ?? 0) + 1;
    const flow = layerFlowOf(exchange);
    if (flow === null) continue;
    quantifiedCounts[link] = (quantifiedCounts[link] ?? 0) + 1;
    flows[link] = (flows[link] ?? 0) + flow;
  }
  const oneUnit = network.filter.layers.length === 1;
  return { nodes, leaves, csr, exchangeCounts, quantifiedCounts, flows: oneUnit ? flows : null, selfLoops };
}
