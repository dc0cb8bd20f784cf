import { byteOrderMark, guardText, quoteText } from "#graph/schema/csv-guard.ts";

/** A value of a cell; null stays an empty cell: unknown is not zero. */
export type Cell = string | number | boolean | null;

/** Numbers are left alone: a negative one is no formula. */
function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  return quoteText(guardText(cell));
}

/**
 * Rows → CSV text that Chinese Excel opens as it stands: byte order mark, CRLF, quotes doubled, formulas disarmed.
 * `notes` come first as `# …` lines: what was filtered, which network version, whose data.
 */
export function writeCsv(
  notes: readonly string[],
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): string {
  const lines = [
    ...notes.map((note) => writeCell(`# ${note}`)),
    ...[header, ...rows].map((row) => row.map(writeCell).join(",")),
  ];
  return `${byteOrderMark}${lines.join("\r\n")}\r\n`;
}
