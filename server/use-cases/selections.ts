import { SymbiosisError } from "#graph/errors.ts";
import { cityGaps, type CityGap } from "#graph/matching/gaps.ts";
import type { CandidateSelection } from "#graph/matching/ranking/select.ts";
import {
  findMaterial,
  mentionOfExchange,
  mentionOfListing,
  speaksOf,
  type Material,
} from "#graph/projection/materials.ts";
import type { QueryOf } from "#graph/schema/api/contract.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import {
  recordFilterOf,
  reversedRange,
  toFilter,
  type FilterQuery,
  type NetworkFilter,
  type RecordFilter,
} from "#graph/schema/filter/filter.ts";
import { recordConditions } from "#graph/projection/filter/conditions.ts";
import { subjectOfListing } from "#graph/projection/filter/record-subject.ts";
import { indexNetwork } from "#graph/projection/network-index.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import type { LoadedNetwork } from "./loaded-network.ts";

/** Throws `unknown-id`, naming the parameter, for an id the network does not have. */
export function assertKnown(known: { has(id: string): boolean }, id: string | undefined, pointer: string) {
  if (id === undefined || known.has(id)) return;
  const message = "is not in this network";
  throw new SymbiosisError("unknown-id", `${pointer} ${id} ${message}`, {
    details: [{ pointer, message }],
    zh: `${pointer} ${id} 不在当前网络中`,
  });
}

/** The material of a code or name. Throws `unknown-id`, naming the parameter, where nothing speaks of it. */
export function materialOf(snapshot: LoadedNetwork, id: string, pointer: string): Material {
  const found = findMaterial(snapshot.network, snapshot.materialNames(), id);
  if (found !== null) return found;
  const message = "is no code and no name of a material in this network";
  throw new SymbiosisError("unknown-id", `${pointer} ${id} ${message}`, {
    details: [{ pointer, message }],
    zh: `${pointer} ${id} 不是当前网络中的资源代码或物料名称`,
  });
}

const askedMaterial = (snapshot: LoadedNetwork, id: string | undefined) =>
  id === undefined ? undefined : materialOf(snapshot, id, "resource");

interface AskedIds {
  readonly park?: string | undefined;
  readonly place?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly enterprise?: string | undefined;
  readonly listing?: string | undefined;
}

/** The ids of a query as they are now: a link made before a merge opens the merged record. */
function currentIds({ formerIds }: LoadedNetwork, asked: AskedIds): AskedIds {
  const current = (id: string | undefined, now: (id: string) => string) =>
    id === undefined ? undefined : now(id);
  return {
    park: current(asked.park, formerIds.park),
    place: current(asked.place, formerIds.place),
    from: current(asked.from, formerIds.place),
    to: current(asked.to, formerIds.place),
    enterprise: current(asked.enterprise, formerIds.enterprise),
    listing: current(asked.listing, formerIds.listing),
  };
}

/** Conditions that were asked for; all must hold. */
type Condition<T> = ((item: T) => boolean) | undefined;

function keepWhere<T>(items: readonly T[], conditions: readonly Condition<T>[]): readonly T[] {
  const asked = conditions.filter((condition) => condition !== undefined);
  return asked.length === 0 ? items : items.filter((item) => asked.every((holds) => holds(item)));
}

/** A condition on `wanted`, or none where it is not given. */
function when<V, T>(wanted: V | undefined, holds: (item: T, wanted: V) => boolean): Condition<T> {
  return wanted === undefined ? undefined : (item) => holds(item, wanted);
}

export function selectEnterprises(
  snapshot: LoadedNetwork,
  query: QueryOf<"enterprises">,
): readonly Enterprise[] {
  const { park, place } = currentIds(snapshot, query);
  const id = query.id === undefined ? undefined : snapshot.formerIds.enterprise(query.id);
  assertKnown(snapshot.parkById, park, "park");
  assertKnown(snapshot.placeById, place, "place");
  const named = id === undefined ? undefined : snapshot.enterpriseById.get(id);
  const all = id === undefined ? snapshot.network.enterprises : named === undefined ? [] : [named];
  return keepWhere(all, [
    when(park, (enterprise, id) => enterprise.parkId === id),
    when(place, (enterprise, id) => snapshot.placeIdByEnterprise.get(enterprise.id) === id),
    when(query.q?.toLowerCase(), ({ nameZh, nameEn }, part) =>
      `${nameZh}\n${nameEn ?? ""}`.toLowerCase().includes(part),
    ),
  ]);
}

/** What was asked for and the filter left, and how much of what was asked for it left out. */
export interface Selected<T> {
  readonly items: readonly T[];
  readonly leftOut: number;
}

export function selectExchanges(
  snapshot: LoadedNetwork,
  filter: NetworkFilter,
  query: QueryOf<"exchanges">,
): Selected<Exchange> {
  const { resource, ends } = query;
  const { from, to, place, enterprise } = currentIds(snapshot, query);
  for (const [pointer, id] of Object.entries({ from, to, place }))
    assertKnown(snapshot.placeById, id, pointer);
  assertKnown(snapshot.enterpriseById, enterprise, "enterprise");
  const placeOf = (enterpriseId: string) => snapshot.placeIdByEnterprise.get(enterpriseId);
  const conditions = [
    when(from, ({ supplierId }: Exchange, id) => placeOf(supplierId) === id),
    when(to, ({ receiverId }: Exchange, id) => placeOf(receiverId) === id),
    when(
      place,
      ({ supplierId, receiverId }: Exchange, id) => placeOf(supplierId) === id || placeOf(receiverId) === id,
    ),
    when(enterprise, ({ supplierId, receiverId }: Exchange, id) => supplierId === id || receiverId === id),
    when(askedMaterial(snapshot, resource), (exchange: Exchange, material) =>
      speaksOf(material, mentionOfExchange(exchange)),
    ),
    when(
      ends,
      ({ supplierId, receiverId }: Exchange) =>
        !isPlaced(placeOf(supplierId)) || !isPlaced(placeOf(receiverId)),
    ),
  ];
  const items = keepWhere(snapshot.filtered(filter).exchanges, conditions);
  return { items, leftOut: keepWhere(snapshot.network.exchanges, conditions).length - items.length };
}

