import { availableParallelism } from "node:os";
import { describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { defaultFilter, noFilter } from "#graph/schema/filter/filter.ts";
import { pack, unpack } from "#graph/work/packed-subject.ts";
import { createWorkPool, type WorkPoolOptions } from "#graph/work/pool.ts";
import { runTask } from "#graph/work/tasks.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";

const network = readSeedNetwork();
const asOf = "2026-11-24";

const threaded = (over: Partial<WorkPoolOptions> = {}) =>
  createWorkPool({
    threads: Math.max(1, availableParallelism() - 1),
    helpersPerThread: 1,
    maxQueue: 16,
    timeoutMs: 60_000,
    threadMemoryMb: 1024,
    inlineUpTo: 0,
    ...over,
  });

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof SymbiosisError ? error.code : String(error)),
  );
}

test("a network, when packed and unpacked, then is the same network", async () => {
  expect(unpack(await pack({ ...network }, "a"))).toEqual(network);
  const { lists, bytes, ...rest } = await pack({ ...network }, "a");
  // Offers and needs whose bytes are gone: whoever does not ask for them does not miss them.
  const cut = lists.map((list) => (list.name === "listings" ? { ...list, start: bytes.byteLength } : list));
  const metricAlone = unpack({ ...rest, bytes, lists: cut }) as unknown as Network;
  const metric = { id: "park.betweenness", filter: defaultFilter };
  expect(runTask("metric", metricAlone, metric)).toEqual(runTask("metric", network, metric));
  expect(() => metricAlone.listings).toThrow("deserialize");
  const sent = { directed: true, weight: null, nodes: [{ id: "a", attributes: { lon: 1 } }], edges: [] };
  expect(unpack(await pack(sent, "b"))).toEqual(sent);
});

describe("a task", () => {
  test("when run in a thread, then gives what it gives in place", async () => {
    await using pool = threaded();
    const filter = defaultFilter;
    const selection = { gates: "all" as const };
    const page = { asOf, selection, offset: 3, limit: 20 };
    expect(await pool.run("metric", network, { id: "park.betweenness", filter })).toEqual(
      runTask("metric", network, { id: "park.betweenness", filter }),
    );
    expect(await pool.run("candidatePage", network, page)).toEqual(runTask("candidatePage", network, page));
    const { placeId } = runTask("candidatePage", network, page).items[0]?.supplier ?? { placeId: "" };
    const count = await pool.run("candidateCount", network, { asOf, placeId, filter: noFilter });
    expect(count).toBe(runTask("candidateCount", network, { asOf, placeId, filter: noFilter }));
  });

  test("when it throws one of our errors in a thread, then the code and details arrive", async () => {
    await using pool = threaded();
    expect(await codeOf(pool.run("metric", network, { id: "no.such", filter: defaultFilter }))).toBe(
      "unknown-id",
    );
    expect(await codeOf(pool.run("metric", network, { id: "park.outStrength", filter: defaultFilter }))).toBe(
      "metric-needs-one-layer",
    );
  });

  test("when it takes too long, then it is stopped and the next one runs", async () => {
    await using hasty = threaded({ timeoutMs: 1 });
    const input = { asOf, selection: {}, offset: 0, limit: 1 };
    expect(await codeOf(hasty.run("candidatePage", network, input))).toBe("analysis-too-long");
    await using patient = threaded();
    expect(await codeOf(patient.run("candidatePage", network, input))).toBeNull();
  });

  test("when it needs more memory than a thread may have, then it says so and the next one runs", async () => {
    await using small = threaded({ threadMemoryMb: 24 });
    const input = { asOf, selection: {}, offset: 0, limit: 1 };
    const { resources } = network;
    const size = { parks: 60, enterprises: 4000, listings: 12_000, exchanges: 4000, seed: 1, resources };
    const records = Map.groupBy(synthesize(size), ({ kind }) => kind);
    const made = Object.fromEntries(
      [...records].map(([kind, tagged]) => [kind, tagged.map((each) => each.record)]),
    );
    const big = { ...network, ...made, resources } as Network;
    expect(await codeOf(small.run("candidatePage", big, input))).toBe("analysis-too-big");
    const { parks, enterprises } = network;
    const little = {
      ...emptyNetwork,
      version: 1,
      parks: parks.slice(0, 9),
      enterprises: enterprises.slice(0, 0),
    };
    expect(await codeOf(small.run("candidatePage", little, input))).toBeNull();
  });

  test("when users of two days take turns, then neither makes the other's candidates anew", () => {
    let searches = 0;
    const counted: Network = {
      ...network,
      get listings() {
        searches += 1;
        return network.listings;
      },
    };
    const days = ["2026-11-24", "2026-11-25"];
    const page = (day: string) =>
      runTask("candidatePage", counted, { asOf: day, selection: {}, offset: 0, limit: 5 });
    const first = days.map(page);
    expect(searches).toBeGreaterThan(0);
    searches = 0;
    expect([...days, ...days].map(page)).toEqual([...first, ...first]);
    expect(searches).toBe(0);
  });

  test("when its signal is given, then its thread ends in the middle of the work and the next one runs", async () => {
    await using pool = threaded({ threads: 1 });
    const stop = new AbortController();
    const nodes = Array.from({ length: 40_000 }, (_, node) => ({ id: `n${node}`, attributes: {} }));
    const edges = nodes.flatMap((_, source) =>
      [1, 7, 101].map((step) => ({
        source,
        target: (source * step + step) % nodes.length,
        weight: null,
        layer: null,
        resource: null,
      })),
    );
    const endless = pool.run(
      "analyse",
      { directed: true, weight: null, nodes, edges },
      { ids: ["node.betweenness"], parameters: {} },
      { signal: stop.signal },
    );
    const next = pool.run("metric", network, { id: "park.betweenness", filter: defaultFilter });
    stop.abort(new Error("cancelled"));
    await expect(endless).rejects.toThrow("cancelled");
    expect((await next).metric.id).toBe("park.betweenness");
    const late = pool.run(
      "metric",
      network,
      { id: "park.degree", filter: defaultFilter },
      { signal: stop.signal },
    );
    await expect(late).rejects.toThrow("cancelled");
  });

  test("when too many wait, then the next is refused and the waiting ones are answered", async () => {
    await using pool = threaded({ threads: 1, maxQueue: 2 });
    const input = { asOf, selection: {}, offset: 0, limit: 1 };
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(pool.run("candidatePage", network, input))),
    );
    const refused = codes.filter((code) => code === "work-queue-full");
    expect([refused.length, codes.filter((code) => code === null).length]).toEqual([9, 3]);
    expect(await codeOf(pool.run("candidatePage", network, input))).toBeNull();
  });

  test("when run in a thread, then the calling thread stays free", async () => {
    await using pool = threaded();
    const run = () => pool.run("candidatePage", network, { asOf, selection: {}, offset: 0, limit: 1 });
    let turns = 0;
    const ticking = setInterval(() => turns++, 5);
    await run();
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(10);
  });
});
