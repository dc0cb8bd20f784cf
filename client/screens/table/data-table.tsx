import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, type ReactNode } from "react";
import { sameSelection } from "#client/model/view/selection.ts";
import type { Sort } from "#client/model/view/sort.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { sortOf, type Column, type TableOf } from "./column.ts";
import { GroupHead } from "./group-head.tsx";
import { useLines } from "./use-lines.ts";

const rowHeight = 32;

interface DataTableProps<Row> {
  readonly caption: string;
  readonly table: TableOf<Row>;
  readonly rows: readonly Row[];
  /** Rows there are in all, where not all of them are here. */
  readonly total: number;
}

/** A real table whose rows are drawn only where they are seen; headers sort, a row's first cell selects. */
export function DataTable<Row>({ caption, table, rows, total }: DataTableProps<Row>) {
  const { language } = useWords();
  const { view } = useView();
  const scroller = useRef<HTMLElement>(null);
  const sort = useMemo(() => sortOf(view.sort, table), [view.sort, table]);
  const { lines, toggle } = useLines(table, rows, { sort, group: view.group, language });
  const heads = lines.filter(({ kind }) => kind === "head").length;
  const columns = table.columns.filter((column) => column.fileOnly !== true);
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used; the hook re-renders on scroll
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard focus
    <section ref={scroller} className="table-scroll" tabIndex={0} aria-label={caption}>
      <table className="data-table" aria-rowcount={total + heads + 1} aria-colcount={columns.length}>
        <caption className="visually-hidden">{caption}</caption>
        <ColumnHeads columns={columns} sort={sort} />
        <tbody>
          <Spacer height={before} />
          {items.map(({ index }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return line.kind === "row" ? (
              <TableRow
                key={table.keyOf(line.row)}
                table={table}
                columns={columns}
                row={line.row}
                index={index}
              />
            ) : (
              <GroupHead
                key={`group ${line.label ?? ""}`}
                head={line}
                index={index}
                columnCount={columns.length}
                onToggle={() => toggle(line.label)}
              />
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </section>
  );
}

interface ColumnHeadsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: readonly Sort[];
}

function ColumnHeads<Row>({ columns, sort }: ColumnHeadsProps<Row>) {
  const { view, change } = useView();
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={{ width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <SortHeader
              key={column.id}
              column={column}
              sort={sort}
              onSort={(next, isAdded) =>
                change({ sort: [...(isAdded ? otherSorts(view.sort, column.id) : []), ...next] })
              }
            />
          ))}
        </tr>
      </thead>
    </>
  );
}

interface TableRowProps<Row> {
  readonly table: TableOf<Row>;
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly index: number;
}

function TableRow<Row>({ table, columns, row, index }: TableRowProps<Row>) {
  const { t } = useWords();
  const { view, select } = useView();
  const selection = table.selectionOf(row);
  const isSelected = selection !== null && sameSelection(selection, view.selection);
  const isInSet = selection?.kind === "place" && view.set.includes(selection.placeId);
  const cell = (column: Column<Row>): ReactNode =>
    column.show === undefined ? (column.value(row) ?? "–") : column.show(row);
  /** Of a cell that may be cut: all of it, as the pointer rests on it. */
  const wholeText = (column: Column<Row>) => {
    const value = column.value(row);
    return typeof value === "string" || (column.isNumber === true && value !== null)
      ? String(value)
      : undefined;
  };
  return (
    <tr
      aria-rowindex={index + 2}
      {...(isSelected
        ? { className: "selected", "aria-current": "true" as const }
        : isInSet
          ? { className: "in-set" }
          : {})}
      onClick={selection === null ? undefined : () => select(selection)}
    >
      {columns.map((column, place) => (
        <td
          key={column.id}
          className={column.isNumber === true ? "number" : undefined}
          title={wholeText(column)}
        >
          {place === 0 && selection !== null ? (
            <button
              type="button"
              className="cell-button"
              title={t("table.select")}
              onClick={(event) => {
                event.stopPropagation();
                // A click made by Enter has no pointer detail: only then the panel takes the focus.
                select(selection, { focusPanel: event.detail === 0 });
              }}
            >
              {cell(column)}
            </button>
          ) : (
            cell(column)
          )}
        </td>
      ))}
    </tr>
  );
}

/** Keeps the scroll bar true for the rows that are not drawn. */
function Spacer({ height }: { readonly height: number }) {
  return height <= 0 ? null : <tr aria-hidden="true" className="spacer" style={{ height }} />;
}

interface SortHeaderProps<Row> {
  readonly column: Column<Row>;
  readonly sort: readonly Sort[];
  /** `isAdded`: after the columns the rows are sorted by already. */
  readonly onSort: (sort: readonly Sort[], isAdded: boolean) => void;
}

const otherSorts = (sort: readonly Sort[], id: string) => sort.filter(({ column }) => column !== id);

/**
 * First click sorts (numbers from the top, text from A), the second turns it round, the third gives the first order back;
 * with Shift the column comes after those that are sorted by already.
 */
function SortHeader<Row>({ column, sort, onSort }: SortHeaderProps<Row>) {
  const { id, title, head = title, isNumber = false } = column;
  const place = sort.findIndex((one) => one.column === id);
  const sorted = sort[place];
  const first: Sort = { column: id, descending: isNumber };
  const turned: Sort = { column: id, descending: !isNumber };
  const next = sorted === undefined ? [first] : sorted.descending === isNumber ? [turned] : [];
  const direction = sorted === undefined ? "none" : sorted.descending ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={direction} className={isNumber ? "number" : undefined}>
      <button type="button" className="sort-button" onClick={(event) => onSort(next, event.shiftKey)}>
        {head}
        <span className="sort-mark" aria-hidden="true">
          {direction === "none" ? "" : direction === "ascending" ? "▲" : "▼"}
          {place >= 0 && sort.length > 1 && place + 1}
        </span>
      </button>
    </th>
  );
}
