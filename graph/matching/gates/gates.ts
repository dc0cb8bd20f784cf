import type { Rule } from "#graph/schema/records/rule.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Gate } from "#graph/schema/answers/candidate.ts";
import type { CodeTable } from "#graph/matching/knowledge/codes.ts";
import { yearOf } from "#graph/matching/ends/end.ts";
import { gradeVerdict } from "./grade.ts";
import type { Link } from "#graph/matching/link.ts";
import type { LegalCase } from "#graph/matching/knowledge/law.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import { legalOf, permission, type Verdict } from "./permission.ts";
import { reachOf } from "#graph/matching/knowledge/reach.ts";
import { wasteStateOf, type WasteState } from "./waste-state.ts";

/** The five gates of a candidate, always in this order. Unknown is never pass. */
export function gatesOf(link: Link, table: CodeTable, asOf: string): Gate[] {
  const waste = wasteStateOf(link, table);
  return [
    gate("waste-identification", identification(link, waste, asOf)),
    gate("hazardous-licence", licence(link, waste, asOf)),
    gate("cross-province-permission", permission(link, waste, asOf)),
    gate("haul-reach", haul(link)),
    gate("grade", grade(link)),
  ];
}

function gate(id: Gate["id"], { verdict, reasonZh, reasonEn, legal, assumption }: Verdict): Gate {
  return { id, verdict, reasonZh, reasonEn, assumption: assumption ?? false, legal: legal ?? null };
}

type Finding = Pick<Gate, "verdict" | "reasonZh" | "reasonEn"> & { readonly case?: LegalCase };

const findings: Record<WasteState, Finding> = {
  hazardous: {
    verdict: "pass",
    reasonZh: "来源已归入危险废物类别；八位代码仍须供方确认",
    reasonEn: "Classed as hazardous waste by the source; the supplier must confirm the eight-digit code",
  },
  general: {
    verdict: "pass",
    reasonZh: "来源记为一般固体废物，非危险废物",
    reasonEn: "Recorded as ordinary solid waste, not hazardous",
  },
  unidentified: {
    verdict: "unknown",
    reasonZh: "是否属于危险废物未知，须先鉴别",
    reasonEn: "Whether it is hazardous waste is not known; identification needed",
  },
  "by-product": {
    verdict: "unknown",
    reasonZh: "副产物是产品还是固体废物须按标准鉴别",
    reasonEn: "Whether the by-product is goods or solid waste must be identified",
    case: "not-waste",
  },
  goods: {
    verdict: "pass",
    reasonZh: "按商品流通，须符合产品标准",
    reasonEn: "Traded as goods; must meet the product standard",
    case: "not-waste",
  },
  "no-solid-waste": {
    verdict: "pass",
    reasonZh: "能量和水不属于固体废物",
    reasonEn: "Energy and water are not solid waste",
    case: "not-solid-waste",
  },
};

function identification({ match, code }: Link, waste: WasteState, asOf: string): Verdict {
  if (match === "class-unknown")
    return {
      verdict: "unknown",
      reasonZh: `至少一方只写了大类（${code}），须先鉴别具体类别`,
      reasonEn: `At least one side names only a family (${code}); the class must be identified first`,
    };
  const { case: legalCase, ...finding } = findings[waste];
  return legalCase === undefined ? finding : { ...finding, legal: legalOf(legalCase, asOf) };
}

