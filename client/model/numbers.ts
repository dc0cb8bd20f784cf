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

/** How the numbers of one column are written, so that they line up: times 10 to the power, with so many decimals. */
export interface NumberScale {
  /** Power of ten that stands in the head of the column; 0 where none is needed. */
  readonly exponent: number;
  readonly decimals: number;
}

const significant = 4;

/** Four digits for the largest value; tiny values are taken up in steps of a thousand. */
export function scaleOf(values: readonly (number | null)[]): NumberScale {
  const known = values.flatMap((value) => (value === null ? [] : [Math.abs(value)]));
  const largest = Math.max(0, ...known);
  if (largest === 0 || known.every(Number.isInteger)) return { exponent: 0, decimals: 0 };
  const power = Math.floor(Math.log10(largest));
  const exponent = power < -2 ? 3 * Math.floor(power / 3) : 0;
  return { exponent, decimals: Math.max(0, significant - 1 - (power - exponent)) };
}

/** A number of a column under its scale; what would be rounded to nothing is said to be less than the last digit. */
export function scaled(value: number, { exponent, decimals }: NumberScale, language: Language): string {
  const format = formatOf(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const shown = value / 10 ** exponent;
  const least = 10 ** -decimals;
  return shown !== 0 && Math.abs(shown) < least / 2 ? `< ${format.format(least)}` : format.format(shown);
}

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
