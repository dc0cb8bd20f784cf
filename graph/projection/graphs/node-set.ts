import { isNode, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { placeHeaders } from "#graph/projection/places/corridors.ts";

export interface GraphNode {
  /** Enterprise id, or place id. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  /** Stands for more than one: a pooled enterprise, or a place that is not a park. */
  readonly pooled: boolean;
}

/** What the nodes of a graph are, and at which of them each enterprise stands. */
export interface NodeSet {
  readonly nodes: readonly GraphNode[];
  /** By position of an enterprise in the network: position of its node, −1 where the filter took the enterprise away. */
  readonly nodeOfEnterprise: Int32Array;
}

/** Every enterprise is a node, linked or not. */
export function enterpriseNodes({ network, filter }: FilteredNetwork): NodeSet {
  const nodes: GraphNode[] = [];
  const nodeOfEnterprise = new Int32Array(network.enterprises.length).fill(-1);
  for (const [position, enterprise] of network.enterprises.entries()) {
    if (!isNode(enterprise, filter)) continue;
    const { id, nameZh, nameEn, kind } = enterprise;
    nodeOfEnterprise[position] = nodes.length;
    nodes.push({ id, nameZh, nameEn, pooled: kind === "pooled" });
  }
  return { nodes, nodeOfEnterprise };
}

/** Every place is a node, linked or not: all parks, and the flagged places of enterprises whose park is not known. */
export function placeNodes(network: FilteredNetwork): NodeSet {
  const known = placeNodesOf.get(network);
  if (known !== undefined) return known;
  const made = makePlaceNodes(network);
  placeNodesOf.set(network, made);
  return made;
}

// Every metric of places under one filter asks for the same set.
const placeNodesOf = new WeakMap<FilteredNetwork, NodeSet>();

function makePlaceNodes(network: FilteredNetwork): NodeSet {
  const nodes = placeHeaders(network).map(({ id, nameZh, nameEn, kind }) => ({
    id,
    nameZh,
    nameEn,
    pooled: kind !== "park",
  }));
  const { placeIds, placeOfEnterprise } = network.index;
  const nodeById = new Map(nodes.map(({ id }, node) => [id, node]));
  const nodeOfPlace = placeIds.map((placeId) => nodeById.get(placeId) ?? -1);
  const nodeOfEnterprise = Int32Array.from(placeOfEnterprise, (place) => nodeOfPlace[place] ?? -1);
  return { nodes, nodeOfEnterprise };
}
