import type { Issue } from "#graph/schema/checks/issue.ts";
import { recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { columnsByKind, kindOfFile } from "./columns.ts";
import { csvRows, type CsvRow } from "./csv-rows.ts";
import { decodeText } from "./decode-text.ts";
import { readHeader, type Header } from "./read-header.ts";
import { readRow, type RowFault } from "./read-record.ts";

/** A file as it came: its name tells the kind of its records, its bytes are CSV in UTF-8, UTF-16 or GB 18030. */
export interface RecordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a record stood. */
interface RecordOrigin {
  readonly file: string;
  readonly line: number;
}

/** A record with the line it starts at, or a fault. */
type ReadItem = { readonly tagged: TaggedRecord; readonly line: number } | { readonly issue: Issue };

export interface ReadResult {
  readonly records: TaggedRecord[];
  readonly issues: Issue[];
  /** File and line of a record (`tagged.record`); null for one that these files do not hold. */
  readonly locate: (record: object) => RecordOrigin | null;
}

/**
 * Reads record files. Every fault of every row is reported, rows without a fault become records; whether a set with
 * faults is used at all is the caller's choice. Cross-record checks are `checkRecords`.
 */
export function readRecordFiles(files: readonly RecordFile[]): ReadResult {
  const records: TaggedRecord[] = [];
  const issues: Issue[] = [];
  const runs: Run[] = [];
  for (const file of files) {
    const run: Run = { file: file.name, start: records.length, lines: [] };
    for (const item of readRecordFile(file)) {
      if ("issue" in item) issues.push(item.issue);
      else {
        records.push(item.tagged);
        run.lines.push(item.line);
      }
    }
    runs.push(run);
  }
  return { records, issues, locate: locator(records, runs) };
}

/** Records of one file that stand next to each other in the result. */
interface Run {
  readonly file: string;
  readonly start: number;
  readonly lines: number[];
}

/** Looks records up by identity; the table is only built when somebody asks, which is when there is a fault. */
function locator(
  records: readonly TaggedRecord[],
  runs: readonly Run[],
): (record: object) => RecordOrigin | null {
  let origins: Map<object, RecordOrigin> | null = null;
  return (record) => {
    if (origins === null) {
      origins = new Map();
      for (const { file, start, lines } of runs)
        for (const [index, line] of lines.entries()) {
          const tagged = records[start + index];
          if (tagged !== undefined) origins.set(tagged.record, { file, line });
        }
    }
    return origins.get(record) ?? null;
  };
}

/** Reads one file row by row, for callers that do not want all records at once. */
export function* readRecordFile({ name, bytes }: RecordFile): Generator<ReadItem> {
  const kind = kindOfFile(name);
  if (kind === null) {
    const known = recordKinds.map((each) => `${each}.csv`).join(", ");
    yield fileIssue(name, "unknown-file", `the file name tells what a file holds; known are ${known}`);
    return;
  }
  const decoded = decodeText(bytes);
  if ("reason" in decoded) {
    yield fileIssue(name, "mixed-encoding", `${decoded.reason} (byte ${decoded.offset})`, kind);
    return;
  }
  yield* readText(name, kind, decoded.text);
}

function* readText(file: string, kind: RecordKind, text: string): Generator<ReadItem> {
  const rows = csvRows(text);
  const first = rows.next();
  if (first.done === true) {
    yield fileIssue(file, "empty-file", "the file is empty", kind);
    return;
  }
  if ("fault" in first.value) {
    yield rowIssue({ file, kind, row: first.value, id: null }, malformed(first.value.fault));
    return;
  }
  const header = readHeader(first.value.cells, columnsByKind[kind]);
  for (const fault of header.faults)
    yield rowIssue({ file, kind, row: first.value, id: null }, { ...fault, value: fault.column });
  if (!header.usable) return;
  let rowCount = 0;
  for (const row of rows) {
    if ("cells" in row && row.cells.every(isBlank)) continue;
    rowCount += 1;
    yield* readItems({ file, kind, row, header });
  }
  if (rowCount === 0) yield fileIssue(file, "no-rows", "the file has a header and no rows", kind);
}

const isBlank = (cell: string) => cell.trim() === "";

interface RowAtHand {
  readonly file: string;
  readonly kind: RecordKind;
  readonly row: CsvRow;
  readonly header: Header;
}

function* readItems({ file, kind, row, header }: RowAtHand): Generator<ReadItem> {
  if ("fault" in row) {
    yield rowIssue({ file, kind, row, id: null }, malformed(row.fault));
    return;
  }
  const id = row.cells[header.positions[0] ?? -1]?.trim() ?? null;
  if (row.cells.length !== header.width) {
    const reason = `the row has ${row.cells.length} cells, the header ${header.width}`;
    yield rowIssue({ file, kind, row, id }, malformed(reason));
    return;
  }
  const read = readRow(kind, header.positions, row.cells);
  if ("tagged" in read) yield { tagged: read.tagged, line: row.line };
  else for (const fault of read.faults) yield rowIssue({ file, kind, row, id }, fault);
}

interface RowFaultOrWhole extends Omit<RowFault, "column" | "value"> {
  readonly column: string | null;
  readonly value: string | null;
}

const malformed = (reason: string): RowFaultOrWhole => ({
  code: "malformed-row",
  column: null,
  value: null,
  reason,
});

interface RowPlace {
  readonly file: string;
  readonly kind: RecordKind;
  readonly row: CsvRow;
  readonly id: string | null;
}

function rowIssue({ file, kind, row, id }: RowPlace, fault: RowFaultOrWhole): ReadItem {
  return {
    issue: {
      code: fault.code,
      severity: "error",
      recordKind: kind,
      recordId: id === "" ? null : id,
      file,
      line: row.line,
      column: fault.column,
      value: fault.value,
      reason: fault.reason,
    },
  };
}

function fileIssue(
  file: string,
  code: Issue["code"],
  reason: string,
  kind: RecordKind | null = null,
): ReadItem {
  return {
    issue: {
      code,
      severity: "error",
      recordKind: kind,
      recordId: null,
      file,
      line: null,
      column: null,
      value: null,
      reason,
    },
  };
}
