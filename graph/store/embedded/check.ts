import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { danglingReason } from "#graph/store/records/dangling-error.ts";
import { findChangedKinds } from "./checksums.ts";
import type { Database } from "./database.ts";
import type { Reference } from "#graph/store/records/record-table.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";

/** A damaged store may have as many faults as rows; the first ones tell enough. */
const findingLimit = 1000;

/** Broken pages and rows, rows that are not what was imported, and references that lead nowhere; empty for a sound store. Reads the whole file. */
export function findDamage(database: Database): readonly Issue[] {
  const broken = brokenPages(database);
  if (broken.length > 0) return broken;
  const changed = findChangedKinds(database).map((kind) => ({
    ...damage("checksum"),
    recordKind: kind,
    reason: {
      zh: "这类记录与导入时不同，存储被外部改动或磁盘出错：请恢复备份，或重新导入",
      en: "Records of this kind are not what was imported, the file was changed from outside or the disk erred: restore a backup, or import them again",
    },
  }));
  return [...changed, ...recordKinds.flatMap((kind) => danglingReferences(database, kind))];
}

function brokenPages(database: Database): Issue[] {
  try {
    const lines = database.pragma("integrity_check") as { integrity_check: string }[];
    return lines
      .map((line) => line.integrity_check)
      .filter((line) => line !== "ok")
      .map(damage);
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CORRUPT"))
      return [damage(error.message)];
    throw error;
  }
}

const nowhere = { file: null, line: null, column: null } as const;

function damage(finding: string): Issue {
  return {
    ...nowhere,
    code: "store-damaged",
    severity: "error",
    recordKind: null,
    recordId: null,
    value: finding.slice(0, 120),
    reason: {
      zh: "存储已损坏：请保留该文件，恢复备份，并重新导入其后的数据",
      en: "The store is damaged: keep the file, restore a backup and import again what came after it",
    },
  };
}

/** A reference that leads nowhere: key of the record that holds it, and the key it names. */
export interface Dangling {
  readonly record: string;
  readonly missing: string;
}

/** References of one column of `table` that are in none of the rows of `knownKeys` (a SELECT). */
export function findDangling(
  database: Database,
  { kind, table, knownKeys }: { kind: RecordKind; table: string; knownKeys: string },
  { column, list }: Reference,
): Dangling[] {
  const missing = list ? "item.value" : `holder.${column}`;
  return database
    .prepare<[], Dangling>(
      `SELECT holder.${recordTables[kind].key} AS record, ${missing} AS missing
       FROM ${table} AS holder${list ? `, json_each(holder.${column}) AS item` : ""}
       WHERE ${missing} IS NOT NULL AND ${missing} NOT IN (${knownKeys}) LIMIT ${findingLimit}`,
    )
    .all();
}

function danglingReferences(database: Database, kind: RecordKind): Issue[] {
  return recordTables[kind].references.flatMap((reference) => {
    const { column, target } = reference;
    const knownKeys = `SELECT ${recordTables[target].key} FROM ${target}`;
    return findDangling(database, { kind, table: kind, knownKeys }, reference).map(({ record, missing }) => ({
      ...nowhere,
      code: target === "resources" ? ("unknown-code" as const) : ("unknown-id" as const),
      severity: "error" as const,
      recordKind: kind,
      recordId: record,
      column,
      value: missing.slice(0, 120),
      reason: danglingReason(column, target),
    }));
  });
}
