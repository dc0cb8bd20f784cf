import { isInArea } from "#graph/projection/filter/conditions.ts";
import { isNode, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { placeHeaders } from "#graph/projection/places/corridors.ts";
import { describeNonPark, siteOfPlace, type PlaceHeader } from "#graph/projection/places/headers.ts";
import type { Site } from "#graph/projection/filter/subject.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import type { GraphNode } from "./graph-node.ts";
import type { NodeTraits } from "./record-groups.ts";

/** What the nodes of a graph are, and at which of them each enterprise stands. */
export interface NodeSet {
  readonly nodes: readonly GraphNode[];
  /** By node: what groups it belongs to. */
  readonly traits: readonly NodeTraits[];
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
  const { network, filter, placeIdByEnterprise } = filtered;
  const isLinked = markEnds(filtered);
  const inFilterArea = isInArea(filter);
  const nodes: GraphNode[] = [];
  const traits: NodeTraits[] = [];
  const nodeOfEnterprise = new Int32Array(network.enterprises.length).fill(-1);
  for (const [position, enterprise] of network.enterprises.entries()) {
    if (!isNode(enterprise, filter)) continue;
    const end = filtered.index.ends[position];
    const inArea = end !== undefined && inFilterArea(end.site);
    if (!inArea && isLinked[position] !== 1) continue;
    const { id, nameZh, nameEn, kind, industryCode } = enterprise;
    nodeOfEnterprise[position] = nodes.length;
    const carriesPaths = inArea && kind === "plant";
    const placeId = placeIdByEnterprise.get(id) ?? null;
    const { lon, lat } = pointOf(enterprise, end?.site);
    nodes.push({
      id,
      nameZh,
      nameEn,
      placeId,
      lon,
      lat,
      pooled: kind === "pooled",
      inArea,
      carriesPaths,
      scored: inArea,
    });
    traits.push({ ...traitsOfSite(end?.site), industryCode, kind });
  }
  return { nodes, traits, nodeOfEnterprise, pooledAtNode: new Uint8Array(network.enterprises.length) };
}

/**
 * Every place of the filter's area is a node, linked or not: all parks, and the places of enterprises whose park is not
 * known; so is every end of its exchanges outside. Only parks are scored. A placeholder carries no path.
 */
export function placeNodes(filtered: FilteredNetwork): NodeSet {
  const { placeIds, placeOfEnterprise } = filtered.index;
  return quotient(filtered, {
    headers: placeHeaders(filtered),
    idOfEnterprise: Array.from(placeOfEnterprise, (place) => placeIds[place] ?? ""),
    isKnown: ({ kind }) => isKnownPlace(kind),
    isScored: ({ kind }) => kind === "park",
  });
}

/**
 * Every city of the filter's area that has a park or an enterprise is a node, linked or not. Where the city is not known,
 * the province or "outside" stands for it, as a placeholder.
 */
export function cityNodes(filtered: FilteredNetwork): NodeSet {
  const { network, index } = filtered;
  const idOfSite = ({ cityCode, provinceCode }: Site, otherwise: string) =>
    cityCode === null || provinceCode === null ? otherwise : `city:${cityCode}`;
  const idOfEnterprise = network.enterprises.map(({ id }, position) => {
    const placeId = filtered.placeIdByEnterprise.get(id) ?? "outside:unknown";
    const site = index.ends[position]?.site;
    const province = site?.provinceCode ?? null;
    const fallback = isKnownPlace(placeKindOf(placeId))
      ? province === null
        ? "outside:unknown"
        : `province:${province}`
      : placeId;
    return site === undefined ? fallback : idOfSite(site, fallback);
  });
  const used = network.enterprises.flatMap((enterprise, position) =>
    isNode(enterprise, filtered.filter) ? (idOfEnterprise[position] ?? []) : [],
  );
  const ids = new Set([
    ...network.parks.map((park) => idOfSite({ ...park, park }, `province:${park.provinceCode}`)),
    ...used,
  ]);
  return quotient(filtered, {
    headers: [...ids].sort().map((id) => describeNonPark(id, index.enterpriseById)),
    idOfEnterprise,
    isKnown: ({ kind }) => kind === "city",
    isScored: ({ kind }) => kind === "city",
  });
}

interface Quotient {
  readonly headers: readonly PlaceHeader[];
  /** By position of an enterprise: the id of its header. */
  readonly idOfEnterprise: readonly string[];
  readonly isKnown: (header: PlaceHeader) => boolean;
  readonly isScored: (header: PlaceHeader) => boolean;
}

/** Enterprises taken together by where they stand. */
function quotient(
  filtered: FilteredNetwork,
  { headers, idOfEnterprise, isKnown, isScored }: Quotient,
): NodeSet {
  const { network, filter, index } = filtered;
  const inFilterArea = isInArea(filter);
  const isLinked = markEnds(filtered);
  const linked = new Set(idOfEnterprise.filter((_, position) => isLinked[position] === 1));
  const nodes: GraphNode[] = [];
  const traits: NodeTraits[] = [];
  for (const header of headers) {
    const { id, nameZh, nameEn, kind, lon, lat } = header;
    const site = siteOfPlace(header, index);
    const inArea = inFilterArea(site);
    if (!inArea && !linked.has(id)) continue;
    const known = isKnown(header);
    const scored = inArea && isScored(header);
    nodes.push({
      id,
      nameZh,
      nameEn,
      placeId: id,
      lon,
      lat,
      pooled: !known,
      inArea,
      carriesPaths: inArea && known,
      scored,
    });
    traits.push({ ...traitsOfSite(site), industryCode: null, kind });
  }
  const nodeById = new Map(nodes.map(({ id }, node) => [id, node]));
  return {
    nodes,
    traits,
    nodeOfEnterprise: Int32Array.from(idOfEnterprise, (id) => nodeById.get(id) ?? -1),
    pooledAtNode: Uint8Array.from(network.enterprises, ({ kind }) => Number(kind === "pooled")),
  };
}

/** Its own point, else that of its park: a seat of a county or city does not say where a plant stands. */
function pointOf({ lon, lat }: Enterprise, site: Site | undefined) {
  if (lon !== null && lat !== null) return { lon, lat };
  return { lon: site?.park?.lon ?? null, lat: site?.park?.lat ?? null };
}

function traitsOfSite(site: Site | undefined) {
  return {
    park: site?.park ?? null,
    cityCode: site?.cityCode ?? null,
    provinceCode: site?.provinceCode ?? null,
  };
}

/** By position of an enterprise: 1 where an exchange that the filter left ends. */
function markEnds({ network, suppliers, receivers }: FilteredNetwork): Uint8Array {
  const marks = new Uint8Array(network.enterprises.length);
  for (const ends of [suppliers, receivers]) for (const position of ends) marks[position] = 1;
  return marks;
}
