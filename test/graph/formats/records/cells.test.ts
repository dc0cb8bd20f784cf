import { describe, expect, test } from "vitest";
import { CellFault } from "#graph/formats/records/cell-fault.ts";
import { readCell } from "#graph/formats/records/cells.ts";

describe("reading an amount", () => {
  test.each([
    ["1234.5", 1234.5],
    ["1,234.5", 1234.5],
    ["12,345,678", 12345678],
    ["１２３４", 1234],
    ["１，２３４．５", 1234.5],
    ["1.2万", 12000],
    ["1.1万", 11000],
    ["3,500 万", 35000000],
    ["2.5亿", 250000000],
    ["4.35万", 43500],
    ["1e3", 1000],
    ["5e-324", 5e-324],
    ["9007199254740991", 9007199254740991],
    ["0e-400", 0],
    ["  7 ", 7],
    ["", null],
    ["  ", null],
  ])("%j is %j", (cell, value) => {
    expect(readCell("amount", cell)).toBe(value);
  });

  test.each([
    ["约200", "quantity_kind to approximate"],
    ["10-20", "range"],
    ["10~20", "range"],
    ["10至20", "range"],
    ["NaN", "finite"],
    ["Infinity", "finite"],
    ["1e309", "too large"],
    ["9e307万", "too large"],
    ["1,23", "thousands separators"],
    ["1,2345", "thousands separators"],
    ["很多", "expected a number"],
    ["0x10", "expected a number"],
    ["12t", "expected a number"],
    ["10⁴", "superscripts"],
    ["1⁰", "superscripts"],
    ["12③", "superscripts"],
    ["①", "superscripts"],
    ["²", "superscripts"],
    ["½", "superscripts"],
    ["Ⅻ", "superscripts"],
    ["𝟏𝟐", "expected a number"],
    ["১২", "expected a number"],
    ["1e-400", "too small"],
    ["0.0e-1万1", "expected a number"],
    ["9007199254740993", "too large"],
    ["1e300", "too large"],
    ["9.99e307", "too large"],
  ])("%j is refused and the reason says %j", (cell, reason) => {
    const read = readCell("amount", cell);
    expect(read).toBeInstanceOf(CellFault);
    expect(read).toMatchObject({ code: "invalid-value", reason: { en: expect.stringContaining(reason) } });
  });

  test("万 is refused where a plain number is expected, such as a year", () => {
    expect(readCell("number", "2万")).toBeInstanceOf(CellFault);
  });
});

describe("reading a unit", () => {
  test.each([
    ["t/a", { unit: "t/a", exponent: 0 }],
    ["m³/d", { unit: "m3/d", exponent: 0 }],
    ["吨/年", { unit: "t/a", exponent: 0 }],
    ["万吨/年", { unit: "t/a", exponent: 4 }],
    ["亿立方米/年", { unit: "m3/a", exponent: 8 }],
    ["ｔ／ａ", { unit: "t/a", exponent: 0 }],
    ["吨/a", { unit: "t/a", exponent: 0 }],
    ["万吨/a", { unit: "t/a", exponent: 4 }],
    ["吨/h", { unit: "t/h", exponent: 0 }],
    ["吨标煤/年", { unit: "tce/a", exponent: 0 }],
    ["方/天", { unit: "m3/d", exponent: 0 }],
    ["万方/日", { unit: "m3/d", exponent: 4 }],
    ["㎥/小时", { unit: "m3/h", exponent: 0 }],
    ["kt/a", { unit: "t/a", exponent: 3 }],
    ["kg/a", { unit: "t/a", exponent: -3 }],
    ["公斤/年", { unit: "t/a", exponent: -3 }],
    ["kg/d", { unit: "kg/d", exponent: 0 }],
    ["TJ/a", { unit: "GJ/a", exponent: 3 }],
    ["亿度/年", { unit: "kWh/a", exponent: 8 }],
    ["吨每年", { unit: "t/a", exponent: 0 }],
  ])("%j is %j", (cell, unit) => {
    expect(readCell("unit", cell)).toMatchObject(unit);
  });

  test("a unit without a period is told so", () => {
    expect(readCell("unit", "万吨")).toMatchObject({ reason: { zh: expect.stringContaining("吨/年") } });
  });

  test.each(["T/A", "kg", "吨", "Nm3/h", "t / a", "GJ/d", "constructor/a", "t/toString"])(
    "%j is unknown",
    (cell) => {
      expect(readCell("unit", cell)).toMatchObject({ code: "unknown-unit" });
    },
  );
});

describe("reading lists and words", () => {
  test("members are split at semicolons, and an escaped semicolon stays inside", () => {
    expect(readCell("texts", "a; b ;;第一\\;批\\\\")).toEqual(["a", "b", "第一;批\\"]);
  });

  test("full-width codes become ASCII", () => {
    expect(readCell("tokens", "ＨＷ３４；HW35")).toEqual(["HW34", "HW35"]);
    expect(readCell("token", "　ＳＷ０２ ")).toBe("SW02");
  });

  test("one guarding apostrophe is taken away and only before what looks like a formula", () => {
    expect(readCell("text", "'=1+1")).toBe("=1+1");
    expect(readCell("text", "''=1+1")).toBe("'=1+1");
    expect(readCell("text", "'tis")).toBe("'tis");
  });

  test.each([
    ["yes", true],
    ["是", true],
    ["No", false],
    ["", null],
    ["unknown", null],
  ])("%j as yes or no is %j", (cell, value) => {
    expect(readCell("boolean", cell)).toBe(value);
  });
});
