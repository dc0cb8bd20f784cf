import { estimate } from "#graph/inventory/estimates.ts";
import { checkTotals } from "#graph/inventory/totals.ts";
import { truthOf } from "#graph/inventory/truth.ts";
import type { TotalCheck, TotalVerdict, TruthSummary } from "#graph/schema/answers/total-check.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Text } from "#graph/schema/text.ts";

const verdictWords: Readonly<Record<TotalVerdict, Text>> = {
  near: { zh: "相差不到一倍", en: "within a factor of two" },
  low: { zh: "偏低", en: "low" },
  high: { zh: "偏高", en: "high" },
  covered: { zh: "偏离，但与所列工厂的覆盖相符", en: "off, but as the listed plants cover it" },
  part: {
    zh: "全国总量，两省为其一部分",
    en: "a total of the nation, of which the two provinces are a part",
  },
  family: {
    zh: "多种废物之和，只估算其中几种",
    en: "a sum of many wastes, of which some kinds are estimated",
  },
  "set-by": { zh: "系数由它得出，不能检验", en: "a coefficient was read from it: no test" },
  none: { zh: "无所列工厂", en: "no listed plant adds up to it" },
  "no-number": { zh: "只有文字，无数", en: "words only, no number" },
};

/** Every published total beside its estimate, then how the estimates meet the flows that were reported. */
export function totalLines(network: Network): readonly Text[] {
  const estimates = estimate(network);
  const checks = checkTotals(network, estimates);
  const { all, heldOut } = truthOf(network, estimates, checks);
  return [
    ...checks.map(totalLine),
    truthLine({ zh: "申报的流量，全部", en: "reported flows, all" }, all),
    truthLine(
      { zh: "其中未用于得出系数且年份相近的", en: "those that set no coefficient, of about the same time" },
      heldOut,
    ),
  ];
}

/** One published total beside its estimate, with the reason where it is off. */
function totalLine(check: TotalCheck): Text {
  const { total, publishedPerYear, unit, sum, plantCount, verdict } = check;
  const area = { zh: check.areaNameZh, en: check.areaNameEn };
  const year = total.year === null ? "" : ` ${total.year}`;
  const head: Text = {
    zh: `${total.id} ${area.zh}${year} ${total.itemZh}`,
    en: `${total.id} ${area.en}${year} ${total.itemEn ?? total.itemZh}`,
  };
  const said =
    publishedPerYear === null ? { zh: "无数", en: "no number" } : both(`${whole(publishedPerYear)} ${unit}`);
  const found =
    sum === null
      ? { zh: "无", en: "none" }
      : {
          zh: `${bandOf(sum)}（${plantCount} 座厂）`,
          en: `${bandOf(sum)} (${plantCount} ${plantCount === 1 ? "plant" : "plants"})`,
        };
  const about = aboutRatio(check);
  const isOff = verdict === "low" || verdict === "high";
  const note =
    isOff && total.noteZh !== null ? { zh: `；${total.noteZh}`, en: `; ${total.noteEn ?? ""}` } : both("");
  const word = verdictWords[verdict];
  return {
    zh: `${head.zh}：公布 ${said.zh}，估算 ${found.zh}${about.zh}：${word.zh}${note.zh}`,
    en: `${head.en}: published ${said.en}, estimated ${found.en}${about.en}: ${word.en}${note.en}`,
  };
}

/** How estimates meet the flows that were reported. */
function truthLine(name: Text, { count, medianAbsLogError, bandCoverage }: TruthSummary): Text {
  if (medianAbsLogError === null || bandCoverage === null)
    return { zh: `${name.zh}：没有可比的流量`, en: `${name.en}: no flow to compare` };
  const error = medianAbsLogError.toFixed(2);
  return {
    zh: `${name.zh}：${count} 条，|ln(估算/申报)| 中位数 ${error}，80 % 区间含 ${percent(bandCoverage)}`,
    en: `${name.en}: n = ${count}, median |ln(estimate/reported)| ${error}, ${percent(bandCoverage)} inside the 80 % band`,
  };
}

/** Ratio, coverage and what has no amount. */
function aboutRatio({ ratio, coverage, unknownCount }: TotalCheck): Text {
  const rate =
    ratio === null ? both("") : { zh: `，比值 ${ratio.toFixed(2)}`, en: `, ratio ${ratio.toFixed(2)}` };
  const cover =
    coverage === null
      ? both("")
      : {
          zh: `，所列活动占公布的 ${percent(coverage.share)}（${coverage.totalId}）`,
          en: `, listed activity ${percent(coverage.share)} of ${coverage.totalId}`,
        };
  const missing =
    unknownCount === 0
      ? both("")
      : { zh: `，另 ${unknownCount} 座厂数量不明`, en: `, ${unknownCount} more without an amount` };
  return { zh: `${rate.zh}${cover.zh}${missing.zh}`, en: `${rate.en}${cover.en}${missing.en}` };
}

const both = (text: string): Text => ({ zh: text, en: text });
const percent = (share: number) => `${Math.round(share * 100)} %`;
const whole = (value: number) =>
  Number(value.toPrecision(4)).toLocaleString("en", { maximumFractionDigits: 0 });

function bandOf({ low, best, high }: NonNullable<TotalCheck["sum"]>): string {
  return low === high ? whole(best) : `${whole(best)} [${whole(low)}–${whole(high)}]`;
}
