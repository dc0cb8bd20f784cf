import { setImmediate } from "node:timers/promises";
import { SymbiosisError } from "#graph/errors.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { forEachKind, type Network, type RecordsByKind } from "#graph/schema/records/network.ts";
import {
  recordKinds,
  type RecordByKind,
  type RecordKind,
  type TaggedRecord,
} from "#graph/schema/records/records.ts";
import { findDamage } from "./check.ts";
import { openDatabase, type Database } from "./database.ts";
import { Staging } from "./staging.ts";
import type {
  GraphStore,
  ImportResult,
  ImportSource,
  Page,
  PageRequest,
  StoreInfo,
} from "#graph/store/graph-store.ts";
import type { Cell, RecordTable } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import { toStoreError } from "./error.ts";

/** Records staged in one go; between two goes other work of the process gets its turn. */
const batchSize = 2000;

/** Rows fetched in one go. */
const runLength = 500;

/**
 * Opens the store in a SQLite file (or `:memory:`), made with its folder if it is not there.
 * Waits up to `busyTimeoutMs` for a lock that another process holds.
 */
export async function openEmbeddedStore(
  path: string,
  { busyTimeoutMs = 5000 }: { readonly busyTimeoutMs?: number } = {},
): Promise<GraphStore> {
  return new EmbeddedStore(await openDatabase(path, busyTimeoutMs));
}

/**
 * One connection serves reads and writes: every transaction is synchronous, so inside this process nothing can
 * come between, and other processes have SQLite's own snapshots.
 */
class EmbeddedStore implements GraphStore {
  readonly scheme = "sqlite";
  readonly #database: Database;
  #imports = 0;
  #info: StoreInfo | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  async info(): Promise<StoreInfo> {
    return this.#snapshot(() => this.#readInfo());
  }

  async importRecords(
    records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
    source: ImportSource,
  ): Promise<ImportResult> {
    this.#imports += 1;
    const staging = new Staging(this.#database, `import${this.#imports}`);
    try {
      await this.#stage(staging, records, source);
      const result = this.#run(() =>
        this.#database.transaction(() => this.#merge(staging, source)).immediate(),
      );
      this.#emptyLog();
      return result;
    } finally {
      if (this.#database.open) staging.drop();
    }
  }

  /** Moves what was written from the log into the file, as far as readers allow, so that a plain copy of it has all. */
  #emptyLog(): void {
    try {
      this.#database.pragma("wal_checkpoint(PASSIVE)");
    } catch {
      // The import is safe in the log; the next one, or closing, tries again.
    }
  }

  async #stage(
    staging: Staging,
    records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
    { onProgress }: ImportSource,
  ): Promise<void> {
    let batch: TaggedRecord[] = [];
    let stored = 0;
    const flush = () => {
      this.#run(() => staging.add(batch));
      stored += batch.length;
      batch = [];
      onProgress?.(stored);
    };
    for await (const record of records) {
      batch.push(record);
      if (batch.length < batchSize) continue;
      flush();
      await setImmediate();
    }
    if (batch.length > 0) flush();
  }

  #merge(staging: Staging, { label, now }: ImportSource): ImportResult {
    const version = this.#readVersion();
    const count = staging.merge();
    if (count.inserted + count.updated === 0) return { networkVersion: version, ...count };
    this.#database
      .prepare("INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?)")
      .run(version + 1, now.toISOString(), label, count.inserted, count.updated, count.unchanged);
    return { networkVersion: version + 1, ...count };
  }

  async readNetwork(): Promise<Network> {
    return this.#snapshot(() => ({
      version: this.#readVersion(),
      ...(forEachKind((kind) => this.#readAll(kind)) as RecordsByKind),
    }));
  }

  async readRecord<K extends RecordKind>(kind: K, key: string): Promise<RecordByKind[K] | null> {
    const table = tableOf(kind);
    return this.#snapshot(() => this.#select(table, `WHERE ${table.key} = ?`, [key])[0] ?? null);
  }

  async readPage<K extends RecordKind>(
    kind: K,
    { after, limit }: PageRequest,
  ): Promise<Page<RecordByKind[K]>> {
    if (!Number.isInteger(limit) || limit < 1)
      throw new SymbiosisError("invalid-request", `A page holds one record or more, got a limit of ${limit}`);
    const table = tableOf(kind);
    return this.#snapshot(() => {
      const { networkVersion, counts } = this.#readInfo();
      const rest = `WHERE ${table.key} > ? ORDER BY ${table.key} LIMIT ?`;
      const found = this.#select(table, rest, [after ?? "", limit + 1]);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      const next = last === undefined ? null : String(table.toRow(last)[0]);
      return { items, total: counts[kind], next, networkVersion };
    });
  }

  async check(): Promise<readonly Issue[]> {
    return this.#run(() => findDamage(this.#database));
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #readVersion(): number {
    return Number(this.#database.prepare("SELECT coalesce(max(version), 0) FROM imports").pluck().get());
  }

  /** Counting is a walk through all rows, so its result is kept until the version moves on. */
  #readInfo(): StoreInfo {
    const networkVersion = this.#readVersion();
    if (this.#info?.networkVersion === networkVersion) return this.#info;
    const counts = forEachKind(() => 0);
    let syntheticCount = 0;
    for (const kind of recordKinds) {
      const sql = `SELECT count(*) AS total, total(evidenceSynthetic) AS synthetic FROM ${kind}`;
      const row = this.#database.prepare<[], { total: number; synthetic: number }>(sql).get();
      counts[kind] = row?.total ?? 0;
      syntheticCount += row?.synthetic ?? 0;
    }
    const importedAt = this.#database
      .prepare<[number], string>("SELECT importedAt FROM imports WHERE version = ?")
      .pluck()
      .get(networkVersion);
    this.#info = { networkVersion, importedAt: importedAt ?? null, counts, syntheticCount };
    return this.#info;
  }

  /** All records in the order of their keys, fetched in short runs: quicker than one by one, and less garbage. */
  #readAll<K extends RecordKind>(kind: K): RecordByKind[K][] {
    const table = tableOf(kind);
    const select = this.#prepare(table, `WHERE ${table.key} > ? ORDER BY ${table.key} LIMIT ${runLength}`);
    const read = table.reader();
    const records: RecordByKind[K][] = [];
    let rows = select.all("");
    while (rows.length > 0) {
      for (const row of rows) records.push(read(row));
      rows = rows.length < runLength ? [] : select.all(rows.at(-1)?.[0] ?? "");
    }
    return records;
  }

  #select<T>(table: RecordTable<T>, rest: string, values: Cell[]): T[] {
    return this.#prepare(table, rest)
      .all(...values)
      .map(table.reader());
  }

  #prepare({ kind, columns }: Pick<RecordTable<never>, "kind" | "columns">, rest: string) {
    return this.#database.prepare<Cell[], Cell[]>(`SELECT ${columns.join(", ")} FROM ${kind} ${rest}`).raw();
  }

  /** Runs reads that belong together as one snapshot. */
  #snapshot<T>(read: () => T): T {
    return this.#run(() => this.#database.transaction(read)());
  }

  #run<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, this.#database.name);
    }
  }
}

function tableOf<K extends RecordKind>(kind: K): RecordTable<RecordByKind[K]> {
  return recordTables[kind];
}
