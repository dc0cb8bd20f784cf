import type { Quantity } from "#graph/schema/records/quantity.ts";
import type { Text } from "#graph/schema/text.ts";
import { yearOf, type End } from "#graph/matching/ends/end.ts";

const unitZh = { "t/a": "吨/年", "GJ/a": "吉焦/年", "m3/a": "立方米/年" } as const;
const unitEn = { "t/a": "t/a", "GJ/a": "GJ/a", "m3/a": "m³/a" } as const;

/** A number to three significant digits, without an exponent. */
const significant = (value: number) => Number(value.toPrecision(3));

/** Thousands set off by commas; Intl is not asked, for its output differs between platforms. */
function grouped(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const commas = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

/** 40,100 t/a → 4.01万吨/年; 40,100 t/a. 2,500,000 → 250万吨/年; 2.5 million t/a. Three significant digits. */
export function amountText(perYear: number, unit: Quantity["perYearUnit"]): Text {
  const [divisorZh, wordZh] = perYear >= 1e8 ? [1e8, "亿"] : perYear >= 1e4 ? [1e4, "万"] : [1, ""];
  const [divisorEn, wordEn] = perYear >= 1e6 ? [1e6, " million"] : [1, ""];
  return {
    zh: `${significant(perYear / divisorZh)}${wordZh}${unitZh[unit]}`,
    en: `${grouped(significant(perYear / divisorEn))}${wordEn} ${unitEn[unit]}`,
  };
}

/** The yearly amount of a listing in brackets, with what kind of number it is and of which year; empty where none is known. */
export function amountInBrackets({ listing, residual }: End): Text {
  if (listing === null) return { zh: "", en: "" };
  const { quantity, direction, status } = listing;
  const year = yearOf(listing);
  if (status === "stock")
    return year === null
      ? { zh: "（堆存，年产量不明）", en: " (a heap; its yearly flow is not known)" }
      : { zh: `（${year}年堆存，年产量不明）`, en: ` (a heap in ${year}; its yearly flow is not known)` };
  if (quantity === null)
    return year === null
      ? { zh: "", en: "" }
      : { zh: `（${year}年资料，数量不明）`, en: ` (${year}; amount not known)` };
  const { zh, en } = amountText(quantity.perYear, quantity.perYearUnit);
  const [kindZh, kindEn] = kindOf(quantity.kind, direction, status);
  const left = residual?.perYear ?? quantity.perYear;
  const rest = left < quantity.perYear ? amountText(left, quantity.perYearUnit) : null;
  const [restZh, restEn] =
    rest === null
      ? ["", ""]
      : left === 0
        ? ["，无余量", ", none of it left"]
        : [`，余${rest.zh}`, `, ${rest.en} of it left`];
  return {
    zh: `（${kindZh}${zh}${restZh}${year === null ? "" : `，${year}年`}）`,
    en: ` (${kindEn} ${en}${restEn}${year === null ? "" : `, ${year}`})`,
  };
}

function kindOf(
  kind: Quantity["kind"],
  direction: "offer" | "need",
  status: NonNullable<End["listing"]>["status"],
): readonly [zh: string, en: string] {
  if (kind === "planned" || status === "planned") return ["规划", "planned"];
  if (status === "under-construction") return ["在建，设计", "under construction,"];
  if (kind === "capacity")
    return direction === "need" ? ["接收能力", "capacity to take"] : ["设计能力", "design capacity"];
  return ["约", "about"];
}
