import { hasUnseen } from "#graph/formats/records/characters.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Language } from "./terminal.ts";

/**
 * One line for one issue: `file:line column value reason`; for a record of a store its kind and id stand first. A
 * warning says so at the beginning.
 */
export function issueLine(issue: Issue, language: Language): string {
  const { severity, file, line, column, value, reason, recordKind, recordId } = issue;
  const mark = severity === "error" ? null : language === "zh" ? "（提示）" : "(warning)";
  const where =
    file === null
      ? [recordKind, recordId].filter((part) => part !== null).join(" ")
      : [file, line].filter((part) => part !== null).join(":");
  return [mark, where, column, value === null ? null : shownValue(value), reason[language]]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}

/** A value in quotes; what nobody sees, or what would turn the line around, as its code. */
function shownValue(value: string): string {
  return Array.from(JSON.stringify(value), (letter) =>
    hasUnseen(letter) ? `\\u{${letter.codePointAt(0)?.toString(16)}}` : letter,
  ).join("");
}
