import { unguardText } from "#graph/schema/csv-guard.ts";
import { CellFault } from "./cell-fault.ts";
import { halfWidth } from "./characters.ts";
import type { CellType } from "./column.ts";
import { readNumber } from "./read-number.ts";
import { readUnit, type UnitCell } from "./read-unit.ts";

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
    ? new CellFault("invalid-value", {
        zh: "应为 是 或 否；未知请留空",
        en: "expected yes, no or blank for not known",
      })
    : word;
}
