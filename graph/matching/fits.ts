import type { Candidate } from "#graph/schema/candidate.ts";
import { isHazardousCode } from "#graph/schema/resource.ts";
import type { Rule } from "#graph/schema/rule.ts";
import type { Actor } from "./actors.ts";
import { ruleSupport, type End } from "./ends.ts";
import { bestLevel, canRunProcess, isRole, isUntellingIndustry, type IndustryLevel } from "./industries.ts";
import { treatmentSuits } from "./treatment.ts";
import { isWideCode, relateSubstances, substancesIn } from "./substances.ts";

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
} as const;
const levelWeight: Record<IndustryLevel, number> = { 0: 0, 2: 0.6, 3: 0.85, 4: 1 };
const otherSource = 0.85;
const noTrace = 0.8;

/** A rule with what matching reads of it again and again. */
export interface RuleCase {
  readonly rule: Rule;
  readonly substances: readonly string[];
  readonly replaced: readonly string[];
  readonly support: number;
}

export function ruleCase(rule: Rule): RuleCase {
  return {
    rule,
    substances: substancesIn(rule.wasteZh),
    replaced: (rule.replacesZh ?? "").split(/[、;,，]/).filter((word) => word.length > 1),
    support: ruleSupport(rule),
  };
}

/** Fit of a listed offer to a listed need by their codes. */
export function codeFit(offer: End, need: End, match: Candidate["match"], code: string): number {
  const relation = relateSubstances(offer.substances, need.substances);
  if (relation === "different" || !treatmentSuits(code, need.listing?.resourceZh ?? "")) return 0;
  if (match === "class-unknown") return isEquallyVague(offer, need) ? fitBase.family : fitBase.mixedFamily;
  const agreed =
    relation === "kin"
      ? fitBase.kin
      : relation === "unnamed" && isWideCode(code)
        ? fitBase.unnamed
        : fitBase.same;
  return match === "parent-code" ? agreed * fitBase.parent : agreed;
}

/** A receiver of "hazardous waste" at large may take any class; one that names its waste may not take "some". */
function isEquallyVague(offer: End, need: End): boolean {
  if (offer.substances.length === 0 && need.substances.length > 0) return false;
  return need.codes.some((code) => offer.codes.includes(code) || code === "HW");
}

/** Whether the waste a rule speaks of is the one offered or wanted by `end`; 0 refuses, else a weight. */
export function wasteFit(ruleCase: RuleCase, end: End, sourceCode: string | null): number {
  const { rule, substances } = ruleCase;
  const sourceLevel = bestLevel(rule.sourceIndustryCodes, sourceCode);
  const source = sourceLevel >= 3 ? 1 : otherSource;
  const relation = relateSubstances(substances, end.substances);
  if (relation === "different") return 0;
  if (relation === "same") return source;
  if (relation === "kin") return fitBase.kin * source;
  const wide = rule.resourceCodes.some(isWideCode);
  if (!wide) return source;
  return sourceLevel >= 3 ? fitBase.kin : 0;
}

/** Offer × need of another code: the need must be one that the rule's use serves. 0 refuses. */
export function ruleNeedFit(
  ruleCase: RuleCase,
  offer: End,
  need: End,
  rulesOfNeed: readonly RuleCase[],
): number {
  const { rule, support } = ruleCase;
  const industry = need.actor.enterprise.industryCode;
  const level = levelWeight[bestLevel(rule.targetIndustryCodes, industry)];
  if (level === 0 || !canRunProcess(need.actor.enterprise, ruleCase.substances)) return 0;
  const waste = wasteFit(ruleCase, offer, offer.actor.enterprise.industryCode);
  return waste === 0 || !servesNeed(ruleCase, offer, need, rulesOfNeed) ? 0 : support * level * waste;
}

/**
 * Whether a need of another code is the one a rule's use fills: the need names the offered thing itself, or what the
 * rule replaces, or a waste that another rule puts to the same industry in place of the same thing; heat serves heat.
 */
