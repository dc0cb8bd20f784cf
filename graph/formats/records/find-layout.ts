import type { RecordKind } from "#graph/schema/records/records.ts";
import { countKnownNames } from "./read-header.ts";

/** What separates the cells of a file, and the line of its header. */
export interface Layout {
  readonly separator: string;
  readonly headerLine: number;
}

/** Semicolons and tabs come from table programs of other settings, full-width commas from Chinese keyboards. */
const separators = [",", ";", "\t", "，", "；", "|"] as const;

/** A title and remarks may stand above the header; further down nobody puts one. */
const searchedLines = 8;

/** The separator and line under which most column names of the kind are found; commas and the first line else. */
export function findLayout(text: string, kind: RecordKind): Layout {
  let best = { separator: ",", headerLine: 1, count: 1 };
  const lines = firstLines(text);
  for (const separator of separators)
    lines.forEach((line, index) => {
      const cells = line.split(separator).map((cell) => cell.replaceAll('"', ""));
      const count = countKnownNames(cells, kind);
      if (count > best.count) best = { separator, headerLine: index + 1, count };
    });
  return best;
}

function firstLines(text: string): string[] {
  const lines: string[] = [];
  let at = 0;
  while (at < text.length && lines.length < searchedLines) {
    const ends = [text.indexOf("\n", at), text.indexOf("\r", at)].filter((end) => end >= 0);
    const end = ends.length === 0 ? text.length : Math.min(...ends);
    lines.push(text.slice(at, end));
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}
