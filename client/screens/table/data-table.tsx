import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, type ReactNode } from "react";
import { sameSelection } from "#client/model/selection.ts";
import type { Sort } from "#client/model/view-state.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { sortRows, type Column, type TableOf } from "./column.ts";

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
  const { t, language } = useWords();
  const { view, change, select } = useView();
  const scroller = useRef<HTMLDivElement>(null);
  const collator = useMemo(() => new Intl.Collator(language), [language]);
  const sorted = useMemo(
    () => sortRows(rows, table.columns, view.sort, collator),
    [rows, table, view.sort, collator],
  );
  const columns = table.columns.filter((column) => column.fileOnly !== true);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="data-table" aria-rowcount={total + 1} aria-colcount={columns.length}>
        <caption className="visually-hidden">{caption}</caption>
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
                sort={view.sort}
                onSort={(sort) => change({ sort })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} columns={columns.length} />
          {items.map((item) => {
            const row = sorted[item.index];
            if (row === undefined) return null;
            const selection = table.selectionOf(row);
            const isSelected = selection !== null && sameSelection(selection, view.selection);
            return (
              <tr
                key={table.keyOf(row)}
                aria-rowindex={item.index + 2}
                {...(isSelected ? { className: "selected", "aria-current": "true" as const } : {})}
                onClick={selection === null ? undefined : () => select(selection)}
              >
                {columns.map((column, index) => (
                  <td key={column.id} className={column.isNumber === true ? "number" : undefined}>
                    {index === 0 && selection !== null ? (
                      <button
                        type="button"
                        className="cell-button"
                        title={t("table.select")}
                        onClick={(event) => {
                          event.stopPropagation();
                          select(selection, { focusPanel: event.detail === 0 });
                        }}
                      >
                        {cell(column, row)}
                      </button>
                    ) : (
                      cell(column, row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          <Spacer height={after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function cell<Row>(column: Column<Row>, row: Row): ReactNode {
  return column.show === undefined ? (column.value(row) ?? "–") : column.show(row);
}

/** Keeps the scroll bar true for the rows that are not drawn. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

interface SortHeaderProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}

/** First click sorts (numbers from the top, text from A), the second turns it round, the third gives the server's order back. */
function SortHeader<Row>({ column, sort, onSort }: SortHeaderProps<Row>) {
  const { id, title, isNumber = false } = column;
  const isSorted = sort?.column === id;
  const first: Sort = { column: id, descending: isNumber };
  const next = !isSorted
    ? first
    : sort.descending === isNumber
      ? { column: id, descending: !isNumber }
      : null;
  const direction = isSorted ? (sort.descending ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={direction} className={isNumber ? "number" : undefined}>
      <button type="button" className="sort-button" onClick={() => onSort(next)}>
        {title}
        <span className="sort-mark" aria-hidden="true">
          {direction === "none" ? "" : direction === "ascending" ? "▲" : "▼"}
        </span>
      </button>
    </th>
  );
}
