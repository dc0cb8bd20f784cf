import type { ManagedTransaction } from "neo4j-driver";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { danglingReason } from "#graph/store/records/dangling-error.ts";
import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import { countForeign, readHashed } from "./cypher.ts";
import type { Heard } from "./connection.ts";
import { at, eachRow, findPointer, type Pointer } from "./pointer.ts";
import { hashOf, toCells } from "./rows.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";

/** A damaged store may have as many faults as rows; the first ones tell enough. */
const findingLimit = 1000;

const nowhere = { file: null, line: null, column: null } as const;

/**
 * Records that are not what was imported, references that lead nowhere, counts that are wrong, and nodes under our
 * labels that are not ours; empty for a sound store. Reads everything.
 */
export async function findDamage(
  transaction: ManagedTransaction,
  shown: string,
  heard: Heard,
): Promise<Issue[]> {
  const pointer = await findPointer(transaction, shown);
  const issues: Issue[] = [];
  const keys = new Map<RecordKind, Set<string>>();
  for (const kind of recordKinds) {
    const seen = new Set<string>();
    keys.set(kind, seen);
    const query = { statement: readHashed(kind), parameters: at(pointer.networkVersion) };
    const check = checkRow(kind);
    const references = findReferences(kind);
    const open: [string, string, RecordKind, string][] = [];
    await eachRow(transaction, query, heard, (content, hash) => {
      const key = String(content[0]);
      seen.add(key);
      if (issues.length < findingLimit) issues.push(...check(content, hash));
      open.push(...references(content).filter(([, , target, missing]) => !keys.get(target)?.has(missing)));
    });
    issues.push(
      ...open.filter(([, , target, missing]) => !keys.get(target)?.has(missing)).map(dangling(kind)),
    );
    issues.push(...checkCount(kind, seen.size, pointer));
    issues.push(...(await foreignNodes(transaction, kind)));
  }
  return issues.slice(0, findingLimit);
}

function checkRow(kind: RecordKind): (content: readonly unknown[], hash: unknown) => Issue[] {
  return (content, hash) => {
    const recordId = String(content[0]);
    try {
      const cells = toCells(kind, content);
      return hashOf(cells) === hash ? [] : [damage(kind, recordId, "content hash")];
    } catch (error) {
      return [damage(kind, recordId, error instanceof Error ? error.message : String(error))];
    }
  };
}

/** Column, target and key of every reference of a row, as (record, column, target, key). */
function findReferences(
  kind: RecordKind,
): (content: readonly unknown[]) => [string, string, RecordKind, string][] {
  const { columns, references } = recordTables[kind];
  return (content) =>
    references.flatMap(({ column, target }) => {
      const value = content[columns.indexOf(column)];
      const named: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
      return named.map((key): [string, string, RecordKind, string] => [
        String(content[0]),
        column,
        target,
        String(key),
      ]);
    });
}

const dangling =
  (kind: RecordKind) =>
  ([recordId, column, target, missing]: [string, string, RecordKind, string]): Issue => ({
    ...nowhere,
    code: target === "resources" ? "unknown-code" : "unknown-id",
    severity: "error",
    recordKind: kind,
    recordId,
    column,
    value: missing.slice(0, 120),
    reason: danglingReason(column, target),
  });

function checkCount(kind: RecordKind, found: number, { counts }: Pointer): Issue[] {
  return found === counts[kind]
    ? []
    : [damage(kind, null, `there are ${found} of them, the store counts ${counts[kind]}`)];
}

async function foreignNodes(transaction: ManagedTransaction, kind: RecordKind): Promise<Issue[]> {
  const { records } = await transaction.run(countForeign(kind));
  const total = Number(records[0]?.get("total") ?? 0);
  if (total === 0) return [];
  const reason = {
    zh: `该标签下有 ${total} 个节点不属于本程序，已跳过`,
    en: `${total} nodes under this label are not of this program; they are skipped`,
  };
  return [{ ...damage(kind, null, String(total)), severity: "warning", reason }];
}

function damage(kind: RecordKind, recordId: string | null, finding: string): Issue {
  return {
    ...nowhere,
    code: "store-damaged",
    severity: "error",
    recordKind: kind,
    recordId,
    value: finding.slice(0, 120),
    reason: {
      zh: "存储被外部改动或已损坏：请重新导入该记录，或恢复备份",
      en: "The store was changed from outside or is damaged: import the record again, or restore a backup",
    },
  };
}
