import type { ReactNode } from "react";
import type { Cell } from "#client/model/csv.ts";
import type { Selection } from "#client/model/view/selection.ts";
import type { Sort } from "#client/model/view/sort.ts";

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
  /** Few values, each of many rows: the rows can stand together by them. */
  readonly groups?: boolean;
}

/** A table: its columns, and how a row is named and selected. */
export interface TableOf<Row> {
  /** Order while the address names none; the server's own where this is missing. */
  readonly firstSort?: Sort;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly selectionOf: (row: Row) => Selection | null;
}

/** The order of a table: as the view says, else its own. */
export function sortOf<Row>(sort: readonly Sort[], { firstSort }: TableOf<Row>): readonly Sort[] {
  return sort.length > 0 || firstSort === undefined ? sort : [firstSort];
}

/** Rows by one column, those that are equal there by the next; empty cells last either way, ties in the order in which they came. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: readonly Sort[],
  collator: Intl.Collator,
): readonly Row[] {
  const keys = sort.flatMap(({ column, descending }) => {
    const found = columns.find(({ id }) => id === column);
    return found === undefined ? [] : [{ value: found.value, sign: descending ? -1 : 1 }];
  });
  if (keys.length === 0) return rows;
  return [...rows].sort((left, right) => {
    for (const { value, sign } of keys) {
      const [a, b] = [value(left), value(right)];
      const order =
        a === null || b === null ? Number(a === null) - Number(b === null) : sign * compare(a, b, collator);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compare(left: NonNullable<Cell>, right: NonNullable<Cell>, collator: Intl.Collator): number {
  if (typeof left === "string" || typeof right === "string")
    return collator.compare(String(left), String(right));
  return Number(left) - Number(right);
}

/** What stands in one line of a grouped table: the head of a group, or a row. */
export type Line<Row> =
  | { readonly kind: "head"; readonly label: string | null; readonly count: number; readonly isOpen: boolean }
  | { readonly kind: "row"; readonly row: Row };

/** Rows under the heads of their groups, groups by label, rows without a value last; a closed group shows its head alone. */
export function groupLines<Row>(
  rows: readonly Row[],
  column: Column<Row>,
  closed: ReadonlySet<string | null>,
  collator: Intl.Collator,
): readonly Line<Row>[] {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const value = column.value(row);
    const label = value === null || value === "" ? null : String(value);
    groups.set(label, [...(groups.get(label) ?? []), row]);
  }
  const labels = [...groups.keys()].sort((a, b) =>
    a === null || b === null ? Number(a === null) - Number(b === null) : collator.compare(a, b),
  );
  return labels.flatMap((label): Line<Row>[] => {
    const members = groups.get(label) ?? [];
    const isOpen = !closed.has(label);
    return [
      { kind: "head", label, count: members.length, isOpen },
      ...(isOpen ? members.map((row) => ({ kind: "row", row }) as const) : []),
    ];
  });
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

/** The same column, by whose values the rows can stand together. */
export const grouping = <Row>(column: Column<Row>): Column<Row> => ({ ...column, groups: true });
