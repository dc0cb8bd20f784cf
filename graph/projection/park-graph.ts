import type { Exchange } from "#graph/schema/exchange.ts";
import type { Layer } from "#graph/schema/layer.ts";
import type { Place } from "#graph/schema/place.ts";
import type { FlowSum } from "#graph/schema/views.ts";
import { describeNonPark, describePark, type PlaceHeader } from "./describe-place.ts";
import { enterprisesOf, placeIdOfEnd, type FilteredNetwork } from "./filtered-network.ts";
import { sumFlows } from "./flow-sum.ts";

/**
 * The network seen from the air: enterprises melt into the places they stand at, exchanges into corridors.
 *
 * Every park is a place, with or without enterprises. An enterprise whose park is not known stands at its city (or
 * province, or outside the region): such places are linked like any other, so no exchange vanishes, but they never count
 * as parks.
 */
export interface CorridorSum {
  /** Place ids; `from` = `to` for exchanges inside one place. */
  readonly from: string;
  readonly to: string;
  readonly layer: Layer;
  readonly exchanges: readonly Exchange[];
  readonly flow: FlowSum;
}

/**
 * All exchanges from one place to another in one layer, summed; most exchanges first, then by place ids and layer.
 * The exchanges of all corridors together are exactly the exchanges of the network. Cost: linear, and a sort of corridors.
 */
export function aggregateCorridors(network: FilteredNetwork): CorridorSum[] {
  const corridors = new Map<string, Omit<CorridorSum, "flow"> & { exchanges: Exchange[] }>();
  for (const exchange of network.exchanges) {
    const from = placeIdOfEnd(network, exchange.supplierId);
    const to = placeIdOfEnd(network, exchange.receiverId);
    const { layer } = exchange;
    const key = `${from} ${to} ${layer}`;
    const corridor = corridors.get(key);
    if (corridor === undefined) corridors.set(key, { from, to, layer, exchanges: [exchange] });
    else corridor.exchanges.push(exchange);
  }
  return [...corridors]
    .map(([key, corridor]) => ({
      key,
      corridor: { ...corridor, flow: sumFlows(corridor.exchanges, corridor.layer) },
    }))
    .sort((a, b) => b.corridor.exchanges.length - a.corridor.exchanges.length || (a.key < b.key ? -1 : 1))
    .map(({ corridor }) => corridor);
}

/** Places in a fixed order: all parks as stored, then the other places that have an enterprise, by id. */
export function placeHeaders(network: FilteredNetwork): PlaceHeader[] {
  const parks = network.network.parks.map(describePark);
  const known = new Set(parks.map((park) => park.id));
  const others = new Set<string>();
  for (const enterprise of enterprisesOf(network)) {
    const placeId = placeIdOfEnd(network, enterprise.id);
    if (!known.has(placeId)) others.add(placeId);
  }
  return [...parks, ...[...others].sort().map(describeNonPark)];
}

/** All places with their counts under the filter. An exchange inside a place counts once there. Cost: linear. */
export function listPlaces(network: FilteredNetwork): Place[] {
  const places = placeHeaders(network).map((header) => ({
    ...header,
    enterpriseCount: 0,
    exchangeCount: 0,
    insideExchangeCount: 0,
    exchangeCountByLayer: { material: 0, energy: 0, water: 0 },
  }));
  const placeById = new Map(places.map((place) => [place.id, place]));
  const placeOf = (enterpriseId: string) => placeById.get(placeIdOfEnd(network, enterpriseId));
  for (const enterprise of enterprisesOf(network)) {
    const place = placeOf(enterprise.id);
    if (place !== undefined) place.enterpriseCount++;
  }
  for (const { supplierId, receiverId, layer } of network.exchanges) {
    const from = placeOf(supplierId);
    const to = placeOf(receiverId);
    if (from !== undefined && from === to) from.insideExchangeCount++;
    for (const place of new Set([from, to])) {
      if (place === undefined) continue;
      place.exchangeCount++;
      place.exchangeCountByLayer[layer]++;
    }
  }
  return places;
}