function licence(link: Link, waste: WasteState, asOf: string): Verdict {
  if (waste === "unidentified" && /^(?:SW|MA|WA)/.test(link.code))
    return {
      verdict: "unknown",
      reasonZh: "若鉴别为危险废物，接收方须持证",
      reasonEn: "If it is identified as hazardous, the receiver needs a licence",
    };
  if (waste !== "hazardous")
    return {
      verdict: "pass",
      reasonZh: "非危险废物，不需要危险废物经营许可证",
      reasonEn: "Not hazardous waste; no hazardous-waste licence needed",
    };
  const { listing } = link.receiver;
  const year = listing === null ? null : yearOf(listing);
  const named = listing?.resourceCodes.includes(link.code) === true && link.match !== "class-unknown";
  const legal = legalOf("hazardous-licence", asOf);
  if (named)
    return {
      verdict: "unknown",
      reasonZh: `接收方有接收${link.code}的公开记录（${listing.id}${year === null ? "" : `，${year}年`}），许可证类别和余量仍须核对`,
      reasonEn: `The receiver is on record as taking ${link.code} (${listing.id}${year === null ? "" : `, ${year}`}); licence class and free capacity must still be checked`,
      legal,
    };
  return {
    verdict: "unknown",
    reasonZh: "接收方的危险废物经营许可证类别和余量未知",
    reasonEn: "The receiver's licence class and free capacity are not known",
    legal,
  };
}

function haul(link: Link): Verdict {
  const { hardKm, screenKm, assumption, basisZh, basisEn } = reachOf(link.code);
  const { leastKm, mostKm } = roadRange(link.supplier, link.receiver);
  const basis = { assumption };
  if (mostKm === Infinity)
    return {
      verdict: "unknown",
      reasonZh: "一方位置未知，无法判断运距",
      reasonEn: "The position of one end is not known, so the haul cannot be judged",
      ...basis,
    };
  if (leastKm > hardKm)
    return {
      verdict: "fail",
      reasonZh: `超出运距上限${hardKm}公里（${basisZh}）`,
      reasonEn: `Beyond the haul limit of ${hardKm} km (${basisEn})`,
      ...basis,
    };
  if (mostKm > hardKm)
    return {
      verdict: "unknown",
      reasonZh: `位置误差较大，不能确定是否在运距上限${hardKm}公里以内（${basisZh}）`,
      reasonEn: `The points are too uncertain to tell whether it is within the haul limit of ${hardKm} km (${basisEn})`,
      ...basis,
    };
  if (screenKm !== null && mostKm > screenKm)
    return {
      verdict: "unknown",
      reasonZh: `超过${screenKm}公里的供热须按流量和温度核算（${basisZh}）`,
      reasonEn: `Heat over more than ${screenKm} km must be calculated from flow and temperature (${basisEn})`,
      ...basis,
    };
  return {
    verdict: "pass",
    reasonZh: `在运距上限${hardKm}公里以内（${basisZh}）`,
    reasonEn: `Within the haul limit of ${hardKm} km (${basisEn})`,
    ...basis,
  };
}

const heatZh = "温度、压力和流量";
const heatEn = "temperature, pressure and flow";

/** What the rule asks for, as the end of a sentence; empty where it says nothing in the language. */
function limitOf(rule: Rule | undefined): Text {
  const [zh, en] = [rule?.technicalLimitZh ?? rule?.standard, rule?.technicalLimitEn ?? rule?.standard];
  return {
    zh: zh === undefined || zh === null ? "" : `；规则要求：${zh}`,
    en: en === undefined || en === null ? "" : `; the rule asks for: ${en}`,
  };
}

function grade(link: Link): Verdict {
  const { supplier, receiver, code, ruleCase } = link;
  if (gradeVerdict(supplier, receiver, code) === "fail")
    return {
      verdict: "fail",
      reasonZh: "需要蒸汽，而供方只有热水或低品位热，不能升级",
      reasonEn: "Steam is wanted, but only hot water or low-grade heat is offered",
    };
  const [whatZh, whatEn] = code.startsWith("EN")
    ? [heatZh, heatEn]
    : code.startsWith("WA")
      ? ["水质指标", "water quality"]
      : ["成分和品质指标", "composition and quality"];
  const limit = limitOf(ruleCase?.rule);
  return {
    verdict: "unknown",
    reasonZh: `双方未提供${whatZh}${limit.zh}`,
    reasonEn: `Neither side states ${whatEn}${limit.en}`,
  };
}
