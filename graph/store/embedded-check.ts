import { recordKinds, type RecordKind } from "#graph/schema/records.ts";
import type { Issue } from "#graph/schema/issue.ts";
import type { Database } from "./embedded-database.ts";
import { recordTables } from "./record-tables.ts";

const issueLimit = 1000;

/** Broken pages and rows, and references that lead nowhere; empty for a sound store. Reads the whole file. */
export function findDamage(database: Database): readonly Issue[] {
  const broken = brokenPages(database);
  return broken.length > 0 ? broken : recordKinds.flatMap((kind) => danglingReferences(database, kind));
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
    reason: "The store is damaged: keep the file, restore a backup and import again what came after it",
  };
}

function danglingReferences(database: Database, kind: RecordKind): Issue[] {
  const { key, references } = recordTables[kind];
  return references.flatMap(({ column, target, list }) =>
    database
      .prepare<[], { record: string; missing: string }>(
        `SELECT ${key} AS record, ${list ? "value" : column} AS missing
         FROM ${kind}${list ? `, json_each(${column})` : ""}
         WHERE missing IS NOT NULL AND missing NOT IN (SELECT ${recordTables[target].key} FROM ${target})
         LIMIT ${issueLimit}`,
      )
      .all()
      .map(({ record, missing }) => ({
        ...nowhere,
        code: target === "resources" ? ("unknown-code" as const) : ("unknown-id" as const),
        severity: "error" as const,
        recordKind: kind,
        recordId: record,
        column,
        value: missing.slice(0, 120),
        reason: `${column} points at a record that is not in ${target}; import it, or the record with another ${column}`,
      })),
  );
}
