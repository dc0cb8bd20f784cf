import { hash } from "node:crypto";
import { SymbiosisError } from "#graph/errors.ts";
import type { RecordKind, TaggedRecord } from "#graph/schema/records/records.ts";
import type { Cell, ColumnType, RecordTable } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";

/** A value of one property of a node; a list of texts is a list, a flag is a boolean. */
export type Property = string | number | boolean | readonly string[] | null;

/** A record on its way into the database. */
export interface NodeRow {
  readonly kind: RecordKind;
  readonly key: string;
  /** 128 bits of SHA-256 over the cells: equal for equal records. */
  readonly hash: string;
  readonly synthetic: boolean;
  readonly properties: readonly Property[];
}

type AnyTable = Pick<RecordTable<never>, "columns" | "types" | "toRow">;

/** A record as its node. Throws `import-rejected` for half characters. */
export function toNodeRow(tagged: TaggedRecord): NodeRow {
  const { kind, record } = tagged;
  const cells = cellsOf(tagged);
  const key = String(cells[0]);
  const properties = toProperties(kind, cells);
  if (!properties.every(isWellFormed)) {
    const message = "a text holds half of a character (a lone surrogate)";
    throw new SymbiosisError("import-rejected", `${kind}/${key} does not fit the store: ${message}`, {
      details: [{ pointer: `${kind}/${key}`, message }],
    });
  }
  return { kind, key, hash: hashOf(cells), synthetic: record.evidence.synthetic, properties };
}

/** A record as the cells of its table. */
export function cellsOf({ kind, record }: TaggedRecord): Cell[] {
  const table: AnyTable = recordTables[kind];
  return table.toRow(record as never);
}

/** Cells as properties of a node, in the order of the columns. */
export function toProperties(kind: RecordKind, cells: readonly Cell[]): Property[] {
  const { types } = recordTables[kind];
  return cells.map((cell, index) => toProperty(cell, types[index]));
}

/** Hash of the cells of a record, as its node carries it. */
export function hashOf(cells: readonly Cell[]): string {
  return hash("sha256", JSON.stringify(cells), "base64url").slice(0, 22);
}

function isWellFormed(property: Property): boolean {
  if (typeof property === "string") return property.isWellFormed();
  return !Array.isArray(property) || property.every((text: string) => text.isWellFormed());
}

function toProperty(cell: Cell, type: ColumnType | undefined): Property {
  if (cell === null) return null;
  if (type === "flag") return cell === 1;
  return type === "list" ? (JSON.parse(String(cell)) as string[]) : cell;
}

/** Properties as they came from the database → cells of the table. Throws `store-corrupt` where one has no fitting type. */
export function toCells(kind: RecordKind, properties: readonly unknown[]): Cell[] {
  const { columns, types } = recordTables[kind];
  return columns.map((column, index) => {
    const cell = toCell(properties[index], types[index]);
    if (cell !== undefined) return cell;
    const name = `${kind}/${String(properties[0])}/${column}`;
    throw new SymbiosisError("store-corrupt", `${name} holds a value of a foreign type or out of range`);
  });
}

/** Undefined for a value that no cell of this type may have. A whole number beyond 2^53 arrives as Infinity. */
function toCell(value: unknown, type: ColumnType | undefined): Cell | undefined {
  if (value === null) return null;
  switch (type) {
    case "text":
      return typeof value === "string" ? value : undefined;
    case "number":
      return Number.isFinite(value) ? (value as number) : undefined;
    case "whole":
      return Number.isSafeInteger(value) ? (value as number) : undefined;
    case "flag":
      return typeof value === "boolean" ? Number(value) : undefined;
    case "list":
      return Array.isArray(value) && value.every((item) => typeof item === "string")
        ? JSON.stringify(value)
        : undefined;
    case undefined:
    default:
      return undefined;
  }
}
