import neo4j, { type Driver } from "neo4j-driver";
import type { Network } from "#graph/schema/records/network.ts";
import { recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { labelOf } from "#graph/store/neo4j/cypher.ts";
import { parseNeo4jAddress } from "#graph/store/neo4j/address.ts";
import { cellsOf, toProperties } from "#graph/store/neo4j/rows.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { startNeo4j, whyNoNeo4j } from "#test/support/neo4j/local-neo4j.ts";
import { emptyDatabase } from "#test/support/neo4j/empty-database.ts";
import { timed, type BenchRow } from "./bench-row.ts";

/** Thousands of enterprises; seven listings and three exchanges for each. The goal speaks of 100. */
const thousands = Number(process.env["BENCH_THOUSANDS"] ?? 10);
/** Size at which everything is run once before: the server compiles what it runs often. */
const warmingThousands = 5;
const batchSize = 5000;
const megabyte = 1 << 20;

const resources = readSeed().flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));

function* makeRecords(thousands: number): Generator<TaggedRecord> {
  const enterprises = 1000 * thousands;
  for (const record of resources) yield { kind: "resources", record };
  const size = { enterprises, parks: 3000, listings: 7 * enterprises, exchanges: 3 * enterprises };
  yield* synthesize({ ...size, seed: 1, resources });
}

/** Properties by name, as everybody sends them. */
function plainRow(tagged: TaggedRecord): Record<string, unknown> {
  const { kind } = tagged;
  const properties = toProperties(kind, cellsOf(tagged));
  return Object.fromEntries(recordTables[kind].columns.map((column, index) => [column, properties[index]]));
}

const linksOf: Readonly<Partial<Record<RecordKind, string>>> = {
  enterprises: "MATCH (park:Park {id: row.parkId}) CREATE (n)-[:IN]->(park)",
  exchanges: `MATCH (supplier:Enterprise {id: row.supplierId}), (receiver:Enterprise {id: row.receiverId}),
    (resource:Resource {code: row.resourceCode})
    CREATE (n)-[:SUPPLIER]->(supplier), (n)-[:RECEIVER]->(receiver), (n)-[:OF]->(resource)`,
  listings: `MATCH (enterprise:Enterprise {id: row.enterpriseId}) CREATE (n)-[:LISTED_BY]->(enterprise)
    WITH n, row UNWIND row.resourceCodes AS code MATCH (resource:Resource {code: code}) CREATE (n)-[:OF]->(resource)`,
};

/** The same rows by the plainest loop: unique keys, nodes and, if wanted, their links; no checks, no versions. */
async function insertBare(
  driver: Driver,
  records: Iterable<TaggedRecord>,
  { links }: { links: boolean },
): Promise<void> {
  for (const kind of recordKinds)
    await driver.executeQuery(
      `CREATE CONSTRAINT bare_${kind} IF NOT EXISTS FOR (n:${labelOf[kind]}) REQUIRE n.${recordTables[kind].key} IS UNIQUE`,
    );
  const send = async (kind: RecordKind, rows: unknown[]) => {
    const link = links && linksOf[kind] !== undefined ? `WITH n, row ${linksOf[kind]}` : "";
    const statement = `UNWIND $rows AS row CREATE (n:${labelOf[kind]}) SET n = row ${link}`;
    await driver.executeQuery(statement, { rows }, { database: "neo4j" });
  };
  let kind: RecordKind = "resources";
  let rows: unknown[] = [];
  for (const tagged of records) {
    if (tagged.kind !== kind || rows.length === batchSize) {
      await send(kind, rows);
      rows = [];
      kind = tagged.kind;
    }
    rows.push(plainRow(tagged));
  }
  await send(kind, rows);
}

async function dropBare(driver: Driver): Promise<void> {
  for (const kind of recordKinds) await driver.executeQuery(`DROP CONSTRAINT bare_${kind} IF EXISTS`);
}

