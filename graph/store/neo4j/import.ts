import neo4j, { type ManagedTransaction } from "neo4j-driver";
import { SymbiosisError, type ErrorDetail } from "#graph/errors.ts";
import { recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import {
  closeOld,
  commitVersion,
  createStaged,
  deleteStaged,
  endBatch,
  findCommitted,
  findDangling,
  findNewest,
  linkWaiting,
} from "./cypher.ts";
import type { ImportResult, ImportSource } from "#graph/store/graph-store.ts";
import type { Lease } from "./lease.ts";
import { toNodeRow, type NodeRow } from "./rows.ts";
import { sweepUncommitted } from "./sweep.ts";
import type { Reference } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import { danglingError } from "#graph/store/records/dangling-error.ts";

/** Waiting nodes that are linked in one transaction. */
const linkSize = 2000;
/** A damaged import may have as many faults as rows; the first ones tell enough. */
const findingLimit = 1000;

/** What a part of an import did. */
interface Tally {
  readonly inserted: Readonly<Record<RecordKind, number>>;
  readonly updated: number;
  readonly unchanged: number;
  /** Synthetic records more than before. */
  readonly synthetic: number;
  /** Nodes whose targets were not there yet. */
  readonly waiting: number;
}

const noneInserted = Object.fromEntries(recordKinds.map((kind) => [kind, 0])) as Record<RecordKind, number>;
const nothing: Tally = { inserted: noneInserted, updated: 0, unchanged: 0, synthetic: 0, waiting: 0 };

const sumOf = (inserted: Tally["inserted"]) => recordKinds.reduce((sum, kind) => sum + inserted[kind], 0);

function add(left: Tally, right: Tally): Tally {
  const inserted = Object.fromEntries(
    recordKinds.map((kind) => [kind, left.inserted[kind] + right.inserted[kind]]),
  ) as Record<RecordKind, number>;
  return {
    inserted,
    updated: left.updated + right.updated,
    unchanged: left.unchanged + right.unchanged,
    synthetic: left.synthetic + right.synthetic,
    waiting: left.waiting + right.waiting,
  };
}

/**
 * One import: batches are staged as states of the version to come, each in a transaction that may be repeated, and one
 * small transaction makes that version the visible one.
 */
export class Neo4jImport {
  readonly #lease: Lease;
  readonly #version: number;
  #batches = 0;
  #tally = nothing;

  constructor(lease: Lease) {
    this.#lease = lease;
    this.#version = lease.base + 1;
  }

  /** Stores a batch of rows with distinct keys out of sight of readers. */
  async stage(batch: readonly NodeRow[]): Promise<void> {
    const rows = Map.groupBy(batch, ({ kind }) => kind);
    const number = this.#batches + 1;
    let tally = nothing;
    await this.#lease.write(async (transaction, stored) => {
      // The answer to an earlier COMMIT was lost: the batch is in, and its tally was taken then.
      if (stored >= number) return;
      tally = nothing;
      for (const kind of recordKinds) {
        const ofKind = rows.get(kind);
        if (ofKind !== undefined) tally = add(tally, await this.#stageKind(transaction, kind, ofKind));
      }
      await transaction.run(endBatch, { ...this.#lease.parameters, batch: neo4j.int(number) });
    });
    this.#batches = number;
    this.#tally = add(this.#tally, tally);
  }

  async #stageKind(
    transaction: ManagedTransaction,
    kind: RecordKind,
    rows: readonly NodeRow[],
  ): Promise<Tally> {
    const known = await findStates(transaction, kind, rows);
    const fresh = rows.filter(({ key }) => !known.has(key));
    const changed = rows.filter(({ key, hash }) => known.has(key) && known.get(key)?.hash !== hash);
    const isStaged = ({ key }: NodeRow) => known.get(key)?.validFrom === this.#version;
    await this.#run(transaction, deleteStaged(kind), { keys: changed.filter(isStaged).map(keyOf) });
    await this.#run(transaction, closeOld(kind), {
      keys: changed.filter((row) => !isStaged(row)).map(keyOf),
    });
    const created = [...fresh, ...changed];
    const waiting = await this.#run(transaction, createStaged(kind), {
      rows: created.map(({ properties, hash }) => [...properties, hash]),
    });
    const replaced = changed.filter(({ key }) => known.get(key)?.synthetic === true).length;
    return {
      inserted: { ...noneInserted, [kind]: fresh.length },
      updated: changed.length,
      unchanged: rows.length - created.length,
      synthetic: created.filter(({ synthetic }) => synthetic).length - replaced,
      waiting,
    };
  }

  /** Runs a statement for a list of things, unless the list is empty; answers with the number that wait for links. */
  async #run(
    transaction: ManagedTransaction,
    statement: string,
    parameters: { readonly keys: readonly string[] } | { readonly rows: readonly unknown[] },
  ): Promise<number> {
    if (Object.values(parameters).every((items) => items.length === 0)) return 0;
    const { records } = await transaction.run(statement, {
      ...parameters,
      version: neo4j.int(this.#version),
    });
    return Number(records[0]?.get("waiting") ?? 0);
  }

  /** Makes the version visible, unless nothing changed. Throws `import-rejected` for references that lead nowhere. */
  async commit({ label, now }: ImportSource): Promise<ImportResult> {
    const { updated, unchanged, synthetic, inserted: added } = this.#tally;
    const inserted = sumOf(added);
    const count = { inserted, updated, unchanged };
    if (inserted + updated === 0) {
      await this.#lease.release({ clean: true });
      return { networkVersion: this.#lease.base, ...count };
    }
    if (this.#tally.waiting > 0) {
      await this.#assertNothingDangles();
      await this.#linkWaiting();
    }
    await this.#turnOrTell({
      importedAt: now.toISOString(),
      label,
      synthetic: neo4j.int(synthetic),
      added: integers(added),
      ...integers(count),
    });
    this.#lease.stop();
    return { networkVersion: this.#version, ...count };
  }

  /** Takes everything of this import away and lets others import. */
  async abort(): Promise<void> {
    try {
      if (this.#batches > 0 || this.#lease.foundDirty) await sweepUncommitted(this.#lease);
      await this.#lease.release({ clean: true });
    } finally {
      this.#lease.stop();
    }
  }

  /** Lets others import at once, without taking away what this import left. */
  async abandon(): Promise<void> {
    await this.#lease.release({ clean: false });
  }

  async #assertNothingDangles(): Promise<void> {
    const details = await this.#lease.write(async (transaction) => {
      const found: ErrorDetail[] = [];
      for (const kind of recordKinds)
        for (const reference of recordTables[kind].references)
          found.push(...(await danglingOf(transaction, kind, reference)));
      return found;
    });
    if (details.length > 0) throw danglingError(details);
  }

  async #linkWaiting(): Promise<void> {
    for (const kind of recordKinds.filter((kind) => recordTables[kind].references.length > 0)) {
      let done = 0;
      do {
        const { records } = await this.#lease.write((transaction) =>
          transaction.run(linkWaiting(kind), { limit: neo4j.int(linkSize) }),
        );
        done = Number(records[0]?.get("done") ?? 0);
      } while (done === linkSize);
    }
  }

  /** Turns; where the answer is lost for good, says whether it was done, or that nobody knows. */
  async #turnOrTell(parameters: object): Promise<void> {
    try {
      await this.#turn(parameters);
    } catch (error) {
      const isDone = await this.#isCommitted().catch(() => null);
      if (isDone === true) return;
      if (isDone === false) throw error;
      throw new SymbiosisError(
        "store-unavailable",
        "The store went away at the very end: it is not known whether the import was stored. Import again; if it was, nothing changes",
        { cause: error },
      );
    }
  }

  async #isCommitted(): Promise<boolean> {
    const { operation } = this.#lease;
    const { records } = await this.#lease.writeUnfenced((transaction) =>
      transaction.run(findCommitted, { operation }),
    );
    return records.length > 0;
  }

  /** The one transaction that readers notice. Repeated, it finds what it did the first time. */
  async #turn(parameters: object): Promise<void> {
    const { operation } = this.#lease;
    await this.#lease.writeUnfenced(async (transaction) => {
      const before = await transaction.run(findCommitted, { operation });
      if (before.records.length > 0) return;
      const turned = await transaction.run(commitVersion, {
        ...parameters,
        operation,
        version: neo4j.int(this.#version),
      });
      if (turned.records.length === 0) throw this.#lease.lost();
    });
  }
}

