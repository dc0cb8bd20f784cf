import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import betweennessOfGraphology from "graphology-metrics/centrality/betweenness.js";
import { metrics } from "#graph/metrics/catalogue.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { directedGraph } from "#graph/projection/graphs/named-graphs.ts";
import { openViews } from "#graph/projection/graphs/record-views.ts";
import { aggregateCorridors, listPlaces } from "#graph/projection/places/corridors.ts";
import { defaultFilter, noFilter } from "#graph/schema/filter/filter.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { openStore } from "#graph/store/open-store.ts";
import { readSeed, readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { quickest, type BenchRow } from "./bench-row.ts";

const resources = readSeed().flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));

function makeRecords(enterprises: number, exchanges: number): TaggedRecord[] {
  const size = {
    parks: Math.ceil(enterprises / 33),
    enterprises,
    listings: 0,
    exchanges,
    seed: 1,
    resources,
  };
  return [...resources.map((record): TaggedRecord => ({ kind: "resources", record })), ...synthesize(size)];
}

function makeNetwork(enterprises: number, exchanges: number): Network {
  const records = makeRecords(enterprises, exchanges);
  return {
    ...emptyNetwork,
    parks: records.flatMap(({ kind, record }) => (kind === "parks" ? [record] : [])),
    enterprises: records.flatMap(({ kind, record }) => (kind === "enterprises" ? [record] : [])),
    exchanges: records.flatMap(({ kind, record }) => (kind === "exchanges" ? [record] : [])),
  };
}

/** Projection and metrics: against a bare read, against graphology-metrics, and by growth. */
export async function run(): Promise<readonly BenchRow[]> {
  return [
    ...(await measureSeeds()),
    await measureProjection(),
    await measureBetweenness(),
    await measureGrowth("enterprise.degree"),
    await measureGrowth("enterprise.pagerank"),
  ];
}

async function measureSeeds(): Promise<BenchRow[]> {
  const network = readSeedNetwork();
  const firstMs = await quickest(20, () => {
    const filtered = applyFilter(network, defaultFilter);
    return [listPlaces(filtered), aggregateCorridors(filtered), countFacets(network, defaultFilter)];
  });
  const allMs = await quickest(5, () =>
    metrics.map(({ description: { id, needsOneLayer } }) =>
      computeMetric(id, network, needsOneLayer ? { ...noFilter, layers: ["material"] } : noFilter),
    ),
  );
  const bound = { peer: "no peer", peerMs: null };
  return [
    {
      name: "places, corridors and facets of the seeds, ms",
      ours: "all three",
      ...bound,
      oursMs: firstMs,
      value: firstMs,
      goal: { atMost: 20 },
    },
    {
      name: `all ${metrics.length} metrics of the seeds, ms`,
      ours: "one after the other",
      ...bound,
      oursMs: allMs,
      value: allMs,
      goal: { atMost: 1000 },
    },
  ];
}

async function measureProjection(): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-bench-"));
  try {
    const path = join(folder, "store.sqlite");
    await using store = await openStore(`sqlite:${path}`);
    await store.importRecords(makeRecords(100_000, 300_000), { label: "bench", now: new Date() });
    const bareMs = await quickest(3, () => {
      const database = new Database(path, { readonly: true });
      const rows = ["parks", "enterprises", "exchanges"].map((table) =>
        database.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
      );
      database.close();
      return rows;
    });
    const network = await store.readNetwork();
    const oursMs = await quickest(3, () => {
      // A copy, for the index of a snapshot is kept.
      const filtered = applyFilter({ ...network }, noFilter);
      return [openViews(filtered).enterprise.flow, aggregateCorridors(filtered)];
    });
    return {
      name: "snapshot to flow graph and corridors (100k enterprises, 300k exchanges), time against reading the bare rows",
      ours: "projection",
      peer: "bare rows",
      oursMs,
      peerMs: bareMs,
      value: oursMs / bareMs,
      goal: { atMost: 2 },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureBetweenness(): Promise<BenchRow> {
  const network = makeNetwork(3000, 12_000);
  const view = openViews(applyFilter(network, noFilter)).enterprise;
  const graph = directedGraph(view.path, view.edges);
  const oursMs = await quickest(2, () => computeMetric("enterprise.betweenness", network, noFilter));
  const peerMs = await quickest(2, () => betweennessOfGraphology(graph, { getEdgeWeight: null }));
  return {
    name: `betweenness of ${graph.order} nodes and ${graph.size} links, time against graphology-metrics`,
    ours: "from records to report",
    peer: "graphology-metrics on a ready graph",
    oursMs,
    peerMs,
    value: oursMs / peerMs,
    goal: { atMost: 0.75 },
  };
}

/** Growth of time from 1k to 100k enterprises, against that of a bare count of degrees: both outgrow the processor's cache. */
async function measureGrowth(id: string): Promise<BenchRow> {
  const small = makeNetwork(1000, 3000);
  const large = makeNetwork(100_000, 300_000);
  const growthOf = async (work: (network: Network) => unknown) =>
    (await quickest(5, () => work(large))) / (await quickest(30, () => work(small)));
  const ours = await growthOf((network) => computeMetric(id, { ...network }, noFilter));
  const peer = await growthOf(countDegrees);
  return {
    name: `${id} from 1k to 100k enterprises, growth of time against that of a bare count of degrees`,
    ours: `${Math.round(ours)} times the time,`,
    peer: `bare count ${Math.round(peer)} times, 1k in`,
    oursMs: await quickest(3, () => computeMetric(id, { ...large }, noFilter)),
    peerMs: await quickest(30, () => countDegrees(small)),
    value: ours / peer,
    goal: { atMost: 2 },
  };
}

function countDegrees({ enterprises, exchanges }: Network): Map<string, number> {
  const degrees = new Map(enterprises.map(({ id }) => [id, 0]));
  for (const { supplierId, receiverId } of exchanges)
    for (const end of [supplierId, receiverId]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return degrees;
}
