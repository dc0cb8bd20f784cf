import type { Issue } from "#graph/schema/checks/issue.ts";
import type { RecordKind, TaggedRecord } from "#graph/schema/records/records.ts";
import { readRecordFile, type RecordFile, type RowOptions } from "./read-rows.ts";

/** Where a record stood. */
interface RecordOrigin {
  readonly file: string;
  readonly line: number;
}

export interface ReadResult {
  readonly records: TaggedRecord[];
  /** Empty where `onIssue` takes them. */
  readonly issues: Issue[];
  /** File and line of a record (`tagged.record`); null for one that these files do not hold. */
  readonly locate: (record: object) => RecordOrigin | null;
  /** Whether a record got values of a stored one, because its file leaves columns out. */
  readonly isCompleted: boolean;
}

export interface ReadOptions extends RowOptions {
  readonly onIssue?: (issue: Issue) => void;
}

/**
 * Reads record files. Every fault of every row is reported, rows without a fault become records; whether a set with
 * faults is used at all is the caller's choice. Cross-record checks are `checkRecords`.
 */
export function readRecordFiles(files: readonly RecordFile[], options: ReadOptions = {}): ReadResult {
  const records: TaggedRecord[] = [];
  const issues: Issue[] = [];
  const { onIssue = (issue) => void issues.push(issue) } = options;
  const runs: Run[] = [];
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let before = 0;
  let isCompleted = false;
  for (const file of files) {
    const run: Run = { file: file.name, start: records.length, lines: [] };
    const tell = (share: number) => options.onProgress?.((before + share * file.bytes.length) / total);
    const stored = (kind: RecordKind, key: string) => {
      const found = options.stored?.(kind, key);
      isCompleted ||= found !== undefined;
      return found;
    };
    const fileOptions = { onProgress: tell, ...(options.stored === undefined ? {} : { stored }) };
    for (const item of readRecordFile(file, fileOptions)) {
      if ("issue" in item) onIssue(item.issue);
      else {
        records.push(item.tagged);
        run.lines.push(item.line);
      }
    }
    runs.push(run);
    before += file.bytes.length;
  }
  return { records, issues, locate: locator(records, runs), isCompleted };
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
