import type { Issue } from "#graph/schema/checks/issue.ts";
import type { RecordKind } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";
import type { RowFault } from "./row-fault.ts";

/** What is wrong with a row, or with one column of it. */
export interface RowFaultOrWhole extends Omit<RowFault, "column" | "value"> {
  readonly column: string | null;
  readonly value: string | null;
}

export const malformed = (reason: Text): RowFaultOrWhole => ({
  code: "malformed-row",
  column: null,
  value: null,
  reason,
});

/** Where a row stands and which record it is of. */
export interface RowPlace {
  readonly file: string;
  readonly kind: RecordKind;
  readonly line: number;
  readonly id: string | null;
}

const maxShown = 120;

export function rowIssue({ file, kind, line, id }: RowPlace, fault: RowFaultOrWhole): Issue {
  return {
    code: fault.code,
    severity: fault.severity ?? "error",
    recordKind: kind,
    recordId: id === "" ? null : id,
    file,
    line,
    column: fault.column,
    value: fault.value?.slice(0, maxShown) ?? null,
    reason: fault.reason,
  };
}

interface FileFault {
  readonly code: Issue["code"];
  readonly severity?: Issue["severity"];
  readonly reason: Text;
}

export function fileIssue(file: string, fault: FileFault, kind: RecordKind | null = null): Issue {
  return {
    code: fault.code,
    severity: fault.severity ?? "error",
    recordKind: kind,
    recordId: null,
    file,
    line: null,
    column: null,
    value: null,
    reason: fault.reason,
  };
}

/** A row above the header. */
export const skippedTitle: RowFaultOrWhole = {
  code: "skipped-row",
  severity: "warning",
  column: null,
  value: null,
  reason: {
    zh: "该行在表头之上，作为标题未读取",
    en: "this row stands above the header and was left aside as a title",
  },
};

/** Something stands in a column without a name. */
export function unnamedColumn(number: number): Omit<RowFaultOrWhole, "value"> {
  return {
    code: "unknown-column",
    severity: "warning",
    column: null,
    reason: {
      zh: `第 ${number} 列没有列名，其内容未读取`,
      en: `column ${number} has no name; what stands in it was not read`,
    },
  };
}

/** A cell that an earlier wrong save destroyed. */
export function destroyedText(value: string, reason: Text): RowFaultOrWhole {
  return { code: "destroyed-text", severity: "warning", column: null, value, reason };
}

/** A row with more or fewer cells than the header. */
export function otherWidth(cells: number, width: number): Text {
  return {
    zh: `该行有 ${cells} 个单元格，表头有 ${width} 个；含分隔符的内容要加引号`,
    en: `the row has ${cells} cells, the header ${width}; quote what holds the separator`,
  };
}
