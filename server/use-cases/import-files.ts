import { readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { checkRecords } from "#graph/schema/checks/check-network.ts";
import { withoutFollowUps } from "#graph/schema/checks/follow-up-issues.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import type { GraphStore, ImportResult } from "#graph/store/graph-store.ts";
import { Failure } from "#server/failure.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { readNetworkAs } from "./loaded-network.ts";

/** Files read and checked against what a store holds; nothing is written yet. */
export interface CheckedFiles {
  readonly fileNames: readonly string[];
  readonly records: readonly TaggedRecord[];
  /** All faults, errors first; `records` may be stored only if none is an error. */
  readonly issues: readonly Issue[];
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads record files and checks every row, alone and against the network in the store.
 * A path, relative to `cwd`, is a CSV file or a folder, of which all CSV files are taken. Issues name files by the
 * paths as given.
 * Throws Failure for a path that cannot be read.
 */
export async function readAndCheck(
  paths: readonly string[],
  cwd: string,
  store: GraphStore,
): Promise<CheckedFiles> {
  const files = (await Promise.all(paths.map((path) => readPath(path, cwd)))).flat();
  const read = readRecordFiles(files);
  const between = checkRecords(read.records, (await readNetworkAs(storeOwner, store)).network, read.locate);
  const issues = [...read.issues, ...withoutFollowUps(read.issues, between)].toSorted(byPlace);
  return { fileNames: files.map(({ name }) => name), records: read.records, issues };
}

/** Whether a set of issues forbids the import. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === "error");
}

/** Errors before warnings, then as they stand in the files. */
function byPlace(left: Issue, right: Issue): number {
  return (
    Number(right.severity === "error") - Number(left.severity === "error") ||
    (left.file ?? "").localeCompare(right.file ?? "", "en") ||
    (left.line ?? 0) - (right.line ?? 0)
  );
}

/** Stores checked records, all or nothing. */
export async function storeChecked(
  store: GraphStore,
  { fileNames, records }: CheckedFiles,
  onProgress?: (stored: number) => void,
): Promise<ImportResult> {
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
    const names = (await readdir(place)).filter((name) => /\.csv$/i.test(name)).sort();
    if (names.length > 0)
      return await Promise.all(
        names.map(async (name) => ({ name: join(path, name), bytes: await readFile(join(place, name)) })),
      );
  } catch (error) {
    throw new Failure(`${path} cannot be read (${reasonOf(error)})`, { cause: error });
  }
  throw new Failure(`${path} holds no CSV file`);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EACCES") return "permission denied";
  return error instanceof Error ? error.message : String(error);
}
