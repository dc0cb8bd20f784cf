import type { Text } from "#graph/schema/text.ts";

/** One row of a CSV text, or a row that breaks the rules of quoting. `line` is where it starts, from 1. */
export type CsvRow =
  | { readonly line: number; readonly end: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly end: number; readonly fault: Text };

/** A quoted cell longer than this is taken for a quote that was never closed. */
const maxCellLength = 1_000_000;

/**
 * Rows of a CSV text (RFC 4180: double quotes, doubled inside; LF, CRLF or CR), cells separated by one character.
 * Blank lines are skipped; line breaks inside quoted cells come out as LF. After a broken row reading goes on at the
 * line that follows its start, so that later faults are found too. `end` is where the row ends in the text.
 *
 * Own code, not csv-parse: that one counts a CRLF inside quotes as two lines, so every fault after it would name the
 * wrong line, and it is several times slower. The test holds both against each other.
 */
export function* csvRows(source: string, separator = ","): Generator<CsvRow> {
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const lineEnd = endOfLine(text, at);
    const content = text.slice(at, lineEnd);
    if (!content.includes('"')) {
      if (content.trim() !== "") yield { line, end: lineEnd, cells: content.split(separator) };
      at = lineEnd + 1;
      line += 1;
      continue;
    }
    const row = quotedRow(text, at, separator);
    if ("fault" in row) {
      yield { line, end: lineEnd, fault: row.fault };
      at = lineEnd + 1;
      line += 1;
      continue;
    }
    yield { line, end: row.end, cells: row.cells };
    at = row.end + 1;
    line += 1 + row.innerLines;
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

interface Fault {
  readonly fault: Text;
}

interface QuotedRow {
  readonly cells: string[];
  readonly end: number;
  readonly innerLines: number;
}

/** A row with at least one quote in it, cell by cell. */
function quotedRow(text: string, start: number, separator: string): QuotedRow | Fault {
  const cells: string[] = [];
  let innerLines = 0;
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    if ("fault" in cell) return cell;
    cells.push(cell.value);
    innerLines += cell.innerLines;
    if (text[cell.end] !== separator) return { cells, end: cell.end, innerLines };
    at = cell.end + 1;
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly innerLines: number;
}

function plainCell(text: string, start: number, separator: string): Cell | Fault {
  const next = text.indexOf(separator, start);
  const lineEnd = endOfLine(text, start);
  const end = next < 0 || next > lineEnd ? lineEnd : next;
  const value = text.slice(start, end);
  if (value.includes('"'))
    return {
      fault: {
        zh: "未加引号的单元格中有引号：请给整个单元格加引号，并把其中的引号写两遍",
        en: "a quote stands inside an unquoted cell: quote the whole cell and double the quote",
      },
    };
  return { value, end, innerLines: 0 };
}

function quotedCell(text: string, start: number, separator: string): Cell | Fault {
  let close = start;
  do {
    close = text.indexOf('"', close + 1);
    if (close < 0 || close - start > maxCellLength)
      return { fault: { zh: "引号没有闭合", en: "a quote is opened and never closed" } };
    if (text[close + 1] !== '"') break;
    close += 1;
  } while (close < text.length);
  const next = text[close + 1];
  if (next !== undefined && next !== separator && next !== "\n")
    return {
      fault: {
        zh: "右引号之后还有文字：请把单元格内的引号写两遍",
        en: "text follows a closing quote: double the quotes inside a quoted cell",
      },
    };
  const value = text.slice(start + 1, close).replaceAll('""', '"');
  return { value, end: close + 1, innerLines: countLines(value) };
}

function countLines(value: string): number {
  let count = 0;
  for (let at = value.indexOf("\n"); at >= 0; at = value.indexOf("\n", at + 1)) count += 1;
  return count;
}
