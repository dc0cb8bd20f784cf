import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { byteOrderMark, guardText, quoteText } from "#graph/schema/csv-guard.ts";
import {
  cellOf,
  edgeColumns,
  edgeRows,
  nodeColumns,
  nodeRows,
  type Cell,
  type Column,
  type ExportNote,
} from "./rows.ts";

/*
 * CSV pair as Gephi and spreadsheets take it: UTF-8 with byte order mark, CRLF, formula guard. A comment line would break
 * most readers, so each row says itself which records, program and filter it is from.
 */

const noteNames = ["networkVersion", "contentHash", "productVersion", "filter"] as const;

/** Enterprises, one a line, in the network's order. */
export function* writeNodesCsv(filtered: FilteredNetwork, note: ExportNote): Generator<string> {
  const noteCells = noteNames.map((name) => note[name]);
  yield byteOrderMark + toCsvLine(["Id", ...namesOf(nodeColumns), ...noteNames]);
  for (const row of nodeRows(filtered))
    yield toCsvLine([row.enterprise.id, ...cellsOf(nodeColumns, row), ...noteCells]);
}

/** Exchanges, one a line, supplier → receiver, in the network's order. */
export function* writeEdgesCsv(filtered: FilteredNetwork, note: ExportNote): Generator<string> {
  const noteCells = noteNames.map((name) => note[name]);
  const ends = ["Id", "Source", "Target", "Type"];
  yield byteOrderMark + toCsvLine([...ends, ...namesOf(edgeColumns), ...noteNames]);
  for (const row of edgeRows(filtered)) {
    const { id, supplierId, receiverId } = row.exchange;
    const cells = cellsOf(edgeColumns, row);
    yield toCsvLine([id, supplierId, receiverId, "Directed", ...cells, ...noteCells]);
  }
}

function namesOf<Row>(columns: readonly Column<Row>[]): string[] {
  return columns.map((column) => column.name);
}

function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.map((column) => cellOf(column, row));
}

/** One line with its end: null is empty, numbers stay numbers, text is guarded and quoted. */
function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(toCsvCell).join(",")}\r\n`;
}

function toCsvCell(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "string" ? quoteText(guardText(cell)) : String(cell);
}
