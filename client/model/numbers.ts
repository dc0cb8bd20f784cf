import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Language } from "./view/view-state.ts";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}

/** A count: whole number, grouped by locale. */
export const count = (value: number, language: Language): string => formatOf(language, {}).format(value);

/** A pure number of a metric: four significant digits. */
export const measure = (value: number, language: Language): string =>
  formatOf(language, { maximumSignificantDigits: 4 }).format(value);

/** Share 0 to 1 as a percentage without decimals. */
export const percent = (share: number, language: Language): string =>
  formatOf(language, { style: "percent", maximumFractionDigits: 0 }).format(share);

const unitText: Record<YearlyUnit, string> = { "t/a": "t/a", "GJ/a": "GJ/a", "m3/a": "m³/a" };

/** Unit as it is written on screens. */
export const unitOf = (unit: string): string =>
  unit in unitText ? unitText[unit as YearlyUnit] : unit.replaceAll("m3", "m³");

/**
 * A yearly amount in words of its language: from ten thousand on in 万 and 亿, from a million on in million and
 * billion, at most four significant digits, with the unit beside it.
 */
export function amount(value: number, unit: string, language: Language): string {
  const large = language === "zh-CN" ? 10_000 : 1_000_000;
  const options: Intl.NumberFormatOptions =
    value < large
      ? { maximumFractionDigits: value < 100 ? 2 : 0 }
      : {
          notation: "compact",
          compactDisplay: language === "zh-CN" ? "short" : "long",
          maximumSignificantDigits: 4,
        };
  const text = formatOf(language, options).format(value);
  return `${text} ${unitOf(unit)}`;
}

/** The same amount in full, for titles and exports. */
export const fullAmount = (value: number, unit: string, language: Language): string =>
  `${formatOf(language, { maximumFractionDigits: 3 }).format(value)} ${unitOf(unit)}`;
