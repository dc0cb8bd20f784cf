import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { probableTwins } from "#graph/schema/checks/enterprise-twins.ts";
import { placeIdOf, regionProvinceCodes } from "#graph/schema/answers/place.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import {
  describeNonPark,
  describePark,
  ownPointErrorKm,
  type PlaceHeader,
} from "#graph/projection/places/headers.ts";
import { coversOf, isClosed, sideKey, type Cover, type Covers } from "./cover.ts";
import { makePoint, type Point } from "./distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { compare } from "./order.ts";
import { priceBookOf, type PriceBook } from "#graph/matching/knowledge/price-book.ts";
import { reachesUnder, type Reaches } from "#graph/matching/knowledge/reach.ts";
import { plantTexts } from "./plant-texts.ts";
import {
  isToldApart,
  noProcesses,
  processesOf,
  type PlantProcesses,
  type PlantTexts,
} from "#graph/matching/knowledge/processes.ts";

/** A place as matching sees it. Overlapping parks share a `group`: they stand on the same ground. */
export interface PartyPlace {
  readonly index: number;
  readonly header: PlaceHeader;
  readonly group: number;
  readonly point: Point | null;
  /** Farthest own point of a plant from the place's point, km. */
  deviationKm: number;
}

/** An enterprise that may stand at an end of a candidate. */
export interface Party {
  readonly index: number;
  readonly enterprise: Enterprise;
  readonly place: PartyPlace;
  readonly point: Point | null;
  /** Number of its company, or −1 where the company is not known. */
  readonly company: number;
  /** Everything that is known of it is over: a closed or moved plant. */
  readonly closed: boolean;
  readonly pooled: boolean;
  /** What is written about it, where the plants of its trade differ, and what that tells of its processes. */
  readonly texts: PlantTexts | null;
  readonly processes: PlantProcesses;
  /** It receives hazardous waste in an exchange that runs or ran. */
  readonly takesHazardous: boolean;
  /** Codes it receives in an exchange that runs or ran: a documented user of them. */
  readonly receives: ReadonlySet<string>;
  /** Codes it supplies in such an exchange. */
  readonly supplies: ReadonlySet<string>;
  /** What already takes what it gives, and fills what it wants, by id. */
  readonly covers: BothSides<Cover>;
  /** Those with a total, an unnamed firm or a plant that may be another one. */
  readonly indefiniteCovers: BothSides<Cover>;
  /** Plants that are probably this one under another id. */
  readonly twinIds: ReadonlySet<string>;
  /** How far things are carried, the same for every party of a network. */
  readonly reaches: Reaches;
  /** Its own listings that say that nothing more is to be had or wanted (see `isClosed`), by id. */
  readonly closedListings: BothSides<Listing>;
}

type BothSides<T> = Readonly<Record<Listing["direction"], readonly T[]>>;

const nothing: ReadonlySet<string> = new Set();

export interface PartyIndex {
  readonly places: readonly PartyPlace[];
  readonly parties: readonly Party[];
  readonly partyById: ReadonlyMap<string, Party>;
  readonly covers: Covers;
  readonly prices: PriceBook;
  readonly reaches: Reaches;
}

/**
 * Places and enterprises of the region, both in order of id, so that nothing depends on the order of the records.
 * Left out: enterprises outside the two provinces, and totals of a whole province (nobody to call, nowhere to go).
 */
export function listParties(network: Network): PartyIndex {
  const { enterprises, places, placeById } = siteOf(network);
  const companies = new Map<string, number>();
  const covers = coversOf(network);
  const recordsOf = partyRecords(network, covers);
  const { prices, reaches } = pricesOf(network);
  const parties: Party[] = [];
  for (const enterprise of enterprises) {
    const place = placeById.get(placeIdOf(enterprise));
    if (place === undefined) continue;
    const point = ownPoint(enterprise) ?? place.point;
    if (point !== null && place.point !== null && point !== place.point)
      place.deviationKm = Math.max(place.deviationKm, greatCircleKm(point, place.point));
    parties.push({
      index: parties.length,
      enterprise,
      place,
      point,
      company: companyOf(enterprise, companies),
      pooled: enterprise.kind === "pooled",
      reaches,
      ...recordsOf(enterprise),
    });
  }
  const partyById = new Map(parties.map((party) => [party.enterprise.id, party]));
  return { places, parties, partyById, covers, prices, reaches };
}

