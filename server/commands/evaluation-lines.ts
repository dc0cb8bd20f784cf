import type { Figure } from "#graph/matching/evaluation/bootstrap.ts";
import type { CaseEvaluation } from "#graph/matching/evaluation/evaluate-cases.ts";
import type { NetworkEvaluation, SetReport } from "#graph/matching/evaluation/evaluate-network.ts";
import type { Measures } from "#graph/matching/evaluation/measures.ts";
import type { CaseSet } from "#graph/matching/evaluation/network-cases.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Language } from "./terminal.ts";

const setNames: Readonly<Record<CaseSet, Text>> = {
  all: { zh: "全部", en: "all" },
  differentCompanies: { zh: "不同集团", en: "different companies" },
  plantsByProducts: {
    zh: "有名称的企业、副产物与能水、不同集团",
    en: "plants by name, by-products and utilities, different companies",
  },
  plantsBetweenParks: { zh: "同上，且不在同一园区", en: "the same, on different ground" },
};

const protocolNote: Text = {
  zh: "每条隐藏后按其自身说法重新提问；排序时略去其他真实接收方；括号内为按供方所在地自助抽样的 95% 区间；没有记录的链接不等于不存在",
  en: "each hidden and asked anew in its own words; other true receivers left out of the ranking; in brackets 95 % by bootstrap over the suppliers' grounds; a link that nobody recorded may exist all the same",
};

const baselineNames: Readonly<Record<string, Text>> = {
  distance: { zh: "仅距离", en: "distance alone" },
  popularity: { zh: "行业热度", en: "popularity" },
  exactCode: { zh: "代码完全相同", en: "exact code" },
  backOff: { zh: "代码逐级放宽", en: "back-off" },
  nearestNeighbours: { zh: "最近邻", en: "nearest neighbours" },
  donor: { zh: "供方行业", en: "donor industry" },
  text: { zh: "文字相似", en: "like words" },
};

const productName: Text = { zh: "本产品", en: "product" };

/** What the terminal shows of an evaluation on the network. */
export function networkLines(evaluation: NetworkEvaluation, language: Language): readonly string[] {
  const { protocol, strict, asOf, seed, sets, untested } = evaluation;
  const left = Object.values(untested).reduce((sum, count) => sum + count, 0);
  const head =
    language === "zh"
      ? `协议 ${protocol}${strict ? "，严格" : ""}，${asOf}，种子 ${seed}；${left} 条不能测试`
      : `protocol ${protocol}${strict ? ", strict" : ""}, ${asOf}, seed ${seed}; ${left} exchanges cannot be tested`;
  const bodies = Object.entries(sets).flatMap(([name, report]) =>
    report === null || report === undefined
      ? []
      : ["", ...setLines(setNames[name as CaseSet], report, language)],
  );
  return [head, protocolNote[language], ...bodies];
}

function setLines(name: Text, report: SetReport, language: Language): readonly string[] {
  const { n, cityRecallAt5, industryRecallAt5, failures } = report;
  const words =
    language === "zh"
      ? { city: "城市 R@5", industry: "行业(3位) R@5", missed: "前十未中" }
      : { city: "city R@5", industry: "industry (3 digits) R@5", missed: "not in the first ten" };
  const causes = Object.entries(failures).filter(([, count]) => count > 0);
  return [
    `${name[language]} (n = ${n})`,
    ...tableLines(report, language),
    `  ${words.city} ${figure(cityRecallAt5)}  ${words.industry} ${figure(industryRecallAt5)}`,
    `  ${words.missed}: ${causes.map(([cause, count]) => `${cause} ${count}`).join(", ")}`,
    ...calibrationLines(report.calibration, language),
  ];
}

/** What the terminal shows of an evaluation on a case library. */
export function caseLines(evaluation: CaseEvaluation, left: number, language: Language): readonly string[] {
  const { n, cases, candidates, seed, recallCeiling, divisions, unseenRecallAt10, failures } = evaluation;
  const head =
    language === "zh"
      ? `按案例留出，n = ${n}（${cases} 个案例，${candidates} 个候选行业，${left} 行未用），种子 ${seed}；可达上限 ${figure(recallCeiling)}`
      : `whole cases left out, n = ${n} (${cases} cases, ${candidates} industries ranked, ${left} rows not used), seed ${seed}; ceiling ${figure(recallCeiling)}`;
  const words =
    language === "zh"
      ? { division: "大类(2位)", unseen: "其他案例中从未接收的行业" }
      : { division: "division (2 digits)", unseen: "industries that receive in no other case" };
  return [
    head,
    ...tableLines(evaluation, language),
    `  ${words.division} R@5 ${figure(divisions.recallAt5)}, MRR ${figure(divisions.mrr)}`,
    ...(unseenRecallAt10 === null ? [] : [`  ${words.unseen} R@10 ${figure(unseenRecallAt10)}`]),
    `  ${Object.entries(failures)
      .map(([cause, count]) => `${cause} ${count}`)
      .join(", ")}`,
    ...calibrationLines(evaluation.calibration, language),
  ];
}

type Compared = Pick<SetReport | CaseEvaluation, "method" | "baselines">;

function tableLines({ method, baselines }: Compared, language: Language): readonly string[] {
  const rows = Object.entries(baselines).map(([name, { measures, difference }]) => {
    const label = baselineNames[name]?.[language] ?? name;
    const ahead = `${language === "zh" ? "领先" : "ahead by"} R@10 ${figure(difference.recallAt10)}, MRR ${figure(difference.mrr)}`;
    return `${measureLine(label, measures)}; ${ahead}`;
  });
  return [measureLine(productName[language], method), ...rows].map((line) => `  ${line}`);
}

function measureLine(label: string, measures: Measures): string {
  const { recallAt1, recallAt5, recallAt10, recallAt20, recallAt50, mrr, found } = measures;
  const sizes = [recallAt1, recallAt5, recallAt10, recallAt20, recallAt50].map(({ value }) => two(value));
  return `${label}: R@1/5/10/20/50 ${sizes.join(" ")}, R@10 ${figure(recallAt10)}, MRR ${figure(mrr)}, found ${two(found.value)}`;
}

function calibrationLines(found: SetReport["calibration"], language: Language): readonly string[] {
  if (found === null) return [];
  const label = language === "zh" ? "校准" : "calibration";
  return [`  ${label}: Brier ${found.brier.toFixed(3)}, ECE ${found.ece.toFixed(3)}`];
}

const two = (value: number) => value.toFixed(3);
const figure = (of: Figure | null) =>
  of === null ? "—" : `${two(of.value)} (${two(of.low)}–${two(of.high)})`;
