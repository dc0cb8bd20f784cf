import type { Issue } from "#graph/schema/checks/issue.ts";

/** One line for one fault: `file:line column value reason`; for a record of a store its kind and id stand first. */
export function issueLine({ file, line, column, value, reason, recordKind, recordId }: Issue): string {
  const where =
    file === null
      ? [recordKind, recordId].filter((part) => part !== null).join(" ")
      : [file, line].filter((part) => part !== null).join(":");
  return [where, column, value === null ? null : JSON.stringify(value), reason]
    .filter((part) => part !== null && part !== "")
    .join(" ");
}
