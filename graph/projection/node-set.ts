import { enterprisesOf, placeIdOfEnd, type FilteredNetwork } from "./filtered-network.ts";
import { placeHeaders } from "./park-graph.ts";

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
  readonly indexByEnterprise: ReadonlyMap<string, number>;
}

/** Every enterprise is a node, linked or not. */
export function enterpriseNodes(network: FilteredNetwork): NodeSet {
  const enterprises = enterprisesOf(network);
  return {
    nodes: enterprises.map(({ id, nameZh, nameEn, kind }) => ({
      id,
      nameZh,
      nameEn,
      pooled: kind === "pooled",
    })),
    indexByEnterprise: new Map(enterprises.map(({ id }, index) => [id, index])),
  };
}

/** Every place is a node, linked or not: all parks, and the flagged places of enterprises whose park is not known. */
export function placeNodes(network: FilteredNetwork): NodeSet {
  const places = placeHeaders(network);
  const indexByPlace = new Map(places.map(({ id }, index) => [id, index]));
  const indexByEnterprise = new Map<string, number>();
  for (const { id } of enterprisesOf(network)) {
    const index = indexByPlace.get(placeIdOfEnd(network, id));
    if (index !== undefined) indexByEnterprise.set(id, index);
  }
  return {
    nodes: places.map(({ id, nameZh, nameEn, kind }) => ({ id, nameZh, nameEn, pooled: kind !== "park" })),
    indexByEnterprise,
  };
}
