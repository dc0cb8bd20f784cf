import { setTimeout as wait } from "node:timers/promises";
import type { ManagedTransaction } from "neo4j-driver";
import type { Network } from "#graph/schema/records/network.ts";
import type { RecordByKind, RecordKind } from "#graph/schema/records/records.ts";
import { readAll, readChanged, readHashed, readKeys } from "./cypher.ts";
import type { Heard } from "./connection.ts";
import { at, eachRow, type RowQuery } from "./pointer.ts";
import { hashOf, toCells } from "./rows.ts";
import type { RecordTable } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";

/** Where records are read from. */
export interface Reading {
  readonly transaction: ManagedTransaction;
  readonly heard: Heard;
  readonly version: number;
}

/** Times a node is read again that does not look like what was imported. */
const readAgain = 20;
const pauseMs = 20;

/** All records of one kind, ascending by key. `hashed`: somebody imports meanwhile, so every record is verified. */
export async function readKind<K extends RecordKind>(
  reading: Reading,
  kind: K,
  { hashed }: { readonly hashed: boolean },
): Promise<RecordByKind[K][]> {
  const statement = hashed ? readHashed(kind) : readAll(kind);
  return await readRows(reading, kind, { statement, parameters: at(reading.version) });
}

/** All records of one kind, from those of an earlier version and what changed since; ascending by key. */
export async function readChanges<K extends RecordKind>(
  reading: Reading,
  kind: K,
  since: Network,
): Promise<readonly RecordByKind[K][]> {
  const parameters = { ...at(reading.version), since: at(since.version).version };
  const changes = await readRows(reading, kind, { statement: readChanged(kind), parameters });
  const before: { readonly [P in RecordKind]: readonly RecordByKind[P][] } = since;
  return mergeByKey(before[kind], changes, recordTables[kind].key);
}

/** Two lists that ascend by key as one; of two records with one key, that of the second list. */
function mergeByKey<T extends object>(old: readonly T[], changes: readonly T[], key: string): readonly T[] {
  if (changes.length === 0) return old;
  const keyOf = (record: T | undefined) => String(record?.[key as keyof T]);
  const merged: T[] = [];
  let next = 0;
  for (const record of old) {
    while (next < changes.length && keyOf(changes[next]) < keyOf(record)) merged.push(changes[next++] as T);
    if (next === changes.length || keyOf(changes[next]) !== keyOf(record)) merged.push(record);
  }
  return [...merged, ...changes.slice(next)];
}

/**
 * The records that a statement finds, in its order. Neo4j reads without a snapshot: a node whose end is being set or that
 * is being swept may show itself without some of its properties. Where the statement gives hashes, such nodes are read
 * again; one that stays wrong is damaged and is given as it is, for `check` to tell.
 */
export async function readRows<K extends RecordKind>(
  reading: Reading,
  kind: K,
  query: RowQuery,
): Promise<RecordByKind[K][]> {
  const table: RecordTable<RecordByKind[K]> = recordTables[kind];
  const read = table.reader();
  const records: (RecordByKind[K] | null)[] = [];
  const torn = new Map<string, number>();
  await eachRow(reading.transaction, query, reading.heard, (content, hash) => {
    if (hash !== undefined && !isWhole(kind, content, hash)) {
      torn.set(String(content[0]), records.length);
      records.push(null);
    } else if (isRecord(content)) records.push(read(toCells(kind, content)));
  });
  if (torn.size === 0) return records as RecordByKind[K][];
  const mended = await readTorn(reading, kind, [...torn.keys()]);
  for (const [key, content] of mended)
    if (isRecord(content)) records[torn.get(key) ?? -1] = read(toCells(kind, content));
  return records.filter((record) => record !== null);
}

/** Reads nodes again until each is whole; leaves out those that turn out not to hold. */
async function readTorn(
  { transaction, heard, version }: Reading,
  kind: RecordKind,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const found = new Map<string, readonly unknown[]>();
  let open = keys;
  for (let round = 0; open.length > 0; round += 1) {
    const isLast = round === readAgain;
    const still: string[] = [];
    const query = { statement: readKeys(kind), parameters: { ...at(version), keys: open } };
    await eachRow(transaction, query, heard, (content, hash) => {
      const key = String(content[0]);
      if (isLast || isWhole(kind, content, hash)) found.set(key, content);
      else still.push(key);
    });
    open = still;
    if (open.length > 0) await wait(pauseMs);
  }
  return found;
}

/** Whether a node is ours: whether a record is synthetic, its last property, is known of each. */
function isRecord(content: readonly unknown[]): boolean {
  return typeof content.at(-1) === "boolean";
}

function isWhole(kind: RecordKind, content: readonly unknown[], hash: unknown): boolean {
  try {
    return hashOf(toCells(kind, content)) === hash;
  } catch {
    return false;
  }
}
