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

const footerWord = /^(?:合计|总计|小计|共计|total)[:：]?$/i;

/** Whether a row under the records is a total, a remark or a signature: it has such a word, or one text alone, as its key. */
export function isFooter(cells: readonly string[], keyAt: number): boolean {
  const key = (cells[keyAt] ?? "").trim();
  if (footerWord.test(key)) return true;
  return cells.length > 1 && key > "\u007f" && cells.every((cell, at) => at === keyAt || cell.trim() === "");
}

/** A row among or under the records that is none. */
export const skippedFooter: RowFaultOrWhole = {
  ...skippedTitle,
  reason: {
    zh: "该行是合计或附注，不是记录，未读取",
    en: "this row is a total or a remark, no record, and was left aside",
  },
};

/** A header in which nothing is known: it names no column, or something else than a comma separates its cells. */
export const unknownHeader: RowFaultOrWhole = {
  code: "missing-column",
  severity: "error",
  column: null,
  value: null,
  reason: {
    zh: "表头中没有此类文件的任何列：请以逗号、分号或制表符分隔，列名见 gongsheng template 写出的模板",
    en: "the header names no column of this kind of file: separate cells by commas, semicolons or tabs, and take the names from the files of gongsheng template",
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
