import type { Exchange } from "#graph/schema/records/exchange.ts";
import { layers, type Layer } from "#graph/schema/records/layer.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import type { FlowSum } from "#graph/schema/answers/corridor.ts";
import { describeNonPark, describePark, type PlaceHeader } from "./headers.ts";
import { isNode, placesOfEnds, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { isStale } from "#graph/projection/filter/ages.ts";
import { sumFlows } from "./flow-sum.ts";

/**
 * The quotient of the network by place: one node a place, one corridor per ordered pair of places and layer.
 *
 * Every park is a place, with or without enterprises. The others are linked like parks, so that no exchange vanishes.
 */
export interface CorridorSum {
  /** Place ids; `from` = `to` for exchanges inside one place. */
  readonly from: string;
  readonly to: string;
  readonly layer: Layer;
  readonly exchanges: readonly Exchange[];
  readonly flow: FlowSum;
  /** Exchanges that nothing confirmed for longer than the filter's age. */
  readonly staleCount: number;
}

/**
 * All exchanges from one place to another in one layer, summed; most exchanges first, then by place ids and layer.
 * The exchanges of all corridors together are exactly the exchanges of the network. Cost: linear, and a sort of corridors.
 */
export function aggregateCorridors(network: FilteredNetwork): CorridorSum[] {
  const { placeIds } = network.index;
  const { from, to } = placesOfEnds(network);
  const groups = new Map<number, Exchange[]>();
  for (const [position, exchange] of network.exchanges.entries()) {
    const ends = (from[position] ?? 0) * placeIds.length + (to[position] ?? 0);
    const key = ends * layers.length + layers.indexOf(exchange.layer);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exchange]);
    else group.push(exchange);
  }
  const corridors: CorridorSum[] = [];
  for (const [key, exchanges] of groups) {
    const ends = Math.floor(key / layers.length);
    const layer = layers[key % layers.length] ?? "material";
    corridors.push({
      from: placeIds[Math.floor(ends / placeIds.length)] ?? "",
      to: placeIds[ends % placeIds.length] ?? "",
      layer,
      exchanges,
      flow: sumFlows(exchanges, layer),
      staleCount: exchanges.filter((exchange) => isStale(exchange, network.filter) === true).length,
    });
  }
  return corridors.sort(byWidth);
}

/** Places in a fixed order: all parks as stored, then the other places that have an enterprise, by id. */
export function placeHeaders(network: FilteredNetwork): PlaceHeader[] {
  const { placeIds, enterpriseById } = network.index;
  const counts = countEnterprises(network);
  return placeIds.flatMap((placeId, position) => {
    const park = network.network.parks[position];
    if (park !== undefined) return [describePark(park)];
    return counts[position] === 0 ? [] : [describeNonPark(placeId, enterpriseById)];
  });
}

/** All places with their counts under the filter. An exchange inside a place counts once there. Cost: linear. */
export function listPlaces(network: FilteredNetwork): Place[] {
  const { placeIds } = network.index;
  const enterpriseCounts = countEnterprises(network);
  const { from, to } = placesOfEnds(network);
  const inside = new Uint32Array(placeIds.length);
  const byLayer = { material: inside.slice(), energy: inside.slice(), water: inside.slice() };
  for (const [position, { layer }] of network.exchanges.entries()) {
    const supplierPlace = from[position] ?? 0;
    const receiverPlace = to[position] ?? 0;
    addOne(byLayer[layer], supplierPlace);
    addOne(supplierPlace === receiverPlace ? inside : byLayer[layer], receiverPlace);
  }
  const positions = new Map(placeIds.map((placeId, position) => [placeId, position]));
  return placeHeaders(network).map((header) => {
    const at = positions.get(header.id) ?? 0;
    const [material = 0, energy = 0, water = 0] = layers.map((layer) => byLayer[layer][at] ?? 0);
    return {
      ...header,
      enterpriseCount: enterpriseCounts[at] ?? 0,
      exchangeCount: material + energy + water,
      insideExchangeCount: inside[at] ?? 0,
      exchangeCountByLayer: { material, energy, water },
    };
  });
}

/** Enterprises under the filter by position of their place. */
function countEnterprises({ network, filter, index }: FilteredNetwork): Uint32Array {
  const counts = new Uint32Array(index.placeIds.length);
  for (const [position, enterprise] of network.enterprises.entries())
    if (isNode(enterprise, filter)) addOne(counts, index.placeOfEnterprise[position] ?? 0);
  return counts;
}

function addOne(counts: Uint32Array, position: number): void {
  counts[position] = (counts[position] ?? 0) + 1;
}

function byWidth(a: CorridorSum, b: CorridorSum): number {
  return (
    b.exchanges.length - a.exchanges.length ||
    compare(a.from, b.from) ||
    compare(a.to, b.to) ||
    compare(a.layer, b.layer)
  );
}

const compare = (left: string, right: string) => (left === right ? 0 : left < right ? -1 : 1);
