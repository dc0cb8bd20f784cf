import { yearlyOf } from "#graph/schema/records/activity.ts";
import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Band } from "#graph/schema/answers/band.ts";
import type { Estimate, EstimateTerm } from "./estimates.ts";

/**
 * The reckoning behind an estimate in one line: "1,300 MW × 4,640 h × 0.32 tce/MWh × 0.29 t/tce = 558,000 t/a (80 %:
 * 300,000 to 1,050,000)". Several terms are joined by +.
 */
export function arithmeticOf(estimate: Estimate): Text {
  const terms = estimate.terms.map(termText);
  const band = bandText(estimate, estimate.unit);
  return {
    zh: `${terms.map(({ zh }) => zh).join(" + ")} = ${band.zh}`,
    en: `${terms.map(({ en }) => en).join(" + ")} = ${band.en}`,
  };
}

function termText({ activity, path }: EstimateTerm): Text {
  const { amount, activityUnit, unitCount } = activity;
  const { days } = yearlyOf(0, activityUnit);
  // A definition (what is burnt is taken in) multiplies by one and says nothing.
  const factors = path.steps.filter(({ low, high }) => low !== 1 || high !== 1).map(coefficientText);
  const year = days === null ? [] : [`${days} d/a`];
  const [zh, en] = [`${number(amount ?? 0)} ${unitText(activityUnit)}`].flatMap((size) => [
    unitCount === null ? size : `${size}（${unitCount} 台）`,
    unitCount === null ? size : `${size} (${unitCount} units)`,
  ]) as [string, string];
  return { zh: [zh, ...year, ...factors].join(" × "), en: [en, ...year, ...factors].join(" × ") };
}

/** 4643 MWh/a per MW → "4,643 h/a"; 0.0007 t per m³ → "0.7 kg/m³"; 65 t/a per MW → "65 t/(MW·a)". */
export function coefficientText({ best, resultUnit, inputUnit }: CoefficientValue): string {
  if (resultUnit === "share") return `${number(best * 100)} %`;
  if (inputUnit === "MW" && resultUnit === "MWh/a") return `${number(best)} h/a`;
  const isSmall = resultUnit === "t/a" && best < 0.1;
  const what = isSmall ? "kg" : unitText(base(resultUnit));
  const per = inputUnit === "MW" ? "(MW·a)" : unitText(base(inputUnit));
  return `${number(isSmall ? best * 1000 : best)} ${what}/${per}`;
}

type CoefficientValue = Pick<Coefficient, "best" | "resultUnit" | "inputUnit">;

const base = (unit: string) => unit.replace(/\/a$/, "");
const unitText = (unit: string) => unit.replace("m3", "m³");

function bandText({ low, best, high }: Band, unit: YearlyUnit): Text {
  const [divisorZh, wordZh] = best >= 1e8 ? [1e8, "亿"] : best >= 1e4 ? [1e4, "万"] : [1, ""];
  const [divisorEn, wordEn] = best >= 1e6 ? [1e6, " million"] : [1, ""];
  const [zh, en] = [divisorZh, divisorEn].map((divisor) =>
    [best, low, high].map((each) => number(each / divisor)),
  ) as [string[], string[]];
  return {
    zh: `${zh[0]}${wordZh} ${unitText(unit)}（80 % 区间 ${zh[1]}–${zh[2]}${wordZh}）`,
    en: `${en[0]}${wordEn} ${unitText(unit)} (80 %: ${en[1]} to ${en[2]}${wordEn})`,
  };
}

/** Three significant digits below a thousand, whole numbers above, thousands set off by commas. */
function number(value: number): string {
  const rounded = Math.abs(value) < 1000 ? Number(value.toPrecision(3)) : Math.round(value);
  const [whole = "", fraction] = String(rounded).split(".");
  const commas = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}
