import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { keyOf, recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { GraphStore, ImportSource } from "#graph/store/graph-store.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import { createNetworkHash, hashNetwork } from "#graph/store/records/content-hash.ts";
import { seededRandom } from "#seeds/random.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { startBoltProxy, type Cut } from "#test/support/bolt-proxy.ts";
import { neo4jForSuite } from "#test/support/neo4j/neo4j-for-suite.ts";
import { numberedImport } from "#test/graph/store/embedded/numbered-import.ts";
import { isLongRun } from "#test/support/long-run.ts";

const neo4j = isLongRun ? await neo4jForSuite() : null;
afterAll(async () => neo4j?.[Symbol.asyncDispose]());

const seed = 20261124;
const uri = neo4j?.uri ?? "";
const program = fileURLToPath(new URL("../embedded/importing-process.ts", import.meta.url));
/** Short leases, so that a test need not wait for the one of a killed process. */
const options = {
  leaseMs: 1500,
  waitMs: 20_000,
  batchSize: 500,
  readMs: 30_000,
  snapshotMs: 60_000,
  retryMs: 20_000,
};
const open = () => openNeo4jStore(uri, options);
const source: ImportSource = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };

async function recordsOf(store: GraphStore): Promise<{ version: number; records: TaggedRecord[] }> {
  const network = await store.readNetwork();
  const records = recordKinds.flatMap((kind) =>
    network[kind].map((record) => ({ kind, record }) as TaggedRecord),
  );
  return { version: network.version, records: inNameOrder(records) };
}

const smallImport = (generation: number) => numberedImport(generation, { enterprises: 40, exchanges: 160 });

const nameOf = (tagged: TaggedRecord) => `${tagged.kind}/${keyOf(tagged)}`;
const inNameOrder = (records: TaggedRecord[]) =>
  records.sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));

