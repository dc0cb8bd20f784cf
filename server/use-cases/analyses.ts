import { writeNetwork, type NetworkFile } from "#graph/formats/networks/write-network.ts";
import { metrics } from "#graph/metrics/catalogue.ts";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { aggregateCorridors } from "#graph/projection/places/corridors.ts";
import type { ParamsOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { GraphStore, StoreInfo } from "#graph/store/graph-store.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import { placeAnswers } from "./place-answers.ts";
import { nextOf, slicePage, wholePage, type PageWindow } from "./paging.ts";
import { keyOf, placesUnder, loadNetwork, type LoadedNetwork } from "./loaded-network.ts";
import { arrangeCorridors, viewCorridor } from "./views/corridors.ts";
import { describeData, type Release } from "./views/meta.ts";
import { summariseParks } from "./views/parks.ts";
import { viewEnterprise, viewExchange, viewListing } from "./views/records.ts";
import {
  assertOneLayer,
  filterOf,
  selectEnterprises,
  selectExchanges,
  selectListings,
  toSelection,
} from "./selections.ts";

export interface AnalysesOptions {
  readonly store: GraphStore;
  readonly pool: WorkPool;
  readonly release: Release;
  /** The clock: the day decides which listings are still valid. */
  readonly now: () => Date;
  /** Called once per loaded version; used to warm caches. */
  readonly onVersion?: (reading: Reading) => void;
}

/** The use cases of the service. `open` gives them over one consistent version of the network. */
export interface Analyses {
  open(): Promise<Reading>;
  /** Version last read; null before the first reading. Never touches the store. */
  lastVersion(): number | null;
}

/** Every question, asked to one version: answers of one reading never mix two versions. */
export type Reading = ReturnType<typeof readingOf>;

/** Reads the network again only when the store says that it has a newer one. */
export function createAnalyses({ store, pool, release, now, onVersion }: AnalysesOptions): Analyses {
  let latest: { readonly stamp: string; readonly snapshot: Promise<LoadedNetwork> } | null = null;
  let lastVersion: number | null = null;
  let lastNetwork: Network | undefined;

  const readingNow = (snapshot: LoadedNetwork) =>
    readingOf({ snapshot, pool, release, asOf: dayInChina(now()) });
  const snapshotNow = async (): Promise<LoadedNetwork> => {
    const info = await store.info();
    const stamp = stampOf(info);
    if (latest?.stamp !== stamp) {
      const snapshot = store.readNetwork(lastNetwork).then((network) => {
        lastNetwork = network;
        const taken = loadNetwork(network, info);
        onVersion?.(readingNow(taken));
        return taken;
      });
      const entry = { stamp, snapshot };
      latest = entry;
      snapshot.catch(() => {
        if (latest === entry) latest = null;
      });
    }
    return latest.snapshot;
  };

  return {
    open: async () => {
      const snapshot = await snapshotNow();
      lastVersion = snapshot.network.version;
      return readingNow(snapshot);
    },
    lastVersion: () => lastVersion,
  };
}

/** A store that was put back to an older version counts on from there: the time tells the two lines apart. */
function stampOf({ networkVersion, importedAt }: StoreInfo): string {
  return `${networkVersion} ${importedAt ?? ""}`;
}

/** The calendar day where the parks are: listings end at their midnight (UTC+8, no summer time). */
function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

interface ReadingOptions {
  readonly snapshot: LoadedNetwork;
  readonly pool: WorkPool;
  readonly release: Release;
  readonly asOf: string;
}

function readingOf(options: ReadingOptions) {
  return {
    networkVersion: options.snapshot.network.version,
    stamp: stampOf(options.snapshot.info),
    asOf: options.asOf,
    ...networkAnswers(options),
    ...recordAnswers(options),
    ...metricAnswers(options),
    ...placeAnswers(options),
  };
}

/** Questions about the network as a whole: what the map is drawn from. */
function networkAnswers({ snapshot, release }: ReadingOptions) {
  const { network } = snapshot;
  return {
    meta: (): ResponseOf<"meta"> => describeData(snapshot, release),

    parks: (query: QueryOf<"parks">, window: PageWindow): ResponseOf<"parks"> => {
      const filter = filterOf(query);
      const all = snapshot.getOrCompute(keyOf("parks", filter), () => summariseParks(snapshot, filter));
      const inCity = all.filter((park) => query.city === undefined || park.cityCode === query.city);
      return slicePage(inCity, window, network.version, (park) => park);
    },

    places: (query: QueryOf<"places">): ResponseOf<"places"> =>
      wholePage(placesUnder(snapshot, filterOf(query)), network.version),

    corridors: (query: QueryOf<"corridors">, window: PageWindow): ResponseOf<"corridors"> => {
      const filter = filterOf(query);
      if (query.sort === "flow") assertOneLayer(filter);
      const all = snapshot.getOrCompute(keyOf("corridors", filter), () =>
        aggregateCorridors(snapshot.filtered(filter)),
      );
      const arranged = arrangeCorridors(all, query.scope ?? "between", query.sort ?? "exchanges");
      return slicePage(arranged, window, network.version, (corridor) => viewCorridor(snapshot, corridor));
    },

    facets: (query: QueryOf<"facets">): ResponseOf<"facets"> => {
      const filter = filterOf(query);
      return snapshot.getOrCompute(keyOf("facets", filter), () => countFacets(network, filter));
    },

    export: ({ format }: ParamsOf<"export">, query: QueryOf<"export">): NetworkFile =>
      writeNetwork(format, snapshot.filtered(filterOf(query))),
  };
}

/** Questions for records: chosen, named and paged. */
function recordAnswers({ snapshot }: ReadingOptions) {
  const { version } = snapshot.network;
  return {
    enterprises: (query: QueryOf<"enterprises">, window: PageWindow): ResponseOf<"enterprises"> =>
      slicePage(selectEnterprises(snapshot, query), window, version, (enterprise) =>
        viewEnterprise(snapshot, enterprise),
      ),

    exchanges: (query: QueryOf<"exchanges">, window: PageWindow): ResponseOf<"exchanges"> =>
      slicePage(selectExchanges(snapshot, filterOf(query), query), window, version, (exchange) =>
        viewExchange(snapshot, exchange),
      ),

    listings: (query: QueryOf<"listings">, window: PageWindow): ResponseOf<"listings"> =>
      slicePage(selectListings(snapshot, query), window, version, (listing) =>
        viewListing(snapshot, listing),
      ),

    search: async ({ q, limit = 100 }: QueryOf<"search">): Promise<ResponseOf<"search">> => {
      const { items, total } = (await snapshot.searchIndex()).search(q, limit);
      return { ...wholePage(items, version), total };
    },
  };
}

/** Questions that cost: computed once a version and filter, in worker threads where the network is big. */
function metricAnswers({ snapshot, pool, asOf }: ReadingOptions) {
  const { network } = snapshot;
  return {
    metricCatalogue: (): ResponseOf<"metricCatalogue"> =>
      wholePage(
        metrics.map(({ description }) => description),
        network.version,
      ),

    metric: ({ id }: ParamsOf<"metric">, query: QueryOf<"metric">): Promise<ResponseOf<"metric">> => {
      const filter = filterOf(query);
      return snapshot.getOrCompute(keyOf(`metric ${id}`, filter), () =>
        pool.run("metric", network, { id, filter }),
      );
    },

    candidates: async (
      query: QueryOf<"candidates">,
      window: PageWindow,
    ): Promise<ResponseOf<"candidates">> => {
      const { offset, limit } = window;
      const input = { asOf, selection: toSelection(snapshot, query), offset, limit };
      const { items, total } = await pool.run("candidatePage", network, input);
      return { items: [...items], total, next: nextOf(window, total), networkVersion: network.version };
    },
  };
}
