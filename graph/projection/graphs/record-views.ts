import { once } from "#graph/projection/once.ts";
import { layerFlowOf, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { flowOf } from "#graph/schema/records/exchange.ts";
import { makeView, type EdgeColumns, type GraphView } from "./graph-view.ts";
import { cityNodes, enterpriseNodes, placeNodes, type NodeSet } from "./node-set.ts";
import { listResources } from "./listed-resources.ts";
import { groupRecords } from "./record-groups.ts";

/** The views of records under one filter, each made when it is first asked for: by enterprise, by place and by city. */
export interface RecordViews {
  readonly filtered: FilteredNetwork;
  readonly enterprise: GraphView;
  readonly park: GraphView;
  readonly city: GraphView;
}

export function openViews(filtered: FilteredNetwork): RecordViews {
  const edges = once(() => columnsOf(filtered));
  const enterprise = once(() => viewRecords(filtered, enterpriseNodes(filtered), edges()));
  const park = once(() => viewRecords(filtered, placeNodes(filtered), edges()));
  const city = once(() => viewRecords(filtered, cityNodes(filtered), edges()));
  return {
    filtered,
    get enterprise() {
      return enterprise();
    },
    get park() {
      return park();
    },
    get city() {
      return city();
    },
  };
}

function viewRecords(filtered: FilteredNetwork, nodeSet: NodeSet, { edges, basis }: Columns): GraphView {
  const { network, filter, suppliers, receivers } = filtered;
  const { nodes, traits, nodeOfEnterprise, pooledAtNode } = nodeSet;
  const listed = once(() => listResources(filtered));
  return makeView({
    get listed() {
      return listed();
    },
    directed: true,
    nodes,
    groups: groupRecords(traits, network.parks),
    edges,
    basis,
    boundary: null,
    oneUnit: filter.layers.length === 1,
    // Counts add across layers, quantities would not.
    weightsOf: ({ exchangeCounts }) => exchangeCounts,
    sources: suppliers.map((position) => nodeOfEnterprise[position] ?? -1),
    targets: receivers.map((position) => nodeOfEnterprise[position] ?? -1),
    pooledSources: Uint8Array.from(suppliers, (position) => pooledAtNode[position] ?? 0),
    pooledTargets: Uint8Array.from(receivers, (position) => pooledAtNode[position] ?? 0),
  });
}

interface Columns {
  readonly edges: EdgeColumns;
  readonly basis: GraphView["basis"];
}

function columnsOf({ exchanges, network }: FilteredNetwork): Columns {
  const quantities = Float64Array.from(exchanges, (exchange) => layerFlowOf(exchange) ?? Number.NaN);
  let quantified = 0;
  let steamByMassOnly = 0;
  for (const [edge, exchange] of exchanges.entries())
    if (!Number.isNaN(quantities[edge])) quantified++;
    else if (flowOf(exchange) !== null) steamByMassOnly++;
  return {
    edges: {
      count: exchanges.length,
      idOf: (edge) => exchanges[edge]?.id ?? "",
      quantities,
      layerOf: (edge) => exchanges[edge]?.layer ?? null,
      resourceOf: (edge) => exchanges[edge]?.resourceCode ?? exchanges[edge]?.resourceZh ?? null,
    },
    basis: { quantified, steamByMassOnly, filteredOut: network.exchanges.length - exchanges.length },
  };
}
