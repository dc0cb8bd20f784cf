import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Column } from "./columns.ts";

/** Where each column stands in a file: index into a row's cells, -1 where the file leaves it out. */
export interface Header {
  readonly positions: readonly number[];
  readonly width: number;
  readonly faults: readonly HeaderFault[];
  /** False where rows cannot be read: a required column is missing or a column stands twice. */
  readonly usable: boolean;
}

interface HeaderFault {
  readonly code: Issue["code"];
  readonly column: string;
  readonly reason: string;
}

/** Matches the first row of a file with the columns of its kind. Letter case and full-width letters do not matter. */
export function readHeader(cells: readonly string[], columns: readonly Column[]): Header {
  const names = cells.map((cell) => cell.normalize("NFKC").trim().toLowerCase());
  const known = new Set(columns.map((column) => column.name));
  const faults: HeaderFault[] = [];
  let usable = true;
  names.forEach((name, index) => {
    if (names.indexOf(name) !== index) {
      faults.push({ code: "unknown-column", column: name, reason: "the column stands twice in the header" });
      usable = false;
    } else if (!known.has(name))
      faults.push({
        code: "unknown-column",
        column: name,
        reason: `unknown column; known are ${[...known].join(", ")}`,
      });
  });
  for (const { name, required } of columns) {
    if (!required || names.includes(name)) continue;
    faults.push({ code: "missing-column", column: name, reason: `the file needs a column ${name}` });
    usable = false;
  }
  const positions = columns.map((column) => names.indexOf(column.name));
  return { positions, width: names.length, faults, usable };
}
