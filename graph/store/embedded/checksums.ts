import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import type { Cell } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import type { Database } from "./database.ts";

/*
 * SQLite finds broken pages, not a bit that flipped inside a text. So the store remembers of each kind the sum of the
 * checksums of its rows, brought up to date by every import in its own transaction: the rows it replaces go out of the
 * sum, those it brings come in, and no others are read.
 */

const float = new Float64Array(1);
const halves = new Uint32Array(float.buffer);

/**
 * Checksum of one row, 32 bits: a polynomial in an odd number over characters and halves of numbers, so that any single
 * change gives another one. A fifth of the cost of a CRC over the row as text.
 */
export function rowChecksum(row: readonly Cell[]): number {
  let sum = row.length;
  for (const cell of row) {
    if (typeof cell === "string") {
      for (let at = 0; at < cell.length; at += 1) sum = (Math.imul(sum, 31) + cell.charCodeAt(at)) | 0;
      sum = (Math.imul(sum, 31) + 1) | 0;
    } else if (cell === null) sum = (Math.imul(sum, 31) + 2) | 0;
    else {
      float[0] = cell;
      sum = (Math.imul(sum, 31) + (halves[0] ?? 0)) | 0;
      sum = (Math.imul(sum, 31) + (halves[1] ?? 0)) | 0;
    }
  }
  return sum >>> 0;
}

/** The sum over the rows of a kind, of the store's own table or of another one with its columns. */
export function sumRows(database: Database, kind: RecordKind, table = `main.${kind}`): number {
  const { columns } = recordTables[kind];
  const rows = database.prepare<[], Cell[]>(`SELECT ${columns.join(", ")} FROM ${table}`).raw();
  let sum = 0;
  for (const row of rows.iterate()) sum += rowChecksum(row);
  return sum;
}

/** The sum over the rows of the store with these keys. */
export function sumKeys(database: Database, kind: RecordKind, keys: Iterable<string>): number {
  const { key, columns } = recordTables[kind];
  const find = database
    .prepare<[string], Cell[]>(`SELECT ${columns.join(", ")} FROM main.${kind} WHERE ${key} = ?`)
    .raw();
  let sum = 0;
  for (const each of keys) sum += rowChecksum(find.get(each) ?? []);
  return sum;
}

/** The sum that the last import of a kind left; null where none did since the store knows sums. */
export function rememberedSum(database: Database, kind: RecordKind): number | null {
  const sum = database.prepare("SELECT sum FROM checksums WHERE kind = ?").pluck().get(kind);
  return typeof sum === "number" ? sum : null;
}

export function rememberSum(database: Database, kind: RecordKind, sum: number): void {
  database.prepare("INSERT OR REPLACE INTO checksums VALUES (?, ?)").run(kind, sum);
}

/** Kinds whose rows are not those that imports left. Reads all of them. */
export function findChangedKinds(database: Database): RecordKind[] {
  return recordKinds.filter((kind) => {
    const sum = rememberedSum(database, kind);
    return sum !== null && sum !== sumRows(database, kind);
  });
}
