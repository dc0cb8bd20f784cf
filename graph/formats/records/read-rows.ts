import type { Issue } from "#graph/schema/checks/issue.ts";
import type { RecordKind, TaggedRecord } from "#graph/schema/records/records.ts";
import { readCell } from "./cells.ts";
import { hasUnseen } from "./characters.ts";
import { csvRows, type CsvRow } from "./csv-rows.ts";
import { decodeText } from "./decode-text.ts";
import { kindOfFile, whyUnknownFile } from "./file-names.ts";
import { findLayout } from "./find-layout.ts";
import { lossOf, maySufferLoss } from "./lost-text.ts";
import { missingColumn, readHeader, type Header } from "./read-header.ts";
import { readRow } from "./read-record.ts";
import {
  destroyedText,
  fileIssue,
  isFooter,
  malformed,
  otherWidth,
  rowIssue,
  skippedFooter,
  skippedTitle,
  unknownHeader,
  unnamedColumn,
  type RowFaultOrWhole,
  type RowPlace,
} from "./row-issues.ts";

/** A file as it came: its name tells the kind of its records, its bytes are CSV in UTF-8, UTF-16 or GB 18030. */
export interface RecordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A record with the line it starts at, or an issue. */
type ReadItem = { readonly tagged: TaggedRecord; readonly line: number } | { readonly issue: Issue };

export interface RowOptions {
  /** The record a store holds under a key. A column that a file leaves out keeps its value. */
  readonly stored?: (kind: RecordKind, key: string) => object | undefined;
  /** Called every few thousand rows with the share of all bytes read so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Reads one file row by row, for callers that do not want all records at once. */
export function* readRecordFile({ name, bytes }: RecordFile, options: RowOptions = {}): Generator<ReadItem> {
  const kind = kindOfFile(name);
  if (kind === null) {
    yield { issue: fileIssue(name, { code: "unknown-file", reason: whyUnknownFile(name) }) };
    return;
  }
  const decoded = decodeText(bytes);
  if ("offset" in decoded) {
    const { offset, reason } = decoded;
    const placed = { zh: `${reason.zh}（第 ${offset} 字节）`, en: `${reason.en} (byte ${offset})` };
    yield { issue: fileIssue(name, { code: "mixed-encoding", reason: placed }, kind) };
    return;
  }
  if (decoded.notice !== undefined)
    yield {
      issue: fileIssue(name, { code: "mixed-encoding", severity: "warning", reason: decoded.notice }, kind),
    };
  yield* readText({ file: name, kind, text: decoded.text, options });
}

interface TextAtHand {
  readonly file: string;
  readonly kind: RecordKind;
  readonly text: string;
  readonly options: RowOptions;
}

/** Rows between two reports of progress. */
const progressRows = 5000;

function* readText(at: TextAtHand): Generator<ReadItem> {
  const { file, kind, text, options } = at;
  const layout = findLayout(text, kind);
  const rows = csvRows(text, layout.separator);
  const header = yield* readTop(at, rows, layout.headerLine);
  if (header === null) return;
  const reader = new RowReader(at, header);
  let rowCount = 0;
  for (const row of rows) {
    if ("cells" in row && row.cells.every(isBlank)) continue;
    rowCount += 1;
    if (rowCount % progressRows === 0) options.onProgress?.(row.end / text.length);
    yield* reader.read(row);
  }
  const reason = { zh: "文件只有表头，没有数据行", en: "the file has a header and no rows" };
  if (rowCount === 0) yield { issue: fileIssue(file, { code: "no-rows", reason }, kind) };
}

interface PlacedHeader extends Header {
  readonly line: number;
}

/** The titles and the header of a file; null where the rows under it cannot be read. */
function* readTop(
  { file, kind, options }: TextAtHand,
  rows: Generator<CsvRow>,
  headerLine: number,
): Generator<ReadItem, PlacedHeader | null> {
  let first = rows.next();
  for (; first.done !== true && first.value.line < headerLine; first = rows.next())
    yield { issue: rowIssue({ file, kind, line: first.value.line, id: null }, skippedTitle) };
  if (first.done === true) {
    const reason = { zh: "文件是空的", en: "the file is empty" };
    yield { issue: fileIssue(file, { code: "empty-file", reason }, kind) };
    return null;
  }
  const { line } = first.value;
  const place = { file, kind, line, id: null };
  if ("fault" in first.value) {
    yield { issue: rowIssue(place, malformed(first.value.fault)) };
    return null;
  }
  const header = readHeader(first.value.cells, kind);
  if (header.positions.every((position) => position === -1)) {
    yield { issue: rowIssue(place, unknownHeader) };
    return null;
  }
  for (const fault of header.faults) yield { issue: rowIssue(place, { ...fault, value: fault.column }) };
  if (options.stored !== undefined && header.isUsable) return { ...header, line };
  for (const column of header.missing) {
    const fault = missingColumn(column, null);
    yield { issue: rowIssue(place, { ...fault, value: fault.column }) };
  }
  return header.isUsable && header.missing.length === 0 ? { ...header, line } : null;
}

/** The key of a row, as its cell is read. */
function keyOf(cell: string): string | null {
  const key = readCell("token", cell);
  return typeof key === "string" ? key : null;
}

const isBlank = (cell: string) => cell.trim() === "";

/** Reads the rows of one file; what is to be said once a file is said at the first row that shows it. */
class RowReader {
  readonly #at: TextAtHand;
  readonly #header: PlacedHeader;
  /** Whether the file leaves out a column. */
  readonly #isPartial: boolean;
  readonly #hasUnseen: boolean;
  readonly #mayBeLost: boolean;
  #saidMissing = false;
  #saidUnnamed = false;

