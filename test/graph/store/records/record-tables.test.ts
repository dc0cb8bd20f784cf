import { expect, test } from "vitest";
import { recordKinds } from "#graph/schema/records/records.ts";
import type { Cell, ColumnType, RecordTable } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";

/** A cell unlike that of any other column or row, as far as its type allows. */
function cellAt(type: ColumnType, column: number, row: number): Cell {
  if (type === "text") return `text ${column} of row ${row}`;
  if (type === "flag") return (column + row) % 2;
  return type === "list" ? JSON.stringify([`item ${column}`, `of ${row}`]) : column + row / 8;
}

/** Rows that differ in one column each from a first row, that one three times, and one with nothing but its lists. */
function rowsOf({ types }: RecordTable<object>): Cell[][] {
  const first = types.map((type, column) => cellAt(type, column, 0));
  const others = types.map((type, changed) => first.with(changed, cellAt(type, changed, changed + 1)));
  const empty = types.map((type) => (type === "list" ? "[]" : null));
  return [first, first, ...others, empty, first];
}

test.each(recordKinds)("a row of %s is read into the record that makes the same row", (kind) => {
  const table = recordTables[kind] as RecordTable<object>;
  const read = table.reader();
  const rows = rowsOf(table);
  expect(rows.map(read).map((record) => table.toRow(record))).toEqual(rows);
});

test.each(recordKinds)("a record of %s has its properties in the order of the columns", (kind) => {
  const table = recordTables[kind] as RecordTable<object>;
  const [first = []] = rowsOf(table);
  const names = Object.keys(table.reader()(first));
  const places = names.map((name) => table.columns.findIndex((column) => column.startsWith(name)));
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});
