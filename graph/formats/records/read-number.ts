import { CellFault } from "./cell-fault.ts";
import { halfWidth } from "./characters.ts";

const simpleNumber = /^-?\d+(?:\.\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const general = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const scaled = /^(.*?)\s*([万亿])$/;
const exponentOf: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** A number: full-width digits, thousands separators and, for amounts, a closing 万 or 亿 are understood. */
export function readNumber(cell: string, scales: boolean): number | null | CellFault {
  if (simpleNumber.test(cell)) return exact(Number(cell), cell);
  const text = halfWidth(cell).replace("−", "-");
  if (text === "") return null;
  const [, digits = text, scale = ""] = scales ? (scaled.exec(text) ?? []) : [];
  const bare = grouped.test(digits) ? digits.replaceAll(",", "") : digits;
  if (!general.test(bare)) return whyNoNumber(text);
  return exact(scale === "" ? Number(bare) : scaleBy(bare, exponentOf[scale] ?? 0), bare);
}

/** Whether an amount carries its own 万 or 亿. */
export function isScaled(cell: string): boolean {
  return scaled.test(halfWidth(cell));
}

/** Moves the decimal point in the text, so that 1.2万 is exactly 12000. */
export function scaleBy(bare: string, exponent: number): number {
  const [mantissa = "", power = "0"] = bare.toLowerCase().split("e");
  return Number(`${mantissa}e${Number(power) + exponent}`);
}

/** The number, unless it cannot be kept as it was written: whole numbers beyond 2^53 and what rounds to nothing. */
function exact(value: number, bare: string): number | CellFault {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return tooLarge();
  if (value === 0 && /[1-9]/.test(bare.split(/e/i)[0] ?? ""))
    return fault("数值小到无法保存", "the number is too small to be kept");
  return value;
}

/** The number is beyond 2^53, from where on whole numbers are no longer told apart. */
export function tooLarge(): CellFault {
  return fault("数值过大，无法准确保存", "the number is too large to be kept exactly");
}

const fault = (zh: string, en: string) => new CellFault("invalid-value", { zh, en });

function whyNoNumber(text: string): CellFault {
  if (/^(?:约|大约|近|about|ca\.?|~|≈)/i.test(text))
    return fault(
      "这里只能写数字：请只写数字，并把数量性质写为“约数”（approximate）",
      "only a number can stand here: write it alone and set quantity_kind to approximate",
    );
  if (/\d\s*(?:-|–|—|~|至|到|to)\s*\d/i.test(text))
    return fault(
      "范围不是数字：请写一个数值，把范围写在数量说明（quantity_note）中",
      "a range is no number: write one value and keep the range in quantity_note",
    );
  if (/^[+-]?(?:nan|inf(?:inity)?)$/i.test(text))
    return fault("应为有限的数字；未知请留空", "expected a finite number, or blank for not known");
  if (/[^\p{ASCII}]/u.test(text) && /\p{No}|\p{Nl}/u.test(text))
    return fault(
      "上标、圈码等不是数字：请用普通数字书写，如 10⁴ 写为 10000",
      "superscripts and circled digits are no number: write plain digits, 10000 for 10⁴",
    );
  if (text.includes(","))
    return fault("千位分隔符的位置不对", "the thousands separators stand in the wrong places");
  return fault("应为数字；未知请留空", "expected a number, or blank for not known");
}