function servesNeed(ruleCase: RuleCase, offer: End, need: End, rulesOfNeed: readonly RuleCase[]): boolean {
  if (isHeat(offer.codes) && isHeat(need.codes)) return true;
  if (relateSubstances(offer.substances, need.substances) === "same") return true;
  const wanted = need.listing?.resourceZh ?? "";
  if (ruleCase.replaced.some((word) => wanted.includes(word))) return true;
  return rulesOfNeed.some(
    (other) =>
      other !== ruleCase &&
      other.replaced.some((word) => ruleCase.replaced.includes(word)) &&
      bestLevel(other.rule.targetIndustryCodes, need.actor.enterprise.industryCode) === 4 &&
      relateSubstances(other.substances, need.substances) !== "different",
  );
}

const heatCodes: ReadonlySet<string> = new Set(["EN10", "EN20", "EN30"]);
const isHeat = (codes: readonly string[]) => codes.some((code) => heatCodes.has(code));

/** Offer × enterprise whose industry the rule names. 0 refuses. */
export function targetFit(ruleCase: RuleCase, offer: End, actor: Actor): number {
  const weight = roleFit(ruleCase, actor, "receives");
  if (weight === 0 || (isHazardousRule(ruleCase.rule) && !takesHazardous(actor))) return 0;
  const waste = wasteFit(ruleCase, offer, offer.actor.enterprise.industryCode);
  return weight * waste * ruleCase.support * traceWeight(actor, ruleCase.rule.resourceCodes);
}

const isHazardousRule = ({ resourceCodes }: Rule) => resourceCodes.some(isHazardousCode);
/** Hazardous waste is not guessed onto a plant: it must be known to take some. */
const takesHazardous = ({ receives }: Actor) => [...receives].some(isHazardousCode);

/** Enterprise whose industry makes the waste × listed need: the rule must also lead to the need's industry. 0 refuses. */
export function sourceFit(ruleCase: RuleCase, actor: Actor, need: End): number {
  const weight = roleFit(ruleCase, actor, "supplies");
  if (weight === 0) return 0;
  const level = bestLevel(ruleCase.rule.targetIndustryCodes, need.actor.enterprise.industryCode);
  const target = level < 3 ? 0 : levelWeight[level];
  const waste = wasteFit(ruleCase, need, actor.enterprise.industryCode);
  return weight * target * waste * ruleCase.support;
}

type Role = "receives" | "supplies";

/** An inferred end must be a plant with a name that still runs, in the rule's industry to the last digit or its kin. */
function roleFit({ substances, rule }: RuleCase, actor: Actor, role: Role): number {
  const { enterprise, closed } = actor;
  const industry = enterprise.industryCode;
  if (closed || enterprise.kind !== "plant" || industry === null) return 0;
  const codes = role === "receives" ? rule.targetIndustryCodes : rule.sourceIndustryCodes;
  if (!isRole(codes, industry) || !canRunProcess(enterprise, substances)) return 0;
  const untelling = isMaterial(rule) && isUntellingIndustry(industry);
  if (untelling && !hasTrace(actor[role], rule, substances, enterprise.nameZh)) return 0;
  return levelWeight[bestLevel(codes, industry)];
}

/** Water and heat serve any plant of an industry; a material only those that run the process. */
const isMaterial = (rule: Rule) => rule.resourceCodes.some((code) => !/^(?:EN|WA)/.test(code));

/** The class does not tell: the firm must be known to use the resource, or carry it in its name. */
function hasTrace(
  traded: ReadonlySet<string>,
  rule: Rule,
  substances: readonly string[],
  nameZh: string,
): boolean {
  if (rule.resourceCodes.some((code) => traded.has(code))) return true;
  return relateSubstances(substances, substancesIn(nameZh)) === "same";
}

function traceWeight(actor: Actor, codes: readonly string[]): number {
  return codes.some((code) => actor.receives.has(code)) ? 1 : noTrace;
}
