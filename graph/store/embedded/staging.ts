import type BetterSqlite3 from "better-sqlite3";
import { SymbiosisError, type ErrorDetail } from "#graph/errors.ts";
import { recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { findDangling } from "./check.ts";
import { rememberedSum, rememberSum, rowChecksum, sumKeys, sumRows } from "./checksums.ts";
import type { Database } from "./database.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import type { Cell, RecordTable } from "#graph/store/records/record-table.ts";
import { danglingError } from "#graph/store/records/dangling-error.ts";

/** What one import did to the tables. */
export interface MergeCount {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A record table without its type of record, which a statement does not care about. */
type AnyTable = Omit<RecordTable<object>, "toRow" | "reader">;

/**
 * Records on their way into a store. They wait in temporary tables, outside the store and unseen by readers, and
 * are merged by SQL inside one transaction: forward references and any order of kinds come for free, and no
 * foreign code (the iterator that yields them) ever runs while the store is locked.
 */
export class Staging {
  readonly #database: Database;
  readonly #name: string;
  readonly #inserts = new Map<RecordKind, BetterSqlite3.Statement<[Cell[]]>>();
  /** Sum of the checksums of all rows added of a kind that the store has none of yet. */
  readonly #sums = new Map<RecordKind, number>();

  constructor(database: Database, name: string) {
    this.#database = database;
    this.#name = name;
  }

  /** Adds records. One that does not fit its table throws `import-rejected`. */
  add(batch: readonly TaggedRecord[]): void {
    this.#database.transaction(() => {
      for (const tagged of batch) this.#addOne(tagged);
    })();
  }

  #addOne(tagged: TaggedRecord): void {
    const row = rowOf(tagged);
    const fault = row.find((cell) => typeof cell === "string" && !cell.isWellFormed());
    if (fault !== undefined)
      throw rejection(tagged.kind, row[0], "a text holds half of a character (a lone surrogate)");
    try {
      this.#insertFor(tagged.kind).run(row);
      const sum = this.#sums.get(tagged.kind);
      if (sum !== undefined) this.#sums.set(tagged.kind, sum + rowChecksum(row));
    } catch (error) {
      if (isConstraint(error)) throw rejection(tagged.kind, row[0], error.message, error);
      throw error;
    }
  }

  #insertFor(kind: RecordKind): BetterSqlite3.Statement<[Cell[]]> {
    const known = this.#inserts.get(kind);
    if (known !== undefined) return known;
    const { columns } = recordTables[kind];
    this.#database.exec(`CREATE TABLE ${this.#tableOf(kind)} (${columnTypes(this.#database, kind)}) STRICT`);
    const insert = this.#database.prepare<[Cell[]]>(
      `INSERT INTO ${this.#tableOf(kind)} VALUES (${columns.map(() => "?").join(", ")})`,
    );
    this.#inserts.set(kind, insert);
    if (this.#count(`(SELECT 1 FROM main.${kind} LIMIT 1)`) === 0) this.#sums.set(kind, 0);
    return insert;
  }

  #tableOf(kind: RecordKind): string {
    return `temp.${this.#name}_${kind}`;
  }

  #kinds(): readonly RecordKind[] {
    return recordKinds.filter((kind) => this.#inserts.has(kind));
  }

  /** Merges what was added into the store; to be called inside a transaction. */
  merge(): MergeCount {
    const sum = { inserted: 0, updated: 0, unchanged: 0 };
    try {
      for (const kind of this.#kinds()) {
        const count = this.#mergeKind(recordTables[kind]);
        sum.inserted += count.inserted;
        sum.updated += count.updated;
        sum.unchanged += count.unchanged;
      }
    } catch (error) {
      throw isConstraint(error) ? danglingError(this.#dangling(), error) : error;
    }
    if (this.#kinds().some((kind) => this.#hasDanglingList(recordTables[kind])))
      throw danglingError(this.#dangling());
    return sum;
  }

  #mergeKind(table: AnyTable): MergeCount {
    const { kind } = table;
    const before = this.#count(`main.${kind}`);
    const staged = this.#count(this.#tableOf(kind));
    const changes = before === 0 ? this.#mergeFirst(table, staged) : this.#mergeInto(table);
    const inserted = this.#count(`main.${kind}`) - before;
    return { inserted, updated: changes - inserted, unchanged: staged - changes };
  }

  /** Merges rows of a kind that the store has none of; returns how many rows were written. */
  #mergeFirst(table: AnyTable, staged: number): number {
    const { changes } = this.#database.prepare(this.#mergeStatement(table)).run();
    const sum = this.#count(`main.${table.kind}`) === staged ? this.#sums.get(table.kind) : undefined;
    rememberSum(this.#database, table.kind, sum ?? sumRows(this.#database, table.kind));
    return changes;
  }

  /**
   * Merges rows into those of the store and brings their sum up to date: a trigger keeps each row that is replaced, and
   * the statement names the keys that are new or other now. Returns how many rows were written.
   */
  #mergeInto(table: AnyTable): number {
    const { kind, key, columns } = table;
    const replaced = `${this.#name}_${kind}_replaced`;
    this.#database.exec(
      `CREATE TABLE temp.${replaced} AS SELECT * FROM main.${kind} WHERE false;
       CREATE TEMP TRIGGER ${replaced}_kept BEFORE UPDATE ON main.${kind} BEGIN
         INSERT INTO ${replaced} VALUES (${columns.map((column) => `OLD.${column}`).join(", ")});
       END`,
    );
    const changed = this.#database
      .prepare<[], string>(`${this.#mergeStatement(table)} RETURNING ${key}`)
      .pluck()
      .all();
    const known = rememberedSum(this.#database, kind);
    if (known === null) rememberSum(this.#database, kind, sumRows(this.#database, kind));
    else if (changed.length > 0) {
      const gone = sumRows(this.#database, kind, `temp.${replaced}`);
      rememberSum(this.#database, kind, known - gone + sumKeys(this.#database, kind, new Set(changed)));
    }
    this.#database.exec(`DROP TRIGGER temp.${replaced}_kept; DROP TABLE temp.${replaced}`);
    return changed.length;
  }

  #mergeStatement({ kind, key, columns }: AnyTable): string {
    const others = columns.filter((column) => column !== key);
    const set = others.map((column) => `${column} = excluded.${column}`).join(", ");
    const old = others.map((column) => `${kind}.${column}`).join(", ");
    const fresh = others.map((column) => `excluded.${column}`).join(", ");
    return `INSERT INTO main.${kind} SELECT * FROM ${this.#tableOf(kind)} WHERE true ORDER BY rowid
      ON CONFLICT (${key}) DO UPDATE SET ${set} WHERE (${old}) IS NOT (${fresh})`;
  }

  #count(table: string): number {
    return Number(this.#database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  }

  /** Lists are no foreign keys. Equal lists are looked at once: a province has few distinct ones. */
  #hasDanglingList({ kind, references }: AnyTable): boolean {
    return references
      .filter(({ list }) => list)
      .some(({ column, target }) =>
        this.#database
          .prepare(
            `SELECT 1 FROM (SELECT DISTINCT ${column} AS list FROM ${this.#tableOf(kind)}), json_each(list)
             WHERE value NOT IN (SELECT ${recordTables[target].key} FROM main.${target}) LIMIT 1`,
          )
          .get(),
      );
  }

  /** Every staged reference that leads neither into the store nor into the import. */
  #dangling(): ErrorDetail[] {
    return this.#kinds().flatMap((kind) =>
      recordTables[kind].references.flatMap((reference) => {
        const { column, target } = reference;
        const place = { kind, table: this.#tableOf(kind), knownKeys: this.#keysOf(target) };
        return findDangling(this.#database, place, reference).map(({ record, missing }) => ({
          pointer: `${kind}/${record}/${column}`,
          message: `"${missing}" is in ${target} neither of the store nor of this import`,
        }));
      }),
    );
  }

  #keysOf(kind: RecordKind): string {
    const { key } = recordTables[kind];
    const stored = `SELECT ${key} FROM main.${kind}`;
    return this.#inserts.has(kind) ? `${stored} UNION ALL SELECT ${key} FROM ${this.#tableOf(kind)}` : stored;
  }

  /** Forgets what was added. */
  drop(): void {
    for (const kind of this.#kinds()) this.#database.exec(`DROP TABLE IF EXISTS ${this.#tableOf(kind)}`);
    this.#inserts.clear();
    this.#sums.clear();
  }
}

function rowOf({ kind, record }: TaggedRecord): Cell[] {
  return (recordTables[kind] as RecordTable<object>).toRow(record);
}

/** Columns of a table as it is in the store: names, types and NOT NULL, without keys and references. */
function columnTypes(database: Database, kind: RecordKind): string {
  const columns = database.pragma(`main.table_info(${kind})`) as {
    name: string;
    type: string;
    notnull: number;
  }[];
  return columns.map(({ name, type, notnull }) => `${name} ${type}${notnull ? " NOT NULL" : ""}`).join(", ");
}

function isConstraint(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");
}

function rejection(kind: RecordKind, key: Cell | undefined, reason: string, cause?: Error): SymbiosisError {
  return new SymbiosisError("import-rejected", `${kind}/${key} does not fit the store: ${reason}`, {
    cause,
    details: [{ pointer: `${kind}/${key}`, message: reason }],
  });
}
