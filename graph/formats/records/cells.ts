import { unguardText } from "#graph/formats/csv-guard.ts";
import { EnteredUnit } from "#graph/schema/records/quantity.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import type { CellType } from "./columns.ts";

/** What is wrong with one cell. */
export class CellFault {
  readonly code: Issue["code"];
  readonly reason: string;

  constructor(code: Issue["code"], reason: string) {
    this.code = code;
    this.reason = reason;
  }
}

/** A unit of a cell, with the power of ten of the 万 or 亿 that stood before it. */
export interface UnitCell {
  readonly unit: EnteredUnit;
  readonly exponent: number;
}

export type CellValue = string | number | boolean | null | string[] | UnitCell | CellFault;

const readers: Readonly<Record<CellType, (cell: string) => CellValue>> = {
  text: (cell) => {
    const text = unguardText(cell).trim();
    return text === "" ? null : text;
  },
  words: (cell) => unguardText(cell).trim(),
  token: (cell) => {
    const token = halfWidth(unguardText(cell));
    return token === "" ? null : token;
  },
  number: (cell) => readNumber(cell, false),
  amount: (cell) => readNumber(cell, true),
  boolean: readBoolean,
  flag: (cell) => readBoolean(cell) ?? false,
  unit: readUnit,
  texts: (cell) => splitList(unguardText(cell).trim()),
  tokens: (cell) => splitList(halfWidth(unguardText(cell))),
};

/** Reads one cell; blank cells are null (lists: empty). Never throws: a bad cell comes back as a CellFault. */
export function readCell(type: CellType, cell: string): CellValue {
  return readers[type](cell);
}

const plain = /^[\x21-\x7e]*$/;

/** Full-width letters and digits to ASCII, without surrounding blanks. */
function halfWidth(cell: string): string {
  return plain.test(cell) ? cell : cell.normalize("NFKC").trim();
}

/** Splits at `;`; `\;` is a semicolon inside a member and `\\` a backslash. Blank members are left out. */
function splitList(cell: string): string[] {
  if (cell === "") return [];
  const members = cell.includes("\\")
    ? (cell.match(/(?:\\[\\;]|[^;])+/g) ?? []).map((member) => member.replace(/\\([\\;])/g, "$1"))
    : cell.split(";");
  return members.map((member) => member.trim()).filter((member) => member !== "");
}

const booleanWords: ReadonlyMap<string, boolean | null> = new Map([
  ["yes", true],
  ["true", true],
  ["是", true],
  ["no", false],
  ["false", false],
  ["否", false],
  ["", null],
  ["unknown", null],
  ["未知", null],
]);

function readBoolean(cell: string): boolean | null | CellFault {
  const word = booleanWords.get(halfWidth(cell).toLowerCase());
  return word === undefined
    ? new CellFault("invalid-value", "expected yes, no or blank for not known")
    : word;
}

const simpleNumber = /^-?\d+(?:\.\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const general = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const scaled = /^(.*?)\s*([万亿])$/;
const exponentOf: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** A number: full-width digits, thousands separators and, for amounts, a closing 万 or 亿 are understood. */
function readNumber(cell: string, scales: boolean): number | null | CellFault {
  if (simpleNumber.test(cell)) return finite(Number(cell));
  const text = halfWidth(cell).replace("−", "-");
  if (text === "") return null;
  const [, digits = text, scale = ""] = scales ? (scaled.exec(text) ?? []) : [];
  const bare = grouped.test(digits) ? digits.replaceAll(",", "") : digits;
  if (!general.test(bare)) return new CellFault("invalid-value", whyNoNumber(text));
  return finite(scale === "" ? Number(bare) : scaleBy(bare, exponentOf[scale] ?? 0));
}

/** Moves the decimal point in the text, so that 1.2万 is exactly 12000. */
export function scaleBy(bare: string, exponent: number): number {
  const [mantissa = "", power = "0"] = bare.toLowerCase().split("e");
  return Number(`${mantissa}e${Number(power) + exponent}`);
}

function finite(value: number): number | CellFault {
  return Number.isFinite(value) ? value : new CellFault("invalid-value", "the number is too large");
}

function whyNoNumber(text: string): string {
  if (/^(?:约|大约|近|about|ca\.?|~|≈)/i.test(text))
    return "only a number can stand here: write it alone and set quantity_kind to approximate";
  if (/\d\s*(?:-|–|—|~|至|到|to)\s*\d/i.test(text))
    return "a range is no number: write one value and keep the range in quantity_note";
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text)) return "expected a finite number, or blank for not known";
  if (/,/.test(text)) return "the thousands separators stand in the wrong places";
  return "expected a number, or blank for not known";
}

const unitWords: ReadonlyMap<string, EnteredUnit> = new Map<string, EnteredUnit>([
  ["吨/年", "t/a"],
  ["t/年", "t/a"],
  ["吨/天", "t/d"],
  ["吨/日", "t/d"],
  ["吨/小时", "t/h"],
  ["吨/时", "t/h"],
  ["吨/月", "t/month"],
  ["千克/日", "kg/d"],
  ["公斤/日", "kg/d"],
  ["立方米/年", "m3/a"],
  ["m3/年", "m3/a"],
  ["立方米/天", "m3/d"],
  ["立方米/日", "m3/d"],
  ["立方米/小时", "m3/h"],
  ["吉焦/年", "GJ/a"],
  ["兆瓦时/年", "MWh/a"],
  ["千瓦时/年", "kWh/a"],
  ["吨标准煤/年", "tce/a"],
]);
const unitNames: ReadonlyMap<string, EnteredUnit> = new Map(EnteredUnit.options.map((unit) => [unit, unit]));

function readUnit(cell: string): UnitCell | null | CellFault {
  const text = halfWidth(cell);
  if (text === "") return null;
  const scale = /^[万亿]/.exec(text)?.[0] ?? "";
  const name = text.slice(scale.length);
  const unit = unitNames.get(name) ?? unitWords.get(name);
  if (unit === undefined)
    return new CellFault("unknown-unit", `expected one of ${EnteredUnit.options.join(", ")}`);
  return { unit, exponent: exponentOf[scale] ?? 0 };
}
