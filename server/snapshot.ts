import type { Enterprise } from "#graph/schema/enterprise.ts";
import type { NetworkFilter } from "#graph/schema/filter.ts";
import { toQuery } from "#graph/schema/filter.ts";
import { Layer } from "#graph/schema/layer.ts";
import type { Network } from "#graph/schema/network.ts";
import type { Park } from "#graph/schema/park.ts";
import type { Place } from "#graph/schema/place.ts";
import type { Resource } from "#graph/schema/resource.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/status.ts";
import type { StoreInfo } from "#graph/store/graph-store.ts";
import type { PlaceHeader } from "#graph/projection/describe-place.ts";
import { applyFilter, type FilteredNetwork } from "#graph/projection/filtered-network.ts";
import { listPlaces, placeHeaders } from "#graph/projection/park-graph.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { searchEntries } from "./search/search-entries.ts";
import { buildSearchIndex, type SearchIndex } from "./search/search-index.ts";

/** Lets every record through. */
const widestFilter: NetworkFilter = {
  layers: [...Layer.options],
  statuses: [...ExchangeStatus.options],
  linkKinds: [...LinkKind.options],
  provinceCodes: [],
  sourceKinds: [],
  yearFrom: null,
  yearTo: null,
  undated: true,
  pooled: true,
  internal: true,
  synthetic: true,
};

/** One version of the network in memory, with what many questions need. Gone, caches and all, with the next version. */
export interface Snapshot {
  readonly network: Network;
  readonly info: StoreInfo;
  readonly enterpriseById: ReadonlyMap<string, Enterprise>;
  readonly parkById: ReadonlyMap<string, Park>;
  readonly resourceByCode: ReadonlyMap<string, Resource>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
  /** Every place an enterprise stands at, and every park. */
  readonly placeById: ReadonlyMap<string, PlaceHeader>;
  /** Exchanges with this end, all of them. An exchange is in the list once even with itself at the other end. */
  readonly exchangeCountByEnterprise: ReadonlyMap<string, number>;
  readonly listingCountByEnterprise: ReadonlyMap<string, number>;
  readonly listingIds: ReadonlySet<string>;
  /** The network under a filter; equal filters share one. */
  filtered(filter: NetworkFilter): FilteredNetwork;
  /** Built with the first search. */
  searchIndex(): Promise<SearchIndex>;
  /** Answers by what was asked; the least used go first. */
  remember<T>(key: string, make: () => T): T;
}

/** Records that the kept filtered networks may hold together, and answers kept, a version. */
const keptRecords = 2_000_000;
const keptAnswers = 400;

export function takeSnapshot(network: Network, info: StoreInfo): Snapshot {
  const filters = new BoundedCache<FilteredNetwork>(
    keptRecords,
    ({ exchanges, enterpriseById }) => exchanges.length + enterpriseById.size,
  );
  const answers = new BoundedCache<unknown>(keptAnswers);
  const filtered = (filter: NetworkFilter) =>
    filters.remember(keyOf("filtered", filter), () => applyFilter(network, filter));
  const whole = applyFilter(network, widestFilter);
  let searchIndex: Promise<SearchIndex> | null = null;
  const snapshot: Snapshot = {
    network,
    info,
    enterpriseById: whole.enterpriseById,
    parkById: new Map(network.parks.map((park) => [park.id, park])),
    resourceByCode: new Map(network.resources.map((resource) => [resource.code, resource])),
    placeIdByEnterprise: whole.placeIdByEnterprise,
    placeById: new Map(placeHeaders(whole).map((place) => [place.id, place])),
    exchangeCountByEnterprise: countBy(
      network.exchanges.flatMap(({ supplierId, receiverId }) => [...new Set([supplierId, receiverId])]),
    ),
    listingCountByEnterprise: countBy(network.listings.map((listing) => listing.enterpriseId)),
    listingIds: new Set(network.listings.map((listing) => listing.id)),
    filtered,
    searchIndex: () => (searchIndex ??= buildSearchIndex(searchEntries(snapshot))),
    remember: <T>(key: string, make: () => T) => answers.remember(key, make) as T,
  };
  return snapshot;
}

export function countBy(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Equal questions under equal filters have equal keys. */
export const keyOf = (what: string, filter: NetworkFilter) => `${what} ${JSON.stringify(toQuery(filter))}`;

/** All places with their counts under the filter. */
export function placesUnder(snapshot: Snapshot, filter: NetworkFilter): readonly Place[] {
  return snapshot.remember(keyOf("places", filter), () => listPlaces(snapshot.filtered(filter)));
}
