import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import { ruleSupport, type End } from "#graph/matching/ends/end.ts";
import {
  bestLevel,
  isUntellingIndustry,
  isWasteTreatment,
  type IndustryLevel,
} from "#graph/matching/knowledge/industries.ts";
import { isRuledOut, streamsOf } from "#graph/matching/knowledge/processes.ts";
import { treatmentSuits } from "./treatment.ts";
import { isWideCode, relateSubstances, substancesIn } from "#graph/matching/knowledge/substances.ts";

/**
 * Resource fit, 0 to 1; 0 = the pair is refused.
 *
 * | match | base |
 * |---|---|
 * | same code, the names agree or the code is narrow | 1 |
 * | same code, one name is a kind of the other | 0.75 |
 * | same code, wide, a name says nothing | 0.6 |
 * | parent and child code | 0.8 × the same |
 * | only the family is common | 0.3; 0.15 where one side names a class and the other none |
 * | practice alone, no rule | 0.3 |
 * | rule | support of the rule (0.75 to 1) × industry 1 / 0.85 / 0.6 for 4 / 3 / 2 digits × 0.85 where the rule speaks of |
 * | | another source industry × 0.8 where the firm has no documented use of the resource |
 */
export const fitBase = {
  same: 1,
  kin: 0.75,
  unnamed: 0.6,
  parent: 0.8,
  family: 0.3,
  mixedFamily: 0.15,
  practice: 0.3,
} as const;
const levelWeight: Record<IndustryLevel, number> = { 0: 0, 2: 0.6, 3: 0.85, 4: 1 };
const otherSource = 0.85;
const unknownUser = 0.8;

/** A rule with what matching reads of it again and again. */
export interface RuleCase {
  readonly rule: Rule;
  readonly substances: readonly string[];
  /** What the use replaces, as words to look for in a need. */
  readonly replaced: readonly string[];
  readonly support: number;
  /** The waste as streams, which the ends' processes must give and take (see `processesOf`). */
  readonly streams: readonly string[];
  readonly isWide: boolean;
  readonly isMaterial: boolean;
  readonly isHazardous: boolean;
}

export function ruleCase(rule: Rule): RuleCase {
  const substances = substancesIn(rule.wasteZh);
  const { resourceCodes } = rule;
  return {
    rule,
    substances,
    replaced: (rule.replacesZh ?? "").split(/[、;,，]/).filter((word) => word.length > 1),
    support: ruleSupport(rule),
    streams: substances.length > 0 ? substances : resourceCodes,
    isWide: resourceCodes.some(isWideCode),
    isMaterial: resourceCodes.some((code) => !/^(?:EN|WA)/.test(code)),
    isHazardous: resourceCodes.some(isHazardousCode),
  };
}

/** A use that is called practice, but that no recorded exchange and no document shows. */
export function isUnshownUse({ support, shownBy, evidence }: Rule): boolean {
  return support === "practice" && shownBy.length === 0 && evidence.sourceUrl === null;
}

/** Fit of a listed offer to a listed need by their codes. */
export function codeFit(offer: End, need: End, match: Candidate["match"], code: string): number {
  const relation = relateSubstances(offer.substances, need.substances);
  if (relation === "different") return 0;
  if (code.startsWith("HW") && !treatmentSuits(code, need.listing?.resourceZh ?? "")) return 0;
  if (match === "class-unknown") return isEquallyVague(offer, need) ? fitBase.family : fitBase.mixedFamily;
  const agreed =
    relation === "kin"
      ? fitBase.kin
      : relation === "unnamed" && isWideCode(code)
        ? fitBase.unnamed
        : fitBase.same;
  return match === "parent-code" ? agreed * fitBase.parent : agreed;
}

/** No partner's `codeFit` to an end is higher. */
export function codeFitBound({ substances }: End, match: Candidate["match"], code: string): number {
  if (match === "class-unknown") return fitBase.family;
  const named = substances.length === 0 && isWideCode(code) ? fitBase.unnamed : fitBase.same;
  return match === "parent-code" ? named * fitBase.parent : named;
}

/** A receiver of "hazardous waste" at large may take any class; one that names its waste may not take "some". */
function isEquallyVague(offer: End, need: End): boolean {
  if (offer.substances.length === 0 && need.substances.length > 0) return false;
  return need.codes.some((code) => offer.codes.includes(code) || code === "HW");
}

/** Whether the waste a rule speaks of is the one offered or wanted by `end`; 0 refuses, else a weight. */
export function wasteFit(
  { rule, substances, isWide }: RuleCase,
  end: End,
  sourceCode: string | null,
): number {
  const relation = relateSubstances(substances, end.substances);
  if (relation === "different") return 0;
  const isSource = bestLevel(rule.sourceIndustryCodes, sourceCode) >= 3;
  const source = isSource ? 1 : otherSource;
  if (relation === "same") return source;
  if (relation === "kin") return fitBase.kin * source;
  if (!isWide) return source;
  return isSource ? fitBase.kin : 0;
}

