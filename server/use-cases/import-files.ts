import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isRecordFile } from "#graph/formats/records/file-names.ts";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { checkEach } from "#graph/schema/checks/check-network.ts";
import { LostRecords } from "#graph/schema/checks/follow-up-issues.ts";
import { IssueLog } from "#graph/schema/checks/issue-log.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { keyOf, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { GraphStore, ImportResult } from "#graph/store/graph-store.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { Failure, systemReason } from "#server/failure.ts";
import { ChangeLog } from "./change-log.ts";
import { yearInChina } from "./day-in-china.ts";
import { readNetworkAs } from "./loaded-network.ts";

/** Files read and checked against what a store holds; nothing is written yet. */
export interface CheckedFiles {
  readonly fileNames: readonly string[];
  readonly records: readonly TaggedRecord[];
  /** All issues; `records` may be stored only if none is an error. */
  readonly log: IssueLog;
  /** What storing the records would change. */
  readonly changes: ChangeLog;
  /** Version of the network that completed the records, null where no file leaves out a column. */
  readonly completedFrom: number | null;
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CheckOrder {
  /** CSV files, or folders of which all record files are taken; relative to `cwd`. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly store: GraphStore;
  /** Called with the share of the files read so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Reads record files and checks every row, alone and against the network in the store. Columns that a file leaves out
 * keep what the store holds. Issues name files by the paths as given.
 * Throws Failure for a path that cannot be read.
 */
export async function readAndCheck({ paths, cwd, store, onProgress }: CheckOrder): Promise<CheckedFiles> {
  const files = (await Promise.all(paths.map((path) => readPath(path, cwd)))).flat();
  const { network } = await readNetworkAs(storeOwner, store);
  const stored = lookUp(network);
  const log = new IssueLog();
  const lost = new LostRecords();
  const read = readRecordFiles(files, {
    stored,
    onIssue: (issue) => {
      lost.add(issue);
      log.add(issue);
    },
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const { records, locate, isCompleted } = read;
  checkEach(records, network, {
    locate,
    thisYear: yearInChina(new Date()),
    onIssue: (issue) => {
      if (!lost.explain(issue)) log.add(issue);
    },
  });
  const changes = new ChangeLog();
  for (const tagged of records) changes.add(tagged, stored(tagged.kind, keyOf(tagged)));
  for (const { record, issue } of changes.renames) log.add({ ...issue, ...locate(record) });
  const fileNames = files.map(({ name }) => name);
  return { fileNames, records, log, changes, completedFrom: isCompleted ? network.version : null };
}

/** Records of a network by kind and key; a kind is only indexed when it is asked for. */
function lookUp(network: Network): (kind: RecordKind, key: string) => object | undefined {
  const tables = new Map<RecordKind, Map<string, object>>();
  return (kind, key) => {
    let table = tables.get(kind);
    if (table === undefined) {
      table = new Map(
        network[kind].map((record) => [keyOf({ kind, record } as TaggedRecord), record] as const),
      );
      tables.set(kind, table);
    }
    return table.get(key);
  };
}

/** Stores checked records, all or nothing. Throws Failure where the store moved on since it completed them. */
export async function storeChecked(
  store: GraphStore,
  { fileNames, records, completedFrom }: CheckedFiles,
  onProgress?: (stored: number) => void,
): Promise<ImportResult> {
  if (completedFrom !== null && (await store.info()).networkVersion !== completedFrom)
    throw new Failure({
      zh: "检查文件期间另一次导入改动了存储：请重新导入",
      en: "another import changed the store while the files were checked: run the import again",
    });
  return await store.importRecords(records, {
    label: fileNames.join(", "),
    now: new Date(),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

async function readPath(path: string, cwd: string): Promise<NamedBytes[]> {
  const place = resolve(cwd, path);
  try {
    if (!(await stat(place)).isDirectory()) return [{ name: path, bytes: await readFile(place) }];
    const names = (await readdir(place)).filter(isRecordFile).sort();
    if (names.length > 0)
      return await Promise.all(
        names.map(async (name) => ({ name: join(path, name), bytes: await readFile(join(place, name)) })),
      );
  } catch (error) {
    throw cannotRead(path, error);
  }
  throw new Failure({ zh: `${path} 中没有 CSV 文件`, en: `${path} holds no CSV file` });
}

function cannotRead(path: string, cause: unknown): Failure {
  const reason = systemReason(cause);
  return new Failure(
    { zh: `无法读取 ${path}（${reason.zh}）`, en: `${path} cannot be read (${reason.en})` },
    { cause },
  );
}