interface Site {
  readonly parks: Network["parks"];
  readonly enterprises: readonly Enterprise[];
  readonly places: readonly PartyPlace[];
  readonly placeById: ReadonlyMap<string, PartyPlace>;
}

// Networks that differ in exchanges, listings or rules alone, as those of an evaluation do, stand on the same ground.
const knownSites = new WeakMap<Network["enterprises"], Site>();
const knownPrices = new WeakMap<Network["prices"], Pick<PartyIndex, "prices" | "reaches">>();

function siteOf(network: Pick<Network, "parks" | "enterprises">): Site {
  const known = knownSites.get(network.enterprises);
  if (known?.parks === network.parks) return known;
  const enterprises = network.enterprises
    .filter(canStandAtAnEnd)
    .toSorted((left, right) => compare(left.id, right.id));
  const places = placesOf(network, enterprises);
  const placeById = new Map(places.map((place) => [place.header.id, place]));
  const site = { parks: network.parks, enterprises, places, placeById };
  knownSites.set(network.enterprises, site);
  return site;
}

function pricesOf(network: Pick<Network, "prices">): Pick<PartyIndex, "prices" | "reaches"> {
  const known = knownPrices.get(network.prices);
  if (known !== undefined) return known;
  const prices = priceBookOf(network.prices);
  const read = { prices, reaches: reachesUnder(prices) };
  knownPrices.set(network.prices, read);
  return read;
}

type PartyRecords = Pick<
  Party,
  | "closed"
  | "takesHazardous"
  | "receives"
  | "supplies"
  | "covers"
  | "indefiniteCovers"
  | "closedListings"
  | "twinIds"
  | "texts"
  | "processes"
>;

/** What the records of a network say of an enterprise, by its id. */
function partyRecords(network: Network, covers: Covers): (enterprise: Enterprise) => PartyRecords {
  const histories = tradeHistories(network);
  const closed = closedListingsOf(network.listings);
  const twins = twinsOf(network);
  const isIndefinite = ({ partner }: Cover) =>
    partner !== null && (partner.kind !== "plant" || twins.has(partner.id));
  const listingsOf = Map.groupBy(network.listings, ({ enterpriseId }) => enterpriseId);
  return (enterprise) => {
    const { id, industryCode } = enterprise;
    const history = histories.get(id);
    const own = bothSides(covers, id);
    const listings = (listingsOf.get(id) ?? []).toSorted((left, right) => compare(left.id, right.id));
    const texts = isToldApart(industryCode) ? plantTexts(enterprise, listings, own) : null;
    return {
      closed: history !== undefined && history.records > 0 && history.over === history.records,
      takesHazardous: history !== undefined && [...history.receives].some(isHazardousCode),
      receives: history?.receives ?? nothing,
      supplies: history?.supplies ?? nothing,
      covers: own,
      indefiniteCovers: partOf(own, isIndefinite),
      closedListings: bothSides(closed, id),
      twinIds: twins.get(id) ?? nothing,
      texts,
      processes: texts === null ? noProcesses : processesOf(industryCode, texts),
    };
  };
}

/** One for all that have nothing: most enterprises, and every pair that is looked at asks both. */
const nothingOnBothSides: BothSides<never> = { offer: [], need: [] };

function bothSides<T>(lists: ReadonlyMap<string, readonly T[]>, enterpriseId: string): BothSides<T> {
  const [offer, need] = [lists.get(sideKey("offer", enterpriseId)), lists.get(sideKey("need", enterpriseId))];
  if (offer === undefined && need === undefined) return nothingOnBothSides;
  return { offer: offer ?? [], need: need ?? [] };
}

function partOf<T>({ offer, need }: BothSides<T>, holds: (item: T) => boolean): BothSides<T> {
  const part = { offer: offer.filter(holds), need: need.filter(holds) };
  return part.offer.length + part.need.length === 0 ? nothingOnBothSides : part;
}

function twinsOf(network: Network): ReadonlyMap<string, ReadonlySet<string>> {
  const twins = new Map<string, Set<string>>();
  for (const { ids } of probableTwins(network))
    for (const [own, other] of [ids, [ids[1], ids[0]] as const])
      twins.set(own, (twins.get(own) ?? new Set()).add(other));
  return twins;
}

