import type { Rule } from "#graph/schema/records/rule.ts";
import { compare } from "#graph/matching/ends/order.ts";
import { hazardClassOf } from "#graph/matching/knowledge/codes.ts";
import type { End } from "#graph/matching/ends/end.ts";
import { ruleCase, type RuleCase } from "./fit.ts";
import { bestLevel, isRole } from "#graph/matching/knowledge/industries.ts";
import { relateSubstances, withoutBrackets } from "#graph/matching/knowledge/substances.ts";

/** The rules of a network, asked from every side without reading all of them again. */
export interface RuleIndex {
  /** Rules that speak of a resource code, or of the hazardous class an eight-digit code belongs to. */
  ofCode(code: string): readonly RuleCase[];
  /** Industries present in the network that a rule names as user, to the last digit or by kinship. */
  usersOf(ruleCase: RuleCase): readonly string[];
  /** Industries present that a rule names as source. */
  makersOf(ruleCase: RuleCase): readonly string[];
  ofUser(industry: string): readonly RuleCase[];
  ofMaker(industry: string): readonly RuleCase[];
  /**
   * Rules whose use fills a need although its code is another: the need names the rule's waste, or what the use replaces,
   * or a waste that another rule puts to the same industry in place of the same thing; and heat serves heat.
   */
  served(need: End): readonly RuleCase[];
}

const knownIndexes = new WeakMap<
  readonly Rule[],
  { readonly industries: string; readonly index: RuleIndex }
>();

/** Reads the rules once, in order of id; `industries` are the codes present in the network. */
export function indexRules(rules: readonly Rule[], industries: readonly string[]): RuleIndex {
  const present = industries.join(" ");
  const known = knownIndexes.get(rules);
  if (known?.industries === present) return known.index;
  const index = readRules(rules, industries);
  knownIndexes.set(rules, { industries: present, index });
  return index;
}

function readRules(rules: readonly Rule[], industries: readonly string[]): RuleIndex {
  const cases = rules.toSorted((left, right) => compare(left.id, right.id)).map(ruleCase);
  const byCode = new Map<string, RuleCase[]>();
  for (const item of cases) for (const code of item.rule.resourceCodes) push(byCode, code, item);
  const users = relate(cases, industries, ({ rule }, industry) => isRole(rule.targetIndustryCodes, industry));
  const makers = relate(cases, industries, ({ rule }, industry) =>
    isRole(rule.sourceIndustryCodes, industry),
  );
  const near = relate(
    cases,
    industries,
    ({ rule }, industry) => bestLevel(rule.targetIndustryCodes, industry) > 0,
  );
  const ofCode = (code: string) => {
    const hazardClass = hazardClassOf(code);
    const own = byCode.get(code) ?? [];
    return hazardClass === null ? own : [...own, ...(byCode.get(hazardClass) ?? [])];
  };
  const served = new Map<string, readonly RuleCase[]>();
  return {
    ofCode,
    usersOf: (item) => users.industries.get(item) ?? [],
    makersOf: (item) => makers.industries.get(item) ?? [],
    ofUser: (industry) => users.cases.get(industry) ?? [],
    ofMaker: (industry) => makers.cases.get(industry) ?? [],
    served: (need) => {
      const industry = need.party.enterprise.industryCode;
      if (industry === null) return [];
      const key = [industry, need.codes.join("+"), need.listing?.resourceZh ?? ""].join("|");
      const known = served.get(key);
      if (known !== undefined) return known;
      const ofNeed = need.codes.flatMap(ofCode);
      const top = (near.cases.get(industry) ?? []).filter((item) => serves(item, need, ofNeed));
      if (served.size < 50_000) served.set(key, top);
      return top;
    },
  };
}

function relate(
  cases: readonly RuleCase[],
  industries: readonly string[],
  holds: (item: RuleCase, industry: string) => boolean,
) {
  const byCase = new Map<RuleCase, string[]>();
  const byIndustry = new Map<string, RuleCase[]>();
  for (const item of cases)
    for (const industry of industries)
      if (holds(item, industry)) {
        push(byCase, item, industry);
        push(byIndustry, industry, item);
      }
  return { industries: byCase, cases: byIndustry };
}

const heatCodes: ReadonlySet<string> = new Set(["EN10", "EN20", "EN30"]);
const isHeat = (codes: readonly string[]) => codes.some((code) => heatCodes.has(code));

function serves(item: RuleCase, need: End, rulesOfNeed: readonly RuleCase[]): boolean {
  if (isHeat(item.rule.resourceCodes) && isHeat(need.codes)) return true;
  if (relateSubstances(item.substances, need.substances) === "same") return true;
  const wanted = withoutBrackets(need.listing?.resourceZh ?? "");
  if (item.replaced.some((word) => wanted.includes(word))) return true;
  const industry = need.party.enterprise.industryCode;
  if (industry === null || !isRole(item.rule.targetIndustryCodes, industry)) return false;
  return rulesOfNeed.some(
    (other) =>
      other !== item &&
      other.replaced.some((word) => item.replaced.includes(word)) &&
      isRole(other.rule.targetIndustryCodes, industry) &&
      relateSubstances(other.substances, need.substances) !== "different",
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