/** Streams what the store reads, as lists of properties and in no order: the quickest form, and drops it. */
async function streamBare(driver: Driver): Promise<number> {
  let count = 0;
  for (const kind of recordKinds) {
    const content = recordTables[kind].columns.map((column) => `n.${column}`).join(", ");
    const session = driver.session({ database: "neo4j", fetchSize: 4000 });
    await new Promise<void>((resolve, reject) => {
      session.run(`MATCH (n:${labelOf[kind]}) RETURN [${content}]`).subscribe({
        onNext: () => (count += 1),
        onCompleted: () => resolve(),
        onError: reject,
      });
    });
    await session.close();
  }
  return count;
}

/** Most memory the process held while it worked beyond what it held before, bytes. */
async function growthOf(work: () => Promise<unknown>): Promise<{ ms: number; bytes: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const ms = await timed(work);
  clearInterval(look);
  return { ms, bytes: Math.max(most, process.memoryUsage.rss()) - before };
}

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Import and reading of a province on a real Neo4j 5.26 Community, held against the plainest use of the driver. */
export async function run(): Promise<readonly BenchRow[]> {
  const given = process.env["NEO4J_TEST_URI"];
  if (given) return await measure(given);
  const reason = await whyNoNeo4j();
  if (reason !== null) {
    console.log(`skip the bench of Neo4j: ${reason}`);
    return [];
  }
  await using server = await startNeo4j({ heap: "1g" });
  return await measure(server.uri);
}

async function measure(uri: string): Promise<readonly BenchRow[]> {
  const { url, user, password } = parseNeo4jAddress(uri);
  await using driver = neo4j.driver(url, neo4j.auth.basic(user ?? "", password), {
    disableLosslessIntegers: true,
  });
  const bare = async (records: Iterable<TaggedRecord>, options: { links: boolean }) => {
    await emptyDatabase(uri);
    const ms = await timed(() => insertBare(driver, records, options));
    await dropBare(driver);
    return ms;
  };
  const source = { label: "bench", now: new Date() };
  await using store = openNeo4jStore(uri, { batchSize, snapshotMs: 120_000 });
  // Nobody pays for what the server compiles.
  await bare(makeRecords(warmingThousands), { links: true });
  await emptyDatabase(uri);
  await store.importRecords(makeRecords(warmingThousands), source);
  const nodesMs = await bare(makeRecords(thousands), { links: false });
  const linksMs = await bare(makeRecords(thousands), { links: true });
  await emptyDatabase(uri);
  const imported = await growthOf(() => store.importRecords(makeRecords(thousands), source));
  const againMs = await timed(() => store.importRecords(makeRecords(thousands), source));
  await streamBare(driver);
  const streamMs = await timed(() => streamBare(driver));
  const heapBefore = heapNow();
  const held: Network[] = [];
  const first = await growthOf(async () => held.push(await store.readNetwork()));
  const ownBytes = heapNow() - heapBefore;
  held.length = 0;
  const readMs = await timed(() => store.readNetwork());
  const size = `${thousands}k enterprises, ${7 * thousands}k listings, ${3 * thousands}k exchanges`;
  const speed = (name: string, peer: string, oursMs: number, peerMs: number): BenchRow => ({
    name,
    ours: "import",
    peer,
    oursMs,
    peerMs,
    value: peerMs / oursMs,
    goal: { atLeast: 0.6 },
  });
  return [
    speed(`import of ${size}, speed against a bare loop`, "UNWIND, nodes and links", imported.ms, linksMs),
    speed(`the same against nodes alone`, "UNWIND, nodes", imported.ms, nodesMs),
    speed("import of the same records again", "UNWIND, nodes and links", againMs, linksMs),
    {
      name: "snapshot, time against a bare stream of the same rows",
      ours: "snapshot",
      peer: "stream",
      oursMs: readMs,
      peerMs: streamMs,
      value: readMs / streamMs,
      goal: { atMost: 2 },
    },
    {
      name: "memory the import takes, MB",
      ours: "import",
      peer: "bound",
      oursMs: imported.ms,
      peerMs: null,
      value: imported.bytes / megabyte,
      goal: { atMost: 256 },
    },
    {
      name: `memory that reading the snapshot takes beyond its own ${Math.round(ownBytes / megabyte)} MB, MB`,
      ours: "snapshot",
      peer: "bound",
      oursMs: first.ms,
      peerMs: null,
      value: (first.bytes - ownBytes) / megabyte,
      goal: { atMost: 256 },
    },
  ];
}
