import type { RecordByKind, RecordKind } from "#graph/schema/records/records.ts";
import { byteOrderMark, guardText, quoteText } from "#graph/schema/csv-guard.ts";
import type { Column } from "./column.ts";
import { columnsByKind } from "./columns.ts";

export interface WriteOptions {
  /** Starts the text with a byte order mark, so that Excel reads it as UTF-8. */
  readonly byteOrderMark?: boolean;
}

/**
 * Writes records as the CSV text that `readRecordFiles` reads back to equal records: piece by piece, the header first.
 * A cell that a spreadsheet program would run as a formula gets one apostrophe, which reading takes away.
 */
export function* writeRecordCsv<K extends RecordKind>(
  kind: K,
  records: Iterable<RecordByKind[K]>,
  options: WriteOptions = {},
): Generator<string> {
  const columns = columnsByKind[kind];
  const mark = options.byteOrderMark === true ? byteOrderMark : "";
  yield `${mark}${columns.map((column) => column.name).join(",")}\n`;
  for (const record of records) yield `${columns.map((column) => cellOf(column, record)).join(",")}\n`;
}

/** The text of one column of a record, as its cell has it. */
export function cellOf(column: Column, record: object): string {
  const holder = column.part === "record" ? record : fieldOf(record, column.part);
  if (holder === null || typeof holder !== "object") return "";
  const value = fieldOf(holder, column.field);
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value))
    return quoteText(guardText(value.map((member) => escapeMember(String(member))).join(";")));
  return typeof value === "string" ? quoteText(guardText(value)) : "";
}

function fieldOf(holder: object, field: string): unknown {
  return (holder as Readonly<Record<string, unknown>>)[field];
}

const escapeMember = (member: string) => (/[;\\]/.test(member) ? member.replace(/[;\\]/g, "\\$&") : member);
