import { isInArea } from "#graph/projection/filter/conditions.ts";
import { isNode, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { placeHeaders } from "#graph/projection/places/corridors.ts";
import { siteOfPlace } from "#graph/projection/places/headers.ts";
import { isKnownPlace } from "#graph/schema/answers/place.ts";

export interface GraphNode {
  /** Enterprise id, or place id. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  /** Stands for more than one: a pooled enterprise, or a place that only says "somewhere in". */
  readonly pooled: boolean;
  /** Lies in the area that the filter names. The others are there because an exchange of the area ends at them. */
  readonly inArea: boolean;
  /** Is a node of the path graph; at the others each exchange ends at a leaf of its own (`graph-ends.ts`). */
  readonly carriesPaths: boolean;
  /** Has a row in the scores of its scope. */
  readonly scored: boolean;
}

/** What the nodes of a graph are, and at which of them each enterprise stands. */
export interface NodeSet {
  readonly nodes: readonly GraphNode[];
  /** By position of an enterprise in the network: position of its node, −1 where the filter took the enterprise away. */
  readonly nodeOfEnterprise: Int32Array;
  /** By position of an enterprise: 1 where it is part of a node that carries paths, but is itself pooled. */
  readonly pooledAtNode: Uint8Array;
}

/**
 * Every enterprise of the filter's area is a node, linked or not, and so is every end of its exchanges outside. A pooled
 * or unnamed enterprise carries no path: two records of it need not mean the same firm.
 */
export function enterpriseNodes(filtered: FilteredNetwork): NodeSet {
  const { network, filter } = filtered;
  const isLinked = markEnds(filtered);
  const inFilterArea = isInArea(filter);
  const nodes: GraphNode[] = [];
  const nodeOfEnterprise = new Int32Array(network.enterprises.length).fill(-1);
  for (const [position, enterprise] of network.enterprises.entries()) {
    if (!isNode(enterprise, filter)) continue;
    const end = filtered.index.ends[position];
    const inArea = end !== undefined && inFilterArea(end.site);
    if (!inArea && isLinked[position] !== 1) continue;
    const { id, nameZh, nameEn, kind } = enterprise;
    nodeOfEnterprise[position] = nodes.length;
    const carriesPaths = inArea && kind === "plant";
    nodes.push({ id, nameZh, nameEn, pooled: kind === "pooled", inArea, carriesPaths, scored: inArea });
  }
  return { nodes, nodeOfEnterprise, pooledAtNode: new Uint8Array(network.enterprises.length) };
}

/**
 * Every place of the filter's area is a node, linked or not: all parks, and the places of enterprises whose park is not
 * known; so is every end of its exchanges outside. Only parks are scored. A placeholder carries no path.
 */
export function placeNodes(network: FilteredNetwork): NodeSet {
  const known = placeNodesOf.get(network);
  if (known !== undefined) return known;
  const made = makePlaceNodes(network);
  placeNodesOf.set(network, made);
  return made;
}

// Every metric of places under one filter asks for the same set.
const placeNodesOf = new WeakMap<FilteredNetwork, NodeSet>();

function makePlaceNodes(filtered: FilteredNetwork): NodeSet {
  const { network, filter, index } = filtered;
  const inFilterArea = isInArea(filter);
  const { placeIds, placeOfEnterprise } = index;
  const isLinked = markEnds(filtered);
  const linkedPlaces = new Set<string>();
  for (const [position, place] of placeOfEnterprise.entries())
    if (isLinked[position] === 1) linkedPlaces.add(placeIds[place] ?? "");
  const nodes = placeHeaders(filtered).flatMap((header): GraphNode[] => {
    const { id, nameZh, nameEn, kind } = header;
    const inArea = inFilterArea(siteOfPlace(header, index));
    if (!inArea && !linkedPlaces.has(id)) return [];
    const isKnown = isKnownPlace(kind);
    const scored = inArea && kind === "park";
    return [{ id, nameZh, nameEn, pooled: !isKnown, inArea, carriesPaths: inArea && isKnown, scored }];
  });
  const nodeById = new Map(nodes.map(({ id }, node) => [id, node]));
  const nodeOfPlace = placeIds.map((placeId) => nodeById.get(placeId) ?? -1);
  return {
    nodes,
    nodeOfEnterprise: Int32Array.from(placeOfEnterprise, (place) => nodeOfPlace[place] ?? -1),
    pooledAtNode: Uint8Array.from(network.enterprises, ({ kind }) => Number(kind === "pooled")),
  };
}

/** By position of an enterprise: 1 where an exchange that the filter left ends. */
function markEnds({ network, suppliers, receivers }: FilteredNetwork): Uint8Array {
  const marks = new Uint8Array(network.enterprises.length);
  for (const ends of [suppliers, receivers]) for (const position of ends) marks[position] = 1;
  return marks;
}
