import { EnteredUnit } from "#graph/schema/records/quantity.ts";
import { CellFault } from "./cell-fault.ts";
import { halfWidth } from "./characters.ts";

/** A unit of a cell, with the power of ten between what the cell names and that unit. */
export interface UnitCell {
  readonly unit: EnteredUnit;
  readonly exponent: number;
  /** Whether the cell multiplies what it counts (万吨, kt), so that the amount must not do so again. */
  readonly isScaled: boolean;
}

type What = readonly [base: string, exponent: number, isScaled?: boolean];

/** Names of what is counted: the base of a known unit and the power of ten to it. */
const whatNames: Readonly<Record<string, What>> = {
  t: ["t", 0],
  吨: ["t", 0],
  kt: ["t", 3, true],
  千吨: ["t", 3, true],
  Mt: ["t", 6, true],
  kg: ["kg", 0],
  千克: ["kg", 0],
  公斤: ["kg", 0],
  m3: ["m3", 0],
  立方米: ["m3", 0],
  立方: ["m3", 0],
  方: ["m3", 0],
  GJ: ["GJ", 0],
  吉焦: ["GJ", 0],
  TJ: ["GJ", 3],
  太焦: ["GJ", 3],
  MJ: ["GJ", -3],
  MWh: ["MWh", 0],
  兆瓦时: ["MWh", 0],
  GWh: ["MWh", 3],
  kWh: ["kWh", 0],
  千瓦时: ["kWh", 0],
  度: ["kWh", 0],
  tce: ["tce", 0],
  吨标准煤: ["tce", 0],
  吨标煤: ["tce", 0],
  t标煤: ["tce", 0],
};

const periodNames: Readonly<Record<string, string>> = {
  a: "a",
  年: "a",
  yr: "a",
  year: "a",
  d: "d",
  天: "d",
  日: "d",
  day: "d",
  h: "h",
  小时: "h",
  时: "h",
  hour: "h",
  month: "month",
  月: "month",
};

const scaleOf: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };
const known: ReadonlySet<string> = new Set(EnteredUnit.options);

/** Reads a unit such as t/a, 万吨/年, 方/天 or kt/a. */
export function readUnit(cell: string): UnitCell | null | CellFault {
  const text = halfWidth(cell).replaceAll("³", "3").replaceAll("㎥", "m3");
  if (text === "") return null;
  if (known.has(text)) return { unit: text as EnteredUnit, exponent: 0, isScaled: false };
  const scale = /^[万亿]/.exec(text)?.[0] ?? "";
  const [what = "", period] = text.slice(scale.length).split(/\/|每/);
  const counted = own(whatNames, what);
  if (counted === undefined) return unknownUnit();
  if (period === undefined) return noPeriod(what);
  const found = combine(counted, own(periodNames, period) ?? "");
  if (found === null) return unknownUnit();
  return {
    unit: found.unit,
    exponent: found.exponent + (scaleOf[scale] ?? 0),
    isScaled: scale !== "" || counted[2] === true,
  };
}

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The unit of a base and a period; kilograms stand for tonnes where only those are known. */
function combine([base, exponent]: What, period: string) {
  const unit = `${base}/${period}`;
  if (known.has(unit)) return { unit: unit as EnteredUnit, exponent };
  const inTonnes = `t/${period}`;
  if (base === "kg" && known.has(inTonnes)) return { unit: inTonnes as EnteredUnit, exponent: exponent - 3 };
  return null;
}

function unknownUnit(): CellFault {
  const list = EnteredUnit.options.join(", ");
  return new CellFault("unknown-unit", {
    zh: `未知的单位：应为 ${list}，或 吨/年、万吨/年、立方米/天、千瓦时/年 等`,
    en: `expected one of ${list}, or kt/a, kg/a, TJ/a`,
  });
}

function noPeriod(what: string): CellFault {
  return new CellFault("unknown-unit", {
    zh: `缺少时间：请写 ${what}/年、${what}/天 或 ${what}/小时`,
    en: `the period is missing: write ${what}/a, ${what}/d or ${what}/h, one of ${EnteredUnit.options.join(", ")}`,
  });
}
