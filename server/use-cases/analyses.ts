import { writeNetwork, type NetworkFile } from "#graph/formats/networks/write-network.ts";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { aggregateCorridors } from "#graph/projection/places/corridors.ts";
import type { ParamsOf, QueryOf, ResponseOf } from "#graph/schema/api/contract.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Viewer } from "#graph/schema/api/viewer.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import type { WorkPool } from "#graph/work/pool.ts";
import type { JobRequest, UnitWork } from "#server/jobs/job-queue.ts";
import { candidateAnswers } from "./candidate-answers.ts";
import { jobAnswers, type Jobs } from "./job-answers.ts";
import { originOf } from "./origin.ts";
import { inventoryAnswers } from "./inventory-answers.ts";
import { placeAnswers } from "./place-answers.ts";
import { materialAnswers } from "./material-answers.ts";
import { slicePage, wholePage, type PageWindow } from "./paging.ts";
import { metricAnswers } from "./metric-answers.ts";
import { createLoader, keyOf, placesUnder, type LoadedNetwork } from "./loaded-network.ts";
import { arrangeCorridors, viewCorridor } from "./views/corridors.ts";
import { countRecords, describeData, type Release } from "./views/meta.ts";
import { summariseParks } from "./views/parks.ts";
import { recordAnswers } from "./record-answers.ts";
import { assertOneLayer, filterOf } from "./selections.ts";
import { workFrom } from "./unit-work.ts";
import { dayInChina } from "./day-in-china.ts";

export interface AnalysesOptions {
  readonly store: GraphStore;
  readonly pool: WorkPool;
  readonly jobs: Jobs;
  readonly release: Release;
  /** The clock: the day decides which listings are still valid. */
  readonly now: () => Date;
  /** Called once per loaded version; used to warm caches. */
  readonly onVersion?: (reading: Reading) => void;
}

/** The use cases of the service. `open` gives them over one consistent version of the network, as the viewer sees it. */
export interface Analyses {
  open(viewer: Viewer): Promise<Reading>;
  /** Version last read; null before the first reading. Never touches the store. */
  lastVersion(): number | null;
  /** How units of a job are worked out here, whichever process started it. */
  workFor(request: JobRequest): Promise<UnitWork>;
}

/** Every question, asked to one version: answers of one reading never mix two versions. */
export type Reading = ReturnType<typeof readingOf>;

/** Reads the network again only when the store says that it has a newer one. */
export function createAnalyses(options: AnalysesOptions): Analyses {
  const { store, pool, jobs, release, now, onVersion } = options;
  let lastVersion: number | null = null;
  const readingNow = (snapshot: LoadedNetwork) =>
    readingOf({ snapshot, pool, jobs, release, asOf: dayInChina(now()) });
  const load = createLoader(store, (snapshot) => onVersion?.(readingNow(snapshot)));

  return {
    open: async (viewer) => {
      const snapshot = await load(viewer);
      lastVersion = snapshot.network.version;
      return readingNow(snapshot);
    },
    lastVersion: () => lastVersion,
    workFor: workFrom(load, jobs.pool, release),
  };
}

interface ReadingOptions {
  readonly snapshot: LoadedNetwork;
  readonly pool: WorkPool;
  readonly jobs: Jobs;
  readonly release: Release;
  readonly asOf: string;
}

function readingOf(options: ReadingOptions) {
  return {
    networkVersion: options.snapshot.network.version,
    stamp: options.snapshot.stamp,
    viewerClass: options.snapshot.viewerClass,
    counts: countRecords(options.snapshot.network),
    asOf: options.asOf,
    ...networkAnswers(options),
    ...recordAnswers(options),
    ...metricAnswers(options),
    ...jobAnswers(options),
    ...candidateAnswers(options),
    ...placeAnswers(options),
    ...materialAnswers(options),
    ...inventoryAnswers(options),
  };
}

/** Exchanges that the filter leaves out. */
function leftOutBy(snapshot: LoadedNetwork, filter: NetworkFilter): number {
  return snapshot.network.exchanges.length - snapshot.filtered(filter).exchanges.length;
}

/** Questions about the network as a whole: what the map is drawn from. */
function networkAnswers({ snapshot, release, asOf }: ReadingOptions) {
  const { network } = snapshot;
  return {
    meta: (): Promise<ResponseOf<"meta">> => describeData(snapshot, release),

    parks: (query: QueryOf<"parks">, window: PageWindow): ResponseOf<"parks"> => {
      const filter = filterOf(query, asOf);
      const all = snapshot.getOrCompute(keyOf("parks", filter), () => summariseParks(snapshot, filter));
      const leftOut = network.parks.length - all.length;
      return { ...slicePage(all, window, network.version, (park) => park), filter, leftOut };
    },

    places: (query: QueryOf<"places">): ResponseOf<"places"> => {
      const filter = filterOf(query, asOf);
      const places = wholePage(placesUnder(snapshot, filter), network.version);
      return { ...places, filter, leftOut: leftOutBy(snapshot, filter) };
    },

    corridors: (query: QueryOf<"corridors">, window: PageWindow): ResponseOf<"corridors"> => {
      const filter = filterOf(query, asOf);
      if (query.sort === "flow") assertOneLayer(filter);
      const all = snapshot.getOrCompute(keyOf("corridors", filter), () =>
        aggregateCorridors(snapshot.filtered(filter)),
      );
      const arranged = arrangeCorridors(all, query.scope ?? "between", query.sort ?? "exchanges");
      const page = slicePage(arranged, window, network.version, (corridor) =>
        viewCorridor(snapshot, corridor),
      );
      return { ...page, filter, leftOut: leftOutBy(snapshot, filter) };
    },

    facets: (query: QueryOf<"facets">): ResponseOf<"facets"> => {
      const filter = filterOf(query, asOf);
      return snapshot.getOrCompute(keyOf("facets", filter), () => countFacets(network, filter));
    },

    export: async ({ format }: ParamsOf<"export">, query: QueryOf<"export">): Promise<NetworkFile> =>
      writeNetwork(format, snapshot.filtered(filterOf(query, asOf)), await originOf(snapshot, release)),
  };
}
