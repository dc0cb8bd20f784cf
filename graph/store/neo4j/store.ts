import neo4j, { type ManagedTransaction } from "neo4j-driver";
import { SymbiosisError } from "#graph/errors.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Network } from "#graph/schema/records/network.ts";
import {
  recordKinds,
  type RecordByKind,
  type RecordKind,
  type TaggedRecord,
} from "#graph/schema/records/records.ts";
import {
  awaitSchema,
  findOperation,
  readAfter,
  readKeys,
  schema,
  showSchema,
  storeFormat,
} from "./cypher.ts";
import { upgradeStore } from "./upgrade.ts";
import type {
  GraphStore,
  ImportResult,
  ImportSource,
  Page,
  PageRequest,
  StoreInfo,
} from "#graph/store/graph-store.ts";
import { parseNeo4jAddress } from "./address.ts";
import { findDamage } from "./check.ts";
import { Neo4jConnection, usualTimes, type Neo4jTimes } from "./connection.ts";
import { inBatches, Neo4jImport } from "./import.ts";
import { Lease, usualLease, type LeaseTimes } from "./lease.ts";
import type { NodeRow } from "./rows.ts";
import { at, findPointer, type Pointer } from "./pointer.ts";
import { readChanges, readKind, readRows, type Reading } from "./read-records.ts";
import { sweepClosed, sweepUncommitted } from "./sweep.ts";

export interface Neo4jOptions extends Neo4jTimes, LeaseTimes {
  /** How long states of older versions are kept for readers that began with them. */
  readonly retentionMs: number;
  /** Records stored in one transaction. */
  readonly batchSize: number;
}

const usual: Neo4jOptions = { ...usualTimes, ...usualLease, retentionMs: 10 * 60_000, batchSize: 5000 };

/** Readings that are begun again because their version was swept meanwhile. */
const readingAttempts = 5;

/**
 * The store in a Neo4j database. Nothing is asked of the server yet: one that is down now may be back for the first
 * question. Throws `unsupported-store-url` for an address that cannot be read.
 */
export function openNeo4jStore(url: string, options: Partial<Neo4jOptions> = {}): GraphStore {
  const all = { ...usual, ...options };
  return new Neo4jStore(new Neo4jConnection(parseNeo4jAddress(url), all), all);
}

class Neo4jStore implements GraphStore {
  readonly scheme = "neo4j";
  readonly #connection: Neo4jConnection;
  readonly #options: Neo4jOptions;
  #schema: Promise<void> | null = null;
  /** The import that runs, or the last one: this process imports one after the other. */
  #latestImport: Promise<unknown> = Promise.resolve();
  readonly #running = new Set<Neo4jImport>();
  /** The networks that were given, with the operation that made each. */
  readonly #given = new WeakMap<Network, string>();

  constructor(connection: Neo4jConnection, options: Neo4jOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  async info(): Promise<StoreInfo> {
    await this.#prepare();
    const { networkVersion, importedAt, counts, syntheticCount } = await this.#connection.read(
      (transaction) => findPointer(transaction, this.#connection.shown),
    );
    return { networkVersion, importedAt, counts, syntheticCount };
  }

  async importRecords(
    records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
    source: ImportSource,
  ): Promise<ImportResult> {
    const before = this.#latestImport;
    const work = before.then(() => this.#import(records, source));
    this.#latestImport = work.catch(() => {});
    return await work;
  }

  async #import(
    records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
    source: ImportSource,
  ): Promise<ImportResult> {
    await this.#prepare();
    const lease = await Lease.take(this.#connection, this.#options);
    const operation = new Neo4jImport(lease);
    this.#running.add(operation);
    try {
      if (lease.foundDirty) await sweepUncommitted(lease);
      await sweepClosed(lease, this.#options.retentionMs);
      await this.#stage(operation, records, source);
      return await operation.commit(source);
    } catch (error) {
      // What cannot be taken away now is taken away by the next import.
      await operation.abort().catch(() => {});
      throw error;
    } finally {
      this.#running.delete(operation);
    }
  }

  /** While the server takes in one batch, the next one is made ready. */
  async #stage(
    operation: Neo4jImport,
    records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
    { onProgress }: ImportSource,
  ): Promise<void> {
    let stored = 0;
    let underway: Promise<void> = Promise.resolve();
    const send = async (batch: readonly NodeRow[]) => {
      await operation.stage(batch);
      stored += batch.length;
      onProgress?.(stored);
    };
    try {
      for await (const batch of inBatches(records, this.#options.batchSize)) {
        await underway;
        underway = send(batch);
        // The later `await` rethrows it; without a handler Node would report it as unhandled if the source fails first.
        underway.catch(() => {});
      }
    } finally {
      await underway.catch(() => {});
    }
    await underway;
  }

  async readNetwork(since?: Network): Promise<Network> {
    await this.#prepare();
    for (let attempt = 0; attempt < readingAttempts; attempt += 1) {
      const network = await this.#readOnce(attempt, since);
      if (network !== null) return network;
    }
    throw new SymbiosisError(
      "store-unavailable",
      `${this.#connection.shown} is imported into faster than it can be read; try again in a moment`,
    );
  }

  /** Null where somebody imported meanwhile in a way that may have shown, or swept the version that was read. */
  async #readOnce(attempt: number, since: Network | undefined): Promise<Network | null> {
    return await this.#connection.readMuch(async (transaction, heard) => {
      const before = await findPointer(transaction, this.#connection.shown);
      const version = before.networkVersion;
      const known = since !== undefined && (await this.#isPast(transaction, since, version)) ? since : null;
      const hashed = known !== null || attempt > 0 || before.busy;
      const reading = { transaction, heard, version };
      const network = await readKinds(version, (kind) =>
        known === null ? readKind(reading, kind, { hashed }) : readChanges(reading, kind, known),
      );
      const after = await findPointer(transaction, this.#connection.shown);
      if (after.oldestVersion > version) return null;
      const isQuiet = !after.busy && after.operations === before.operations;
      if (!hashed && !isQuiet) return null;
      // A count that is wrong while nobody imports is a damage that `check` tells; beside an import it is a torn reading.
      if (!isQuiet && !countsAgree(network, before)) return null;
      const operation = await operationOf(transaction, version);
      if (operation !== null) this.#given.set(network, operation);
      return network;
    });
  }

  /** Whether a network that was given is an earlier version of what the store holds now, or this one. */
  async #isPast(transaction: ManagedTransaction, network: Network, version: number): Promise<boolean> {
    const operation = this.#given.get(network);
    if (operation === undefined || network.version > version) return false;
    return operation === (await operationOf(transaction, network.version));
  }

  async readRecord<K extends RecordKind>(kind: K, key: string): Promise<RecordByKind[K] | null> {
    await this.#prepare();
    return await this.#connection.read(async (transaction, heard) => {
      const { networkVersion: version } = await findPointer(transaction, this.#connection.shown);
      const query = { statement: readKeys(kind), parameters: { ...at(version), keys: [key] } };
      return (await readRows({ transaction, heard, version }, kind, query))[0] ?? null;
    });
  }

  async readPage<K extends RecordKind>(
    kind: K,
    { after, limit }: PageRequest,
  ): Promise<Page<RecordByKind[K]>> {
    if (!Number.isInteger(limit) || limit < 1)
      throw new SymbiosisError("invalid-request", `A page holds one record or more, got a limit of ${limit}`);
    await this.#prepare();
    return await this.#connection.read(async (transaction, heard) => {
      const { networkVersion: version, counts } = await findPointer(transaction, this.#connection.shown);
      const reading: Reading = { transaction, heard, version };
      const found: RecordByKind[K][] = [];
      let from = after ?? "";
      let missing = limit + 1;
      while (missing > 0) {
        const parameters = { ...at(version), after: from, limit: neo4j.int(missing) };
        const rows = await readRows(reading, kind, { statement: readAfter(kind), parameters });
        found.push(...rows);
        const last = rows.at(-1);
        // Short of the limit without being the last page: a node that does not hold had taken a record's place.
        missing = last === undefined || rows.length === missing ? 0 : missing - rows.length;
        if (last !== undefined) from = keyOf(last);
      }
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return {
        items,
        total: counts[kind],
        next: last === undefined ? null : keyOf(last),
        networkVersion: version,
      };
    });
  }

