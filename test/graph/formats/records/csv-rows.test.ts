import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { csvRows } from "#graph/formats/records/csv-rows.ts";

const rowsOf = (text: string, separator?: string) =>
  [...csvRows(text, separator)].map((row) =>
    "cells" in row ? { line: row.line, cells: row.cells } : { line: row.line, fault: row.fault },
  );

describe("splitting CSV text into rows", () => {
  test.each([
    ["LF", "a,b\n1,2\n"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR", "a,b\r1,2\r"],
    ["no end of line", "a,b\n1,2"],
  ])("%s ends a row", (_name, text) => {
    expect(rowsOf(text)).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", "2"] },
    ]);
  });

  test("a quoted cell may hold commas, doubled quotes and line ends, and the next row keeps its line number", () => {
    expect(rowsOf('a,b\r\n1,"x, ""y""\r\nz"\r\n3,4\r\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", 'x, "y"\nz'] },
      { line: 4, cells: ["3", "4"] },
    ]);
  });

  test.each([";", "\t", "，"])("%j separates cells where it is named", (separator) => {
    expect(rowsOf(`a${separator}b,c\n"1${separator}2"${separator}3\n`, separator)).toEqual([
      { line: 1, cells: ["a", "b,c"] },
      { line: 2, cells: [`1${separator}2`, "3"] },
    ]);
  });

  test("a row knows where it ends in the text", () => {
    const text = 'a,b\n"1\n2",3\n4,5';
    expect([...csvRows(text)].map(({ end }) => end)).toEqual([3, text.length - 4, text.length]);
  });

  test("blank lines are skipped and counted", () => {
    expect(rowsOf("a\n\n  \n1\n")).toEqual([
      { line: 1, cells: ["a"] },
      { line: 4, cells: ["1"] },
    ]);
  });

  test("each broken row is told with its line and the rows after it are read", () => {
    const rows = rowsOf('a,b\n1,2"x\n3,4\n"5"x,6\n7,8\n9,"open\n10,11\n');
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, fault: { zh: expect.any(String), en: expect.stringContaining("inside an unquoted cell") } },
      { line: 3, cells: ["3", "4"] },
      { line: 4, fault: { zh: expect.any(String), en: expect.stringContaining("follows a closing quote") } },
      { line: 5, cells: ["7", "8"] },
      { line: 6, fault: { zh: expect.any(String), en: expect.stringContaining("never closed") } },
      { line: 7, cells: ["10", "11"] },
    ]);
  });

  test("any table quoted by the rules comes back cell by cell, as csv-parse reads it", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('"', '""', ",", "\n", "粉煤灰, 渣", 'a"b', "x\ny\nz"),
    );
    const table = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
          .join("\n");
        const ours = rowsOf(text).map((row) => ("cells" in row ? row.cells : row.fault));
        expect(ours).toEqual(rows);
        expect(parse(text, { relax_column_count: true })).toEqual(rows);
      }),
    );
  });
});
