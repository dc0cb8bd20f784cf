import type { Text } from "#graph/schema/text.ts";
import type { GateText } from "#graph/matching/gates/gate.ts";
import type { GradeFacts, GradeFinding } from "#graph/matching/gates/grade.ts";
import type { QualityValue } from "#graph/matching/gates/quality-values.ts";
import { propertyWords } from "./property-words.ts";

/** The grade in words: what fails first, then what is missing, then what holds. */
export const gradeText: GateText<GradeFacts> = (facts) => {
  const { tooCold, findings, onlyOffered } = facts;
  if (tooCold)
    return {
      zh: "需要蒸汽，而供方只有热水或低品位热，不能升级",
      en: "Steam is wanted, but only hot water or low-grade heat is offered",
    };
  if (onlyOffered)
    return withLimit(facts, {
      zh: "供方写明了品质，需方未写明要求",
      en: "The supplier states its quality, the receiver no demand",
    });
  const [failing, open, met] = (["fail", "unknown", "pass"] as const).map((verdict) =>
    findings.filter((finding) => finding.verdict === verdict),
  );
  const parts = [
    ...(failing ?? []).map((finding) => compared(finding, { zh: "不符合", en: "does not meet" })),
    ...(open ?? []).map(openText),
    ...(met ?? []).map((finding) => compared(finding, { zh: "符合", en: "meets" })),
  ];
  if (parts.length === 0)
    return withLimit(facts, { zh: "供方未写明品质", en: "The supplier states no quality" });
  return withLimit(facts, {
    zh: parts.map(({ zh }) => zh).join("；"),
    en: sentence(parts.map(({ en }) => en).join("; ")),
  });
};

function withLimit({ limitZh, limitEn }: GradeFacts, { zh, en }: Text): Text {
  return {
    zh: limitZh === null ? zh : `${zh}；规则要求：${limitZh}`,
    en: limitEn === null ? en : `${en}; the rule asks for: ${limitEn}`,
  };
}

function compared({ wanted, offered }: GradeFinding, verb: Text): Text {
  const { zh, en } = propertyWords(wanted.property);
  const has = offered === null ? "" : interval(offered);
  return {
    zh: `${zh}：供方${has}，${verb.zh}要求${interval(wanted)}`,
    en: `${en}: the supplier's ${has} ${verb.en} ${interval(wanted)}`,
  };
}

function openText(finding: GradeFinding): Text {
  if (finding.offered !== null)
    return compared(finding, { zh: "不能确定是否符合", en: "may or may not meet" });
  const { zh, en } = propertyWords(finding.wanted.property);
  const wanted = interval(finding.wanted);
  return {
    zh: `${zh}：要求${wanted}，供方未写明`,
    en: `${en}: ${wanted} is asked for, the supplier states none`,
  };
}

function interval({ property, low, high }: QualityValue): string {
  const { unit } = propertyWords(property);
  if (low === high) return `${low}${unit}`;
  if (low === -Infinity) return `≤${high}${unit}`;
  return high === Infinity ? `≥${low}${unit}` : `${low}–${high}${unit}`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
