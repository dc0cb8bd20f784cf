import type { RecordKind } from "#graph/schema/records/records.ts";
import type { Column } from "./column.ts";
import { columnsByKind } from "./columns.ts";
import { cellOf } from "./write-records.ts";

/** One field that an import gives another value; blank where it had or gets none. */
export interface FieldChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** What an import changes in a record that is there already; empty where it stays as it is. */
export function changesOf(kind: RecordKind, before: object, after: object): FieldChange[] {
  return columnsByKind[kind]
    .filter((column) => !isSame(valueOf(column, before), valueOf(column, after)))
    .map((column) => ({
      column: column.name,
      from: cellOf(column, before),
      to: cellOf(column, after),
    }));
}

function valueOf({ part, field }: Column, record: object): unknown {
  const holder = part === "record" ? record : (record as Readonly<Record<string, unknown>>)[part];
  return (holder as Readonly<Record<string, unknown>> | null)?.[field] ?? null;
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  return before.length === after.length && before.every((member, index) => member === after[index]);
}

/** What legal forms of Chinese firms have in common; it does not make two names alike. */
const commonWords = /股份|有限|责任|公司|集团|总厂|工业园区?|开发区|经济技术/g;

/** Whether a name shares no two neighbouring characters with another: most likely the id means somebody else. */
export function isOtherName(before: string, after: string): boolean {
  const pairs = pairsOf(before);
  return pairs.size > 0 && ![...pairsOf(after)].some((pair) => pairs.has(pair));
}

function pairsOf(name: string): Set<string> {
  const letters = Array.from(name.replace(commonWords, " "));
  return new Set(
    letters.slice(1).flatMap((letter, at) => {
      const pair = `${letters[at]}${letter}`;
      return pair.includes(" ") ? [] : [pair];
    }),
  );
}