async function danglingOf(
  transaction: ManagedTransaction,
  kind: RecordKind,
  reference: Reference,
): Promise<ErrorDetail[]> {
  const { column, target } = reference;
  const limit = neo4j.int(findingLimit);
  const { records } = await transaction.run(findDangling(kind, reference), { limit });
  return records.map((found) => ({
    pointer: `${kind}/${String(found.get("record"))}/${column}`,
    message: `"${String(found.get("missing"))}" is in ${target} neither of the store nor of this import`,
  }));
}

interface State {
  readonly hash: string;
  readonly validFrom: number;
  readonly synthetic: boolean;
}

async function findStates(
  transaction: ManagedTransaction,
  kind: RecordKind,
  rows: readonly NodeRow[],
): Promise<ReadonlyMap<string, State>> {
  const { records } = await transaction.run(findNewest(kind), { keys: rows.map(keyOf) });
  return new Map(
    records.map((found) => [
      String(found.get("key")),
      { hash: found.get("hash"), validFrom: found.get("validFrom"), synthetic: found.get("synthetic") },
    ]),
  );
}

const keyOf = ({ key }: NodeRow) => key;

function integers(counts: Readonly<Record<string, number>>): Record<string, ReturnType<typeof neo4j.int>> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, neo4j.int(count)]));
}

/** Splits records into batches of rows with distinct keys: of two states of one record, the later must find the earlier. */
export async function* inBatches(
  records: Iterable<TaggedRecord> | AsyncIterable<TaggedRecord>,
  size: number,
): AsyncGenerator<readonly NodeRow[]> {
  let batch: NodeRow[] = [];
  let names = new Set<string>();
  for await (const tagged of records) {
    const row = toNodeRow(tagged);
    const name = `${row.kind}/${row.key}`;
    if (batch.length === size || names.has(name)) {
      yield batch;
      batch = [];
      names = new Set();
    }
    batch.push(row);
    names.add(name);
  }
  if (batch.length > 0) yield batch;
}
