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
  return [mark, where, column, value === null ? null : JSON.stringify(value), reason[language]]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}
