/** A value of a cell; null stays an empty cell: unknown is not zero. */
export type Cell = string | number | boolean | null;

/** Cells a spreadsheet would run as a formula get a leading apostrophe; numbers are left alone. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

function writeCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
