import { changesOf, isOtherName, type FieldChange } from "#graph/formats/records/record-changes.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { keyOf, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";

/** A record that an import changes. */
interface RecordChange {
  readonly kind: RecordKind;
  readonly key: string;
  readonly fields: readonly FieldChange[];
}

/** Changes and new names that are kept in full; of more only the number is kept. */
const mostKept = 10_000;

/** A warning about a record that gets an entirely different name, without the place it came from. */
interface Rename {
  readonly record: object;
  readonly issue: Issue;
}

/** What an import inserts, updates and clears, told before it is done. */
export class ChangeLog {
  readonly changes: RecordChange[] = [];
  readonly renames: Rename[] = [];
  inserted = 0;
  updated = 0;
  unchanged = 0;
  /** Fields that get another value, and those among them that become blank. */
  changedFields = 0;
  clearedFields = 0;

  /** Takes a record with the one it replaces. */
  add(tagged: TaggedRecord, before: object | undefined): void {
    if (before === undefined) {
      this.inserted += 1;
      return;
    }
    const fields = changesOf(tagged.kind, before, tagged.record);
    if (fields.length === 0) {
      this.unchanged += 1;
      return;
    }
    this.updated += 1;
    this.changedFields += fields.length;
    this.clearedFields += fields.filter(({ to }) => to === "").length;
    if (this.changes.length < mostKept) this.changes.push({ kind: tagged.kind, key: keyOf(tagged), fields });
    const name = fields.find(({ column }) => column === "name_zh");
    if (name !== undefined && this.renames.length < mostKept && isOtherName(name.from, name.to))
      this.renames.push(renameOf(tagged, name));
  }
}

function renameOf(tagged: TaggedRecord, { column, from, to }: FieldChange): Rename {
  return {
    record: tagged.record,
    issue: {
      code: "other-name",
      severity: "warning",
      recordKind: tagged.kind,
      recordId: keyOf(tagged),
      file: null,
      line: null,
      column,
      value: to.slice(0, 120),
      reason: {
        zh: `该编号原来的名称是“${from}”，完全不同：是否写错了编号？`,
        en: `this id has an entirely different name so far, "${from}": is the id right?`,
      },
    },
  };
}
