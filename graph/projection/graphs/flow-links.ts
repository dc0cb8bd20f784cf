import { castToSimple, selfLoop, type Csr } from "./csr.ts";
import { layerFlowOf, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import type { GraphNode, NodeSet } from "./node-set.ts";

/**
 * The `flow` graph in typed arrays: the simple digraph supplier → receiver of a node set. Each link sums the exchanges
 * that run along it; exchanges inside one node are counted in `selfLoops` and make no link.
 */
export interface FlowLinks {
  readonly nodes: readonly GraphNode[];
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
export function linkNodes(network: FilteredNetwork, { nodes, nodeOfEnterprise }: NodeSet): FlowLinks {
  const { exchanges, filter } = network;
  const sources = network.suppliers.map((position) => nodeOfEnterprise[position] ?? -1);
  const targets = network.receivers.map((position) => nodeOfEnterprise[position] ?? -1);
  const { csr, linkOfEdge } = castToSimple({ nodeCount: nodes.length, sources, targets });
  const exchangeCounts = new Uint32Array(csr.targets.length);
  const quantifiedCounts = new Uint32Array(csr.targets.length);
  const flows = new Float64Array(csr.targets.length);
  let selfLoops = 0;
  for (const [edge, exchange] of exchanges.entries()) {
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
  const oneUnit = filter.layers.length === 1;
  return { nodes, csr, exchangeCounts, quantifiedCounts, flows: oneUnit ? flows : null, selfLoops };
}
