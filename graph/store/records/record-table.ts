import { SymbiosisError } from "#graph/errors.ts";
import type { RecordKind } from "#graph/schema/records/records.ts";

/** A value of one column: TEXT, REAL or INTEGER, or NULL where the store is SQLite. */
export type Cell = string | number | null;

/** What the cells of a column hold: a list is its JSON text, a flag 1 or 0. */
export type ColumnType = "text" | "number" | "whole" | "flag" | "list";

/**
 * Returns one shared copy of equal texts of a column, so that a snapshot does not hold "by-product" a million times.
 */
export type Share = (text: string, column: number) => string;

export type RowReader<T> = (row: readonly Cell[]) => T;

/** How one property of a record becomes one or more columns and back. */
export interface Codec<T> {
  /** Endings of the column names after the property's name; `[""]` for a property that is one column. */
  readonly endings: readonly string[];
  /** Kind of record the value points at, if it is a reference. */
  readonly target?: RecordKind;
  /** One for each column. */
  readonly types: readonly ColumnType[];
  append(value: T, row: Cell[]): void;
  read(row: readonly Cell[], at: number, share: Share): T;
}

export type Codecs<T> = { readonly [P in keyof T]-?: Codec<T[P]> };

const oneColumn = [""] as const;

const ofType = (type: ColumnType) => ({ endings: oneColumn, types: [type] });

/** A text, or null, that differs from record to record. */
export function text<T extends string | null>(): Codec<T> {
  return {
    ...ofType("text"),
    append: (value, row) => row.push(value),
    read: (row, at) => row[at] as T,
  };
}

/** A text, or null, that many records have in common: a word of a closed list, a code, a name of a resource. */
export function word<T extends string | null>(): Codec<T> {
  return {
    ...ofType("text"),
    append: (value, row) => row.push(value),
    read: (row, at, share) => {
      const cell = row[at];
      return (typeof cell === "string" ? share(cell, at) : null) as T;
    },
  };
}

export function number<T extends number | null>(): Codec<T> {
  return {
    ...ofType("number"),
    append: (value, row) => row.push(value),
    read: (row, at) => row[at] as T,
  };
}

/** A whole number, such as a year. */
export function whole<T extends number | null>(): Codec<T> {
  return { ...number<T>(), ...ofType("whole") };
}

/** true, false or not known: 1, 0, NULL. */
export function flag<T extends boolean | null>(): Codec<T> {
  return {
    ...ofType("flag"),
    append: (value, row) => row.push(value === null ? null : Number(value)),
    read: (row, at) => (row[at] === null ? null : row[at] === 1) as T,
  };
}

/** The key of another record, or null. */
export function reference<T extends string | null>(target: RecordKind): Codec<T> {
  return { ...word<T>(), target };
}

/** A list of texts, kept as JSON. */
export function list(target?: RecordKind): Codec<string[]> {
  return {
    ...ofType("list"),
    ...(target === undefined ? {} : { target }),
    append: (value, row) => row.push(value.length === 0 ? "[]" : JSON.stringify(value)),
    read: (row, at) => parseList(row[at]),
  };
}

/** Throws `store-corrupt` for a cell that is no JSON. */
export function parseList(cell: Cell | undefined): string[] {
  if (cell === "[]") return [];
  try {
    return JSON.parse(String(cell)) as string[];
  } catch (cause) {
    throw new SymbiosisError("store-corrupt", "A list in the store is not readable: restore a backup", {
      cause,
    });
  }
}

/** A nested object: its properties become columns named after both. */
export function group<T extends object>(codecs: Codecs<T>): Codec<T> {
  const entries = entriesOf(codecs);
  const endings = entries.flatMap(({ name, codec }) =>
    codec.endings.map((ending) => name.charAt(0).toUpperCase() + name.slice(1) + ending),
  );
  return {
    endings,
    types: entries.flatMap(({ codec }) => codec.types),
    append: (value, row) => appendAll(entries, value, row),
    read: (row, at, share) => readAll({ entries, row, at, share }) as T,
  };
}

/** A nested object or null. Its first column is never NULL unless the object is. */
export function optional<T extends object>(codec: Codec<T>): Codec<T | null> {
  return {
    endings: codec.endings,
    types: codec.types,
    append: (value, row) => {
      if (value !== null) return codec.append(value, row);
      for (const _ of codec.endings) row.push(null);
    },
    read: (row, at, share) => (row[at] === null ? null : codec.read(row, at, share)),
  };
}

interface Entry {
  readonly name: string;
  readonly codec: Codec<unknown>;
  readonly at: number;
}

function entriesOf<T>(codecs: Codecs<T>): readonly Entry[] {
  let at = 0;
  return Object.entries<Codec<unknown>>(codecs as Record<string, Codec<unknown>>).map(([name, codec]) => {
    const entry = { name, codec, at };
    at += codec.endings.length;
    return entry;
  });
}

function appendAll(entries: readonly Entry[], record: object, row: Cell[]): void {
  const values = record as Readonly<Record<string, unknown>>;
  for (const { name, codec } of entries) codec.append(values[name], row);
}

interface Reading {
  readonly entries: readonly Entry[];
  readonly row: readonly Cell[];
  readonly at: number;
  readonly share: Share;
}

function readAll({ entries, row, at, share }: Reading): object {
  const record: Record<string, unknown> = {};
  for (const entry of entries) record[entry.name] = entry.codec.read(row, at + entry.at, share);
  return record;
}

/** A column that points at records of another kind. */
export interface Reference {
  readonly column: string;
  readonly target: RecordKind;
  readonly list: boolean;
}

/** How records of one kind lie in a table: one row a record, columns in the order of the record's properties. */
export interface RecordTable<T> {
  readonly kind: RecordKind;
  /** Column of the primary key, always the first. */
  readonly key: string;
  readonly columns: readonly string[];
  /** One for each column. */
  readonly types: readonly ColumnType[];
  readonly references: readonly Reference[];
  readonly toRow: (record: T) => Cell[];
  /** A reader of rows that shares equal words among the records it returns. */
  readonly reader: () => RowReader<T>;
}

/**
 * `makeReader` makes a quicker reader for a kind of which there are many records; it must read what the codecs read.
 */
export function recordTable<T extends object>(
  kind: RecordKind,
  codecs: Codecs<T>,
  makeReader?: (share: Share) => RowReader<T>,
): RecordTable<T> {
  const entries = entriesOf(codecs);
  const columns = entries.flatMap(({ name, codec }) => codec.endings.map((ending) => name + ending));
  const references = entries.flatMap(({ name, codec: { target, types } }) =>
    target === undefined ? [] : [{ column: name, target, list: types[0] === "list" }],
  );
  return {
    kind,
    key: columns[0] ?? "",
    columns,
    types: entries.flatMap(({ codec }) => codec.types),
    references,
    toRow: (record) => {
      const row: Cell[] = [];
      appendAll(entries, record, row);
      return row;
    },
    reader: () => {
      const share = shareTexts();
      if (makeReader !== undefined) return makeReader(share);
      return (row) => readAll({ entries, row, at: 0, share }) as T;
    },
  };
}

function shareTexts(): Share {
  const known = new Map<string, string>();
  // Neighbouring rows mostly say the same, and comparing is cheaper than looking up.
  const latest: string[] = [];
  return (text, column) => {
    const same = latest[column];
    if (same === text) return same;
    let shared = known.get(text);
    if (shared === undefined) {
      shared = text;
      known.set(text, text);
    }
    latest[column] = shared;
    return shared;
  };
}
