import { byteOrderMark, guardText, quoteText } from "#graph/schema/csv-guard.ts";
import type { IssueLog } from "#graph/schema/checks/issue-log.ts";

/**
 * An issue log as a file, piece by piece: JSON with the numbers of all issues by code and column and the first ten
 * thousand in full, or as CSV, for a table program, with the latter alone.
 */
export function issueReport(path: string, log: IssueLog): Iterable<string> {
  return /\.csv$/i.test(path) ? csvPieces(log) : jsonPieces(log);
}

function* jsonPieces(log: IssueLog): Generator<string> {
  const { errorCount, warningCount } = log;
  const issues = log.issues();
  const head = { errorCount, warningCount, shownCount: issues.length, counts: log.counts() };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "issues": [`;
  for (const [index, issue] of issues.entries())
    yield `${index === 0 ? "" : ","}\n    ${JSON.stringify(issue)}`;
  yield `${issues.length === 0 ? "" : "\n  "}]\n}\n`;
}

const csvHeader = [
  "severity",
  "file",
  "line",
  "column",
  "value",
  "reason_zh",
  "reason_en",
  "code",
  "record_kind",
  "record_id",
];

function* csvPieces(log: IssueLog): Generator<string> {
  yield `${byteOrderMark}${csvHeader.join(",")}\r\n`;
  for (const issue of log.issues()) {
    const { severity, file, line, column, value, reason, code, recordKind, recordId } = issue;
    const cells = [severity, file, line, column, value, reason.zh, reason.en, code, recordKind, recordId];
    yield `${cells.map((cell) => quoteText(guardText(String(cell ?? "")))).join(",")}\r\n`;
  }
}
