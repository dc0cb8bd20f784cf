import type { ReactNode } from "react";
import type { Cell } from "#client/model/csv.ts";
import type { Selection } from "#client/model/view/selection.ts";
import type { Sort } from "#client/model/view/view-state.ts";

/** One column of a table and of its CSV twin. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** What stands over the column on screen where that is more than the title of the file. */
  readonly head?: ReactNode;
  /** Raw value: sorted by, and written to CSV. */
  readonly value: (row: Row) => Cell;
  /** What the cell shows where that is not the value itself. */
  readonly show?: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** CSS px. */
  readonly width: number;
  /** In the file only: sources, notes, what would make the table too wide. */
  readonly fileOnly?: boolean;
}

/** A table: its columns, and how a row is named and selected. */
export interface TableOf<Row> {
  /** Order while the address names none; the server's own where this is missing. */
  readonly firstSort?: Sort;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly selectionOf: (row: Row) => Selection | null;
}

/** Rows by one column; empty cells last either way, ties in the order in which they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
  collator: Intl.Collator,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.column);
  if (sort === null || column === undefined) return rows;
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((left, right) => {
    const [a, b] = [column.value(left), column.value(right)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b, collator);
  });
}

function compare(left: NonNullable<Cell>, right: NonNullable<Cell>, collator: Intl.Collator): number {
  if (typeof left === "string" || typeof right === "string")
    return collator.compare(String(left), String(right));
  return Number(left) - Number(right);
}

/** Column of words. */
export function text<Row>(
  id: string,
  title: string,
  width: number,
  value: Column<Row>["value"],
): Column<Row> {
  return { id, title, width, value };
}

/** Column that stands in the file only. */
export function fileOnly<Row>(id: string, title: string, value: Column<Row>["value"]): Column<Row> {
  return { id, title, width: 0, fileOnly: true, value };
}