  constructor(at: TextAtHand, header: PlacedHeader) {
    this.#at = at;
    this.#header = header;
    this.#isPartial = header.positions.includes(-1);
    this.#hasUnseen = hasUnseen(at.text.replace(/^\ufeff+/, "").replaceAll("\r", ""));
    this.#mayBeLost = maySufferLoss(at.text);
  }

  *read(row: CsvRow): Generator<ReadItem> {
    const { file, kind } = this.#at;
    const key = this.#header.positions[0] ?? -1;
    const id = "cells" in row && !isFooter(row.cells, key) ? keyOf(row.cells[key] ?? "") : null;
    const place = { file, kind, line: row.line, id };
    const unread = this.#whyUnread(row, key);
    if (unread !== null) yield { issue: rowIssue(place, unread) };
    else if ("cells" in row) yield* this.#readCells(row.cells, place);
  }

  /** Why a row holds no cells that stand under the header. */
  #whyUnread(row: CsvRow, key: number): RowFaultOrWhole | null {
    if ("fault" in row) return malformed(row.fault);
    const { cells } = row;
    if (isFooter(cells, key)) return skippedFooter;
    const { width } = this.#header;
    const isWider = cells.length > width && cells.slice(width).every(isBlank);
    return cells.length === width || isWider ? null : malformed(otherWidth(cells.length, width));
  }

  *#readCells(cells: readonly string[], place: RowPlace): Generator<ReadItem> {
    const { kind, options } = this.#at;
    const { positions, shared, missing } = this.#header;
    const { id, line } = place;
    const stored = id === null || !this.#isPartial ? undefined : options.stored?.(kind, id);
    if (stored === undefined && missing.length > 0) {
      yield* this.#sayMissing(id);
      return;
    }
    yield* this.#sayNotices(cells, place);
    const read = readRow({ kind, positions, shared, cells, stored, hasUnseen: this.#hasUnseen });
    if (read.tagged !== null) yield { tagged: read.tagged, line };
    for (const fault of read.faults) yield { issue: rowIssue(place, fault) };
  }

  /** A file with too few columns may change records, but not bring new ones. */
  *#sayMissing(newcomer: string | null): Generator<ReadItem> {
    if (this.#saidMissing) return;
    this.#saidMissing = true;
    const { file, kind } = this.#at;
    for (const column of this.#header.missing) {
      const fault = missingColumn(column, newcomer);
      yield {
        issue: rowIssue({ file, kind, line: this.#header.line, id: null }, { ...fault, value: fault.column }),
      };
    }
  }

  *#sayNotices(cells: readonly string[], place: RowPlace): Generator<ReadItem> {
    const { unnamed } = this.#header;
    const stray = this.#saidUnnamed ? undefined : unnamed.find((at) => !isBlank(cells[at] ?? ""));
    if (stray !== undefined) {
      this.#saidUnnamed = true;
      yield { issue: rowIssue(place, { ...unnamedColumn(stray + 1), value: cells[stray] ?? "" }) };
    }
    if (!this.#mayBeLost) return;
    for (const cell of cells) {
      const loss = lossOf(cell);
      if (loss !== null) yield { issue: rowIssue(place, destroyedText(cell, loss)) };
    }
  }
}
