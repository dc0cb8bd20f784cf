import { mkdtempSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { openViews } from "#graph/projection/graphs/record-views.ts";
import { aggregateCorridors } from "#graph/projection/places/corridors.ts";
import { recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { forEachKind } from "#graph/schema/records/network.ts";
import { migrations } from "#graph/store/embedded/migrations.ts";
import { openStore } from "#graph/store/open-store.ts";
import type { Cell, RecordTable } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import { contest, quickest, type BenchRow } from "./bench-row.ts";

const resources = readSeed().flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));
const size = { parks: 3000, enterprises: 100_000, listings: 700_000, exchanges: 300_000, seed: 1, resources };

function makeRecords(): TaggedRecord[] {
  const codes = resources.map((record): TaggedRecord => ({ kind: "resources", record }));
  return [...codes, ...synthesize(size)];
}

interface Row {
  readonly kind: RecordKind;
  readonly cells: Cell[];
}

const rowOf = ({ kind, record }: TaggedRecord): Row => ({
  kind,
  cells: (recordTables[kind] as RecordTable<object>).toRow(record),
});

/** The same tables with the same safe settings, rows ready as arrays, plain INSERTs in one transaction, and no checks. */
function insertBare(path: string, rows: readonly Row[]): void {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = OFF");
  database.pragma("cache_size = -65536");
  for (const step of migrations) database.exec(step);
  const insert = (kind: RecordKind) =>
    database.prepare(`INSERT INTO ${kind} VALUES (${recordTables[kind].columns.map(() => "?").join(", ")})`);
  const inserts = forEachKind(insert);
  database.transaction(() => {
    for (const { kind, cells } of rows) inserts[kind].run(cells);
  })();
  database.close();
}

/** Every row of these tables of the same file in the order of keys, as better-sqlite3 hands it out. */
function readBare(path: string, kinds: readonly RecordKind[] = recordKinds): unknown[][] {
  const database = new Database(path);
  const rows = kinds.map((kind) =>
    database.prepare(`SELECT * FROM ${kind} ORDER BY ${recordTables[kind].key}`).all(),
  );
  database.close();
  return rows;
}

/** Import and reading of a province of 100k enterprises, 300k exchanges and 700k listings. */
export async function run(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "gongsheng-bench-"));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<readonly BenchRow[]> {
  const records = makeRecords();
  const rows = records.map(rowOf);
  const bare = join(folder, "bare.sqlite");
  const path = join(folder, "store.sqlite");
  const importAll = async () => {
    await using store = await openStore(`sqlite:${path}`);
    await store.importRecords(records, { label: "bench", now: new Date() });
  };
  const first = await contest(
    2,
    () => removeStore(path).then(importAll),
    () => removeStore(bare).then(() => insertBare(bare, rows)),
  );
  const againMs = await quickest(2, importAll);
  rows.length = 0;
  records.length = 0;
  await using store = await openStore(`sqlite:${path}`);
  const reading = await contest(
    3,
    async () => applyFilter(await store.readNetwork(), noFilter),
    () => readBare(path),
  );
  const wholeWay = await contest(
    3,
    async () => {
      const filtered = applyFilter(await store.readNetwork(), noFilter);
      return [openViews(filtered).enterprise.flow, aggregateCorridors(filtered)];
    },
    () => readBare(path, ["enterprises", "exchanges", "listings"]),
  );
  const ours = "import";
  const peer = "bare insert loop";
  return [
    {
      name: "import of 1.1 million records, speed against a bare insert loop",
      ours,
      peer,
      ...first,
      value: first.peerMs / first.oursMs,
      goal: { atLeast: 0.5 },
    },
    {
      name: "import of the same records again, speed against a bare insert loop",
      ours,
      peer,
      oursMs: againMs,
      peerMs: first.peerMs,
      value: first.peerMs / againMs,
      goal: { atLeast: 0.5 },
    },
    {
      name: "snapshot to filtered network, time against reading the bare rows",
      ours: "snapshot",
      peer: "bare rows",
      ...reading,
      value: reading.oursMs / reading.peerMs,
      goal: { atMost: 2 },
    },
    {
      name: "whole way from store to flow graph and corridors, time against reading the bare rows of enterprises, exchanges and listings",
      ours: "snapshot, filter, graph and corridors",
      peer: "bare rows",
      ...wholeWay,
      value: wholeWay.oursMs / wholeWay.peerMs,
      goal: { atMost: 2 },
    },
  ];
}

async function removeStore(path: string): Promise<void> {
  for (const ending of ["", "-wal", "-shm"]) await rm(path + ending, { force: true });
}