/** Offer × need of another code that the rule's use serves (see `RuleIndex.served`); `waste` is the offer's `wasteFit`. */
export function ruleNeedFit({ rule, support, streams }: RuleCase, waste: number, need: End): number {
  if (isRuledOut(need.processes, "takes", streams)) return 0;
  const industry = need.party.enterprise.industryCode;
  return support * waste * levelWeight[bestLevel(rule.targetIndustryCodes, industry)];
}

/** Offer × enterprise whose industry the rule names; `waste` is the offer's `wasteFit`. 0 refuses. */
export function targetFit(
  ruleCase: RuleCase,
  waste: number,
  user: End,
  offer: Pick<End, "substances">,
): number {
  const { party, processes } = user;
  if (isRuledOut(processes, "takes", offer.substances)) return 0;
  // Hazardous waste is not guessed onto a plant: it must be known to take some.
  if (ruleCase.isHazardous && !party.takesHazardous) return 0;
  const history = ruleCase.rule.resourceCodes.some((code) => party.receives.has(code)) ? 1 : unknownUser;
  return roleFit(ruleCase, user, "receives") * waste * ruleCase.support * history;
}

/**
 * Offer × enterprise whose industry takes the code elsewhere. 0 refuses.
 * Hazardous waste goes to treatment firms and to plants known to take some; in a rank also to the industries that take
 * this very code elsewhere (`isTaken`). Where `isGuess` is false, every enterprise is
 * looked at for a rank; a hypothesis for a list also needs a plant by name, of a class that tells what it can use, on
 * other ground, and no treatment firm for what is no waste.
 */
export function practiceFit(
  { code, isTaken }: { readonly code: string; readonly isTaken: boolean },
  { party: { place }, substances }: End,
  { party, processes }: End,
  isGuess: boolean,
): number {
  const { enterprise, closed, takesHazardous } = party;
  if (closed || isRuledOut(processes, "takes", streamsOf(code, substances))) return 0;
  if (isHazardousCode(code) && !takesHazardous && !isWasteTreatment(enterprise.industryCode) && !isTaken)
    return 0;
  if (!isGuess) return fitBase.practice;
  return !mayBeGuessed(code, party) || place.group === party.place.group ? 0 : fitBase.practice;
}

/** Whether practice alone may make an enterprise a receiver in a list, whoever offers. */
export function mayBeGuessed(code: string, { enterprise, closed }: End["party"]): boolean {
  const { kind, industryCode } = enterprise;
  const isVague = kind !== "plant" || industryCode === null || isUntellingIndustry(industryCode);
  const isOdd = isWasteTreatment(industryCode) && !/^(?:SW|HW|\d)/.test(code);
  return !closed && !isVague && !isOdd;
}

/** Enterprise whose industry makes the waste × enterprise whose industry uses it: neither has said so. 0 refuses. */
export function hypothesisFit(ruleCase: RuleCase, maker: End, user: End): number {
  const given = roleFit(ruleCase, maker, "supplies");
  return given === 0 ? 0 : given * targetFit(ruleCase, 1, user, ruleCase);
}

/** Enterprise whose industry makes the waste × listed need: the rule must also lead to the need's industry. 0 refuses. */
export function sourceFit(ruleCase: RuleCase, maker: End, need: End): number {
  const level = bestLevel(ruleCase.rule.targetIndustryCodes, need.party.enterprise.industryCode);
  const weight = level < 3 ? 0 : roleFit(ruleCase, maker, "supplies");
  if (weight === 0) return 0;
  const waste = wasteFit(ruleCase, need, maker.party.enterprise.industryCode);
  return weight * levelWeight[level] * waste * ruleCase.support;
}

/** No maker's `sourceFit` to a need is higher. */
export function sourceFitBound({ rule, support }: RuleCase, need: End): number {
  const level = bestLevel(rule.targetIndustryCodes, need.party.enterprise.industryCode);
  return level < 3 ? 0 : levelWeight[level] * support;
}

/** No partner fits an inferred end better in this role. */
export function roleFitBound(ruleCase: RuleCase, end: End, role: "receives" | "supplies"): number {
  return ruleCase.support * roleFit(ruleCase, end, role);
}

/** An inferred end must be a plant with a name that still runs, in the rule's industry to the last digit or its kin. */
function roleFit(
  ruleCase: RuleCase,
  { party, substances, processes }: End,
  role: "receives" | "supplies",
): number {
  const { enterprise, closed } = party;
  const { rule, isMaterial, streams } = ruleCase;
  const industry = enterprise.industryCode;
  if (closed || enterprise.kind !== "plant" || industry === null) return 0;
  if (isRuledOut(processes, role === "receives" ? "takes" : "gives", streams)) return 0;
  // Water and heat serve any plant of an industry; a material only those known to use it, or that carry it in their name.
  if (isMaterial && isUntellingIndustry(industry)) {
    const isTraded = rule.resourceCodes.some((code) => party[role].has(code));
    if (!isTraded && relateSubstances(ruleCase.substances, substances) !== "same") return 0;
  }
  return levelWeight[
    bestLevel(role === "receives" ? rule.targetIndustryCodes : rule.sourceIndustryCodes, industry)
  ];
}
