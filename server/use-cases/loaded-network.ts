import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { type NetworkFilter, toQuery } from "#graph/schema/filter/filter.ts";
import type { Viewer, ViewerClass } from "#graph/schema/api/viewer.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { cutNetwork, type SeenNetwork } from "#graph/sight/cut-network.ts";
import { hashNetworkInSteps } from "#graph/store/records/content-hash.ts";
import type { GraphStore, StoreInfo } from "#graph/store/graph-store.ts";
import { materialNames, type MaterialName } from "#graph/projection/materials.ts";
import { describeNonPark, describePark, type PlaceHeader } from "#graph/projection/places/headers.ts";
import { applyFilter, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { forEachInSteps, type Steps } from "#graph/projection/in-steps.ts";
import { indexInSteps } from "#graph/projection/network-index.ts";
import { listPlaces } from "#graph/projection/places/corridors.ts";
import { takeTurns } from "./take-turns.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { formerIds, type FormerIds } from "./former-ids.ts";
import { searchEntries } from "./search/search-entries.ts";
import { buildSearchIndex, type SearchIndex } from "./search/search-index.ts";

/** The network of a store as a viewer sees it. Apart from `createLoader`, the only way from a store to its network. */
export async function readNetworkAs(viewer: Viewer, store: GraphStore): Promise<SeenNetwork> {
  return cutNetwork(await store.readNetwork(), viewer);
}

interface SeenVersion extends SeenNetwork {
  readonly viewerClass: ViewerClass;
  /** Equal stamps, equal answers: the version, the time of its import and the class of the viewer. */
  readonly stamp: string;
  /** ISO time of the import that made this version; null for an empty store. */
  readonly importedAt: string | null;
}

/**
 * One version of the network in memory as one class of viewers sees it, with what many questions need. Gone, caches and
 * all, with the next version.
 */
export interface LoadedNetwork extends SeenVersion {
  readonly enterpriseById: ReadonlyMap<string, Enterprise>;
  readonly parkById: ReadonlyMap<string, Park>;
  readonly resourceByCode: ReadonlyMap<string, Resource>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
  /** Every place an enterprise stands at, and every park. */
  readonly placeById: ReadonlyMap<string, PlaceHeader>;
  /** Exchanges with this end, all of them. An exchange whose two ends are one enterprise counts once. */
  readonly exchangeCountByEnterprise: ReadonlyMap<string, number>;
  readonly listingCountByEnterprise: ReadonlyMap<string, number>;
  readonly listingIds: ReadonlySet<string>;
  readonly formerIds: FormerIds;
  /** The network under a filter; equal filters share one. */
  filtered(filter: NetworkFilter): FilteredNetwork;
  /** Names of materials on records; counted with the first question for them. */
  materialNames(): ReadonlyMap<string, MaterialName>;
  /** Of the records that the viewer sees; worked out when it is first asked for. */
  contentHash(): Promise<string>;
  /** Built with the first search. */
  searchIndex(): Promise<SearchIndex>;
  /** Answers by what was asked; the least used go first. */
  getOrCompute<T>(key: string, make: () => T): T;
  /** The same in two steps, for answers that come late and may fail. */
  known(key: string): unknown;
  keep(key: string, answer: unknown): void;
}

/** Records that the kept filtered networks may hold together, and answers kept, a version. */
const keptRecords = 2_000_000;
const keptAnswers = 400;

/** Networks of a store by viewer. Reads again only when the store says that it has a newer version. */
export type Loader = (viewer: Viewer) => Promise<LoadedNetwork>;

interface Version {
  readonly stamp: string;
  readonly whole: Promise<Network>;
  readonly byClass: Map<ViewerClass, Promise<LoadedNetwork>>;
}

/** `onLoad` is called once per version and class of viewers. */
export function createLoader(store: GraphStore, onLoad: (loaded: LoadedNetwork) => void): Loader {
  let current: Version | null = null;
  let lastWhole: Network | undefined;

  const versionOf = (info: StoreInfo): Version => {
    // A store that was put back to an older version counts on from there: the time tells the two lines apart.
    const stamp = `${info.networkVersion} ${info.importedAt ?? ""}`;
    if (current?.stamp === stamp) return current;
    const whole = store.readNetwork(lastWhole);
    const version: Version = { stamp, whole, byClass: new Map() };
    current = version;
    whole.then(
      (network) => (lastWhole = network),
      () => {
        if (current === version) current = null;
      },
    );
    return version;
  };
  const load = async ({ stamp, whole }: Version, viewer: Viewer, info: StoreInfo) => {
    const { viewerClass } = viewer;
    const loaded = await takeTurns(
      loadNetwork({
        ...cutNetwork(await whole, viewer),
        viewerClass,
        stamp: `${stamp} ${viewerClass}`,
        importedAt: info.importedAt,
      }),
    );
    onLoad(loaded);
    return loaded;
  };
  return async (viewer) => {
    const info = await store.info();
    const version = versionOf(info);
    const known = version.byClass.get(viewer.viewerClass);
    if (known !== undefined) return await known;
    const loading = load(version, viewer, info);
    version.byClass.set(viewer.viewerClass, loading);
    return await loading;
  };
}

/** In steps: at a million records the maps take longer than a request may wait. */
function* loadNetwork(seen: SeenVersion): Steps<LoadedNetwork> {
  const { network } = seen;
  const { enterpriseById, placeIdByEnterprise, placeIds, parkById } = yield* indexInSteps(network);
  const filters = new BoundedCache<FilteredNetwork>(
    keptRecords,
    ({ exchanges, enterpriseById }) => exchanges.length + enterpriseById.size,
  );
  const answers = new BoundedCache<unknown>(keptAnswers);
  let searchIndex: Promise<SearchIndex> | null = null;
  let contentHash: Promise<string> | null = null;
  let names: ReadonlyMap<string, MaterialName> | null = null;
  const snapshot: LoadedNetwork = {
    ...seen,
    enterpriseById,
    parkById,
    resourceByCode: new Map(network.resources.map((resource) => [resource.code, resource])),
    placeIdByEnterprise,
    placeById: yield* describePlaces(network, placeIds, enterpriseById),
    ...(yield* countByEnterprise(network)),
    formerIds: yield* formerIds(network, placeIdByEnterprise),
    filtered: (filter) => filters.getOrCompute(keyOf("filtered", filter), () => applyFilter(network, filter)),
    materialNames: () => (names ??= materialNames(network)),
    contentHash: () => (contentHash ??= hashNetworkInSteps(network)),
    searchIndex: () =>
      (searchIndex ??= buildSearchIndex(
        searchEntries({ ...snapshot, materialNames: snapshot.materialNames() }),
      )),
    getOrCompute: <T>(key: string, make: () => T) => answers.getOrCompute(key, make) as T,
    known: (key) => answers.get(key),
    keep: (key, answer) => answers.set(key, answer),
  };
  return snapshot;
}

/** Every park, then every other place that an enterprise stands at. */
function* describePlaces(
  { parks }: Network,
  placeIds: readonly string[],
  enterpriseById: ReadonlyMap<string, Enterprise>,
): Steps<ReadonlyMap<string, PlaceHeader>> {
  const placeById = new Map<string, PlaceHeader>();
  yield* forEachInSteps(placeIds, (placeId, position) => {
    const park = parks[position];
    placeById.set(
      placeId,
      park === undefined ? describeNonPark(placeId, enterpriseById) : describePark(park),
    );
  });
  return placeById;
}

function* countByEnterprise({ exchanges, listings }: Network) {
  const exchangeCountByEnterprise = new Map<string, number>();
  const listingCountByEnterprise = new Map<string, number>();
  const listingIds = new Set<string>();
  const addTo = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  yield* forEachInSteps(exchanges, ({ supplierId, receiverId }) => {
    addTo(exchangeCountByEnterprise, supplierId);
    if (receiverId !== supplierId) addTo(exchangeCountByEnterprise, receiverId);
  });
  yield* forEachInSteps(listings, ({ id, enterpriseId }) => {
    addTo(listingCountByEnterprise, enterpriseId);
    listingIds.add(id);
  });
  return { exchangeCountByEnterprise, listingCountByEnterprise, listingIds };
}

export function countBy(keys: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Equal questions under equal filters have equal keys. */
export const keyOf = (what: string, filter: NetworkFilter) => `${what} ${JSON.stringify(toQuery(filter))}`;

/** All places with their counts under the filter. */
export function placesUnder(snapshot: LoadedNetwork, filter: NetworkFilter): readonly Place[] {
  return snapshot.getOrCompute(keyOf("places", filter), () => listPlaces(snapshot.filtered(filter)));
}