function closedListingsOf(listings: readonly Listing[]): ReadonlyMap<string, readonly Listing[]> {
  const closed = new Map<string, Listing[]>();
  for (const listing of listings.filter(isClosed)) {
    const key = sideKey(listing.direction, listing.enterpriseId);
    closed.set(key, [...(closed.get(key) ?? []), listing]);
  }
  for (const list of closed.values()) list.sort((left, right) => compare(left.id, right.id));
  return closed;
}

function canStandAtAnEnd({ provinceCode, cityCode, parkId, kind }: Enterprise): boolean {
  if (provinceCode === null || !regionProvinceCodes.includes(provinceCode)) return false;
  return parkId !== null || cityCode !== null || kind !== "pooled";
}

/** The own point of an enterprise with its error; null where none is known. */
export function ownPoint({ lon, lat, coordErrorKm }: Enterprise): Point | null {
  return lon === null || lat === null ? null : makePoint(lon, lat, coordErrorKm ?? ownPointErrorKm);
}

function companyOf({ companyZh }: Enterprise, companies: Map<string, number>): number {
  if (companyZh === null) return -1;
  const known = companies.get(companyZh);
  if (known !== undefined) return known;
  companies.set(companyZh, companies.size);
  return companies.size - 1;
}

function placesOf(
  network: Pick<Network, "parks">,
  enterprises: readonly Enterprise[],
): readonly PartyPlace[] {
  const parkById = new Map(network.parks.map((park) => [park.id, park]));
  const enterpriseById = new Map(enterprises.map((enterprise) => [enterprise.id, enterprise]));
  const groundOf = overlapGroups(network);
  const ids = [...new Set(enterprises.map(placeIdOf))].sort(compare);
  const groups = new Map<string, number>();
  return ids
    .flatMap((id) => {
      const park = id.startsWith("park:") ? parkById.get(id.slice(5)) : undefined;
      if (id.startsWith("park:") && park === undefined) return [];
      const header = park === undefined ? describeNonPark(id, enterpriseById) : describePark(park);
      const ground = park === undefined ? id : groundOf(park.id);
      const group = groups.get(ground) ?? groups.size;
      groups.set(ground, group);
      const { lon, lat, coordErrorKm } = header;
      const point =
        lon === null || lat === null || coordErrorKm === null ? null : makePoint(lon, lat, coordErrorKm);
      return [{ header, group, point, deviationKm: 0 }];
    })
    .map((place, index) => ({ ...place, index }));
}

/** Transitive closure of `overlaps`, read in both directions: park id → smallest park id on the same ground. */
export function overlapGroups({ parks }: Pick<Network, "parks">): (parkId: string) => string {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    return root;
  };
  for (const park of parks)
    for (const other of park.overlaps) {
      const [low, high] = [find(park.id), find(other)].sort(compare);
      if (low !== undefined && high !== undefined && low !== high) parent.set(high, low);
    }
  return find;
}

interface TradeHistory {
  records: number;
  over: number;
  receives: ReadonlySet<string>;
  supplies: ReadonlySet<string>;
}

/** Most enterprises have none: they share the empty set. */
const withOne = (set: ReadonlySet<string>, item: string) =>
  set === nothing ? new Set([item]) : (set as Set<string>).add(item);

function tradeHistories(network: Network): ReadonlyMap<string, TradeHistory> {
  const histories = new Map<string, TradeHistory>();
  const note = (id: string, over: boolean) => {
    const history = histories.get(id) ?? {
      records: 0,
      over: 0,
      receives: nothing,
      supplies: nothing,
    };
    history.records++;
    if (over) history.over++;
    histories.set(id, history);
    return history;
  };
  for (const { supplierId, receiverId, resourceCode, status } of network.exchanges) {
    const from = note(supplierId, status === "historic");
    const to = note(receiverId, status === "historic");
    if (resourceCode === null || (status !== "operating" && status !== "historic")) continue;
    from.supplies = withOne(from.supplies, resourceCode);
    to.receives = withOne(to.receives, resourceCode);
  }
  for (const { enterpriseId, status } of network.listings) note(enterpriseId, status === "historic");
  return histories;
}