  async check(): Promise<readonly Issue[]> {
    await this.#prepare();
    return await this.#connection.readMuch((transaction, heard) =>
      findDamage(transaction, this.#connection.shown, heard),
    );
  }

  async close(): Promise<void> {
    // Imports that still run end here; what they left is taken away by the next one.
    await Promise.all([...this.#running].map((operation) => operation.abandon().catch(() => {})));
    await this.#connection.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Makes constraints and indexes with the first question; a failure is tried again with the next one. */
  async #prepare(): Promise<void> {
    this.#schema ??= this.#makeSchema().catch((error: unknown) => {
      this.#schema = null;
      throw error;
    });
    await this.#schema;
  }

  async #makeSchema(): Promise<void> {
    const { format, online } = await this.#connection.read(async (transaction) => {
      const pointer = await findPointer(transaction, this.#connection.shown);
      const found = await transaction.run(showSchema);
      const online = found.records.filter((row) => row.get("state") === "ONLINE").length;
      return { format: pointer.format, online };
    });
    if (online !== schema.length) await this.#makeIndexes();
    if (format < storeFormat) await this.#upgrade();
  }

  /** Another process may have done it while this one waited for the lease. */
  async #upgrade(): Promise<void> {
    const lease = await Lease.take(this.#connection, this.#options);
    try {
      const { format } = await this.#connection.read((each) => findPointer(each, this.#connection.shown));
      if (format < storeFormat) await upgradeStore(lease, format);
    } finally {
      await lease.release({ clean: !lease.foundDirty });
    }
  }

  async #makeIndexes(): Promise<void> {
    // In transactions that are repeated: services that start together wait for each other's locks, in a circle at times.
    for (const statement of schema)
      await this.#connection.write((transaction) => transaction.run(statement)).catch(passOverExisting);
    await this.#connection.command(awaitSchema, { seconds: neo4j.int(300) });
  }
}

/** The operation that made a version; null where there is none, as of an empty store. */
async function operationOf(transaction: ManagedTransaction, version: number): Promise<string | null> {
  const { records } = await transaction.run(findOperation, at(version));
  const operation: unknown = records[0]?.get("operation");
  return typeof operation === "string" ? operation : null;
}

async function readKinds(
  version: number,
  all: <K extends RecordKind>(kind: K) => Promise<readonly RecordByKind[K][]>,
): Promise<Network> {
  const network: Record<string, unknown> = { version };
  for (const kind of recordKinds) network[kind] = await all(kind);
  return network as Network;
}

function countsAgree(network: Network, { counts }: Pointer): boolean {
  return recordKinds.every((kind) => network[kind].length === counts[kind]);
}

/** `IF NOT EXISTS` looks before it locks: of services that start together, one may still be told that it came late. */
function passOverExisting(error: unknown): void {
  const cause = error instanceof SymbiosisError ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (!code.endsWith(".EquivalentSchemaRuleAlreadyExists")) throw error;
}

function keyOf(record: object): string {
  return "code" in record ? String(record.code) : "id" in record ? String(record.id) : "";
}