const isPlaced = (placeId: string | undefined) => placeId !== undefined && isKnownPlace(placeKindOf(placeId));

export function selectListings(
  snapshot: LoadedNetwork,
  filter: RecordFilter,
  query: QueryOf<"listings">,
): Selected<Listing> {
  const { direction, resource } = query;
  const { park, place, enterprise } = currentIds(snapshot, query);
  assertKnown(snapshot.parkById, park, "park");
  assertKnown(snapshot.placeById, place, "place");
  assertKnown(snapshot.enterpriseById, enterprise, "enterprise");
  const placeOf = ({ enterpriseId }: Listing) => snapshot.placeIdByEnterprise.get(enterpriseId);
  const asked = keepWhere(snapshot.network.listings, [
    when(park, (listing, id) => placeOf(listing) === `park:${id}`),
    when(place, (listing, id) => placeOf(listing) === id),
    when(enterprise, ({ enterpriseId }, id) => enterpriseId === id),
    when(direction, (listing, wanted) => listing.direction === wanted),
    when(askedMaterial(snapshot, resource), (listing, material) =>
      speaksOf(material, mentionOfListing(listing)),
    ),
  ]);
  const isKept = listingFilter(snapshot, filter);
  const items = asked.filter(isKept);
  return { items, leftOut: asked.length - items.length };
}

/** Whether an offer or need meets the conditions of the filter that speak of such. */
export function listingFilter(
  { network }: Pick<LoadedNetwork, "network">,
  filter: RecordFilter,
): (listing: Listing) => boolean {
  const conditions = recordConditions(filter);
  const index = indexNetwork(network);
  return (listing) => {
    const subject = subjectOfListing(listing, index);
    return conditions.every((meets) => meets(subject));
  };
}

/** The gaps of cities on a day (ISO date), under the filter and of the material asked for. */
export function selectGaps(
  snapshot: LoadedNetwork,
  filter: RecordFilter,
  { resource, asOf }: { readonly resource?: string | undefined; readonly asOf: string },
): Selected<CityGap> {
  const material = askedMaterial(snapshot, resource);
  const isAsked = (listing: Listing) =>
    material === undefined || speaksOf(material, mentionOfListing(listing));
  const isKept = listingFilter(snapshot, filter);
  const items = cityGaps(snapshot.network, asOf, (listing) => isAsked(listing) && isKept(listing));
  const behind = (gaps: readonly CityGap[]) =>
    gaps.reduce((sum, { surplus, need }) => sum + surplus.listingIds.length + need.listingIds.length, 0);
  return { items, leftOut: behind(cityGaps(snapshot.network, asOf, isAsked)) - behind(items) };
}

const fromYesNo = (word: "yes" | "no" | undefined) => (word === undefined ? undefined : word === "yes");

/** Query parameters → what is asked of candidates; every id in it is known. */
export function toSelection(
  snapshot: LoadedNetwork,
  query: QueryOf<"candidates">,
): CandidateSelection & { readonly list: NonNullable<CandidateSelection["list"]> } {
  const { resource, gates } = query;
  const { park, place, from, to, listing } = currentIds(snapshot, query);
  for (const [pointer, id] of Object.entries({ place, from, to }))
    assertKnown(snapshot.placeById, id, pointer);
  assertKnown(snapshot.parkById, park, "park");
  assertKnown(snapshot.listingIds, listing, "listing");
  const parkPlace = park === undefined ? undefined : `park:${park}`;
  return {
    id: query.id === undefined ? undefined : snapshot.formerIds.candidate(query.id),
    placeIds: [...new Set([place, parkPlace]), from, to].filter((id) => id !== undefined),
    listingId: listing,
    filter: recordFilterOf(toFilter(query)),
    material: askedMaterial(snapshot, resource),
    list: query.list ?? (query.id === undefined ? "between-parks" : "all"),
    crossProvince: fromYesNo(query.crossProvince),
    inferred: fromYesNo(query.inferred),
    existing: query.existing === "only" ? "only" : fromYesNo(query.existing),
    fold: fromYesNo(query.fold),
    gates,
  };
}

/**
 * The filter a query asks for on a day (ISO date): ages are counted from its year where the query names none. Throws
 * `invalid-request` for a range whose ends are in the wrong order.
 */
export function filterOf(query: FilterQuery, asOf: string): NetworkFilter {
  const asked = toFilter(query);
  const filter = { ...asked, asOfYear: asked.asOfYear ?? Number(asOf.slice(0, 4)) };
  const reversed = reversedRange(filter);
  if (reversed === null) return filter;
  const [{ key: pointer }, { key: end }] = reversed;
  const message = `is after ${end}`;
  throw new SymbiosisError("invalid-request", `${pointer} ${message}`, { details: [{ pointer, message }] });
}

/** Throws `metric-needs-one-layer` where the filter names several. */
export function assertOneLayer(filter: NetworkFilter): void {
  if (filter.layers.length !== 1)
    throw new SymbiosisError(
      "metric-needs-one-layer",
      "Quantities of different layers do not compare: order by flow within one layer",
      { details: [{ pointer: "layer", message: "expected exactly one of material, energy, water" }] },
    );
}
