import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unguardText } from "#graph/schema/csv-guard.ts";
import { writeCsv } from "#client/model/csv.ts";

describe("a CSV file", () => {
  it("starts with a byte order mark, ends lines with CRLF, and carries its notes first", () => {
    expect(writeCsv(["filter: water"], ["a", "b"], [["园区", 1.5]])).toBe(
      "\uFEFF# filter: water\r\na,b\r\n园区,1.5\r\n",
    );
  });

  it("leaves the unknown empty, so that it is not taken for zero", () => {
    expect(writeCsv([], ["a", "b", "c"], [[null, 0, ""]])).toBe("\uFEFFa,b,c\r\n,0,\r\n");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "－1"])("disarms the formula %j", (text) => {
    expect(writeCsv([], ["a"], [[text]])).toContain(`'${text}`);
  });

  it("leaves negative numbers numbers", () => {
    expect(writeCsv([], ["a"], [[-3]])).toBe("\uFEFFa\r\n-3\r\n");
  });

  it("is read back by an independent reader, whatever the cells hold", () => {
    const start = fc.constantFrom("", "'", "''", "'=", "=", "'＝", "\t", "-");
    const cell = fc.tuple(start, fc.string({ unit: "binary" })).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const text = writeCsv([], ["left", "right"], rows);
        const read: string[][] = parse(text, { bom: true, record_delimiter: "\r\n" });
        expect(read.map((row) => row.map(unguardText))).toEqual([["left", "right"], ...rows]);
      }),
    );
  });
});