describe.skipIf(neo4j === null)("an import into a real Neo4j", { timeout: 600_000 }, () => {
  beforeEach(async () => neo4j?.empty());

  test("whose connection breaks at any COMMIT, RUN or PULL, before or after the server hears it, is done once", async () => {
    await using proxy = await startBoltProxy(uri);
    await using store = openNeo4jStore(proxy.uri, { ...options, batchSize: 60 });
    await store.importRecords(smallImport(1), source);
    proxy.cut(null);
    await store.importRecords(smallImport(2), source);
    const random = seededRandom(seed);
    const some = (name: Cut["name"]) =>
      Array.from({ length: 3 }, () => 1 + Math.floor(random() * proxy.passed(name)));
    const commits = Array.from({ length: proxy.passed("COMMIT") }, (_, index) => index + 1);
    expect(commits.length).toBeGreaterThan(5);
    const cuts = (["before", "after"] as const).flatMap((when): Cut[] => [
      ...commits.map((number): Cut => ({ name: "COMMIT", number, when })),
      ...some("RUN").map((number): Cut => ({ name: "RUN", number, when })),
      ...some("PULL").map((number): Cut => ({ name: "PULL", number, when })),
    ]);
    let generation = 2;
    let made = 0;
    for (const cut of cuts) {
      generation += 1;
      proxy.cut(cut);
      const result = await store.importRecords(smallImport(generation), source);
      // A slow import renews its lease more often than the one that was counted: a number may lie beyond the end.
      if (proxy.hasCut()) made += 1;
      expect([cut, result]).toEqual([
        cut,
        { networkVersion: generation, inserted: 1, updated: 20 + 40 + 160 + generation - 1, unchanged: 0 },
      ]);
      expect([cut, await store.check()]).toEqual([cut, []]);
    }
    expect(made).toBeGreaterThan(0.7 * cuts.length);
    expect(await recordsOf(store)).toEqual({
      version: generation,
      records: inNameOrder([...smallImport(generation)]),
    });
  });

  test(`whose process is killed at a random moment leaves one version whole (seed ${seed})`, async () => {
    const random = seededRandom(seed);
    await using store = open();
    let midway = 0;
    for (let round = 0; round < 8; round += 1) {
      const said = await importAndKill(random());
      const { version, records } = await recordsOf(store);
      const acknowledged = Number(said.findLast((line) => line.startsWith("end"))?.slice("end ".length));
      expect([acknowledged, acknowledged + 1]).toContain(version);
      if (said.at(-1)?.startsWith("begin") === true) midway += 1;
      expect(records).toEqual(inNameOrder([...numberedImport(version)]));
      expect((await store.check()).filter(({ severity }) => severity === "error")).toEqual([]);
    }
    expect(midway).toBeGreaterThanOrEqual(6);
  });

  test("whose process sleeps through its end writes nothing more, and says so when it wakes", async () => {
    const child = spawn(process.execPath, [program, uri, "slowly"], { stdio: ["ignore", "pipe", "pipe"] });
    const ended = endOf(child);
    const lines = createInterface(child.stdout);
    await new Promise<void>((resolve) => lines.on("line", (line) => line.startsWith("stored") && resolve()));
    child.kill("SIGSTOP");
    await using store = open();
    const result = await store.importRecords(
      [{ kind: "enterprises", record: makeEnterprise("other") }],
      source,
    );
    expect(result.networkVersion).toBe(1);
    child.kill("SIGCONT");
    const { code, stderr } = await ended;
    expect([code, stderr.includes("store-locked")]).toEqual([1, true]);
    expect(await recordsOf(store)).toEqual({
      version: 1,
      records: [{ kind: "enterprises", record: makeEnterprise("other") }],
    });
    expect(await store.check()).toEqual([]);
  });

  test("while another process imports, waits for it or is told that the store is in use", async () => {
    const steady = { ...options, leaseMs: 6000 };
    await using first = openNeo4jStore(uri, steady);
    await using second = openNeo4jStore(uri, { ...steady, waitMs: 300 });
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    async function* waiting(): AsyncGenerator<TaggedRecord> {
      begin();
      yield { kind: "enterprises", record: makeEnterprise("first") };
      await held;
    }
    const long = first.importRecords(waiting(), source);
    await begun;
    const refused = await second
      .importRecords([{ kind: "enterprises", record: makeEnterprise("second") }], source)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SymbiosisError);
    expect((refused as SymbiosisError).code).toBe("store-locked");
    await using third = openNeo4jStore(uri, steady);
    const patient = third.importRecords([{ kind: "enterprises", record: makeEnterprise("third") }], source);
    // Longer than the lease: the first one is slow, not dead, and keeps it.
    await wait(8000);
    letGo();
    expect((await long).networkVersion).toBe(1);
    expect((await patient).networkVersion).toBe(2);
    expect((await third.readNetwork()).enterprises.map(({ id }) => id)).toEqual(["first", "third"]);
  });

  test("leaves readers of an older version what they read, until it is swept; then they begin again", async () => {
    await using writer = openNeo4jStore(uri, { ...options, retentionMs: 0 });
    await using reader = open();
    await writer.importRecords(numberedImport(1), source);
    const last = 10;
    const hashes = Array.from({ length: last + 1 }, (_, generation) => hashOf(numberedImport(generation)));
    const seen = new Set<number>();
    const readAll = async () => {
      let version = 0;
      while (version < last) {
        const network = await reader.readNetwork().catch(expectOvertaken);
        if (network === null) continue;
        version = network.version;
        seen.add(version);
        expect([version, hashNetwork(network)]).toEqual([version, hashes[version]]);
      }
    };
    const writeAll = async () => {
      for (let generation = 2; generation <= last; generation += 1)
        await writer.importRecords(numberedImport(generation), source);
    };
    await Promise.all([readAll(), readAll(), writeAll()]);
    expect(seen.has(last)).toBe(true);
  });
});

/** A reader whose every attempt was swept away is told to try again. */
function expectOvertaken(error: unknown): null {
  expect(error).toBeInstanceOf(SymbiosisError);
  expect((error as SymbiosisError).message).toContain("faster than it can be read");
  return null;
}

/** The hash of a network of these records. */
function hashOf(records: Iterable<TaggedRecord>): string {
  const byKind = Map.groupBy(records, ({ kind }) => kind);
  const hash = createNetworkHash();
  for (const kind of recordKinds) for (const tagged of inNameOrder(byKind.get(kind) ?? [])) hash.add(tagged);
  return hash.digest();
}

/** Lets a process finish one import and kills it at `moment` of the next, 1 being the time the first one took. */
async function importAndKill(moment: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, uri], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  let began = 0;
  const ended = new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (lines.length === 1) began = performance.now();
    if (lines.length === 2) setTimeout(() => child.kill("SIGKILL"), moment * (performance.now() - began));
  }
  expect(await ended).toBe("SIGKILL");
  return lines;
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; stderr: string }> {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return await new Promise((resolve) => child.once("close", (code) => resolve({ code, stderr })));
}
