import type { Rule } from "#graph/schema/rule.ts";
import { compare } from "./actors.ts";
import { hazardClassOf } from "./codes.ts";
import { ruleCase, type RuleCase } from "./fits.ts";
import { bestLevel, isRole } from "./industries.ts";

/** The rules of a network, asked from every side without reading all of them again. */
export interface RuleBook {
  /** Rules that speak of a resource code, or of the hazardous class an eight-digit code belongs to. */
  ofCode(code: string): readonly RuleCase[];
  /** Industries present in the network that a rule names as user, to the last digit or by kinship. */
  usersOf(ruleCase: RuleCase): readonly string[];
  /** Industries present that a rule names as source. */
  makersOf(ruleCase: RuleCase): readonly string[];
  /** Industries present that share at least two digits with a user the rule names. */
  nearUsersOf(ruleCase: RuleCase): readonly string[];
  ofUser(industry: string): readonly RuleCase[];
  ofMaker(industry: string): readonly RuleCase[];
  ofNearUser(industry: string): readonly RuleCase[];
}

/** Reads the rules once, in order of id; `industries` are the codes present in the network. */
export function openRuleBook(rules: readonly Rule[], industries: readonly string[]): RuleBook {
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
  return {
    ofCode: (code) => {
      const hazardClass = hazardClassOf(code);
      const own = byCode.get(code) ?? [];
      return hazardClass === null ? own : [...own, ...(byCode.get(hazardClass) ?? [])];
    },
    usersOf: (item) => users.industries.get(item) ?? [],
    makersOf: (item) => makers.industries.get(item) ?? [],
    nearUsersOf: (item) => near.industries.get(item) ?? [],
    ofUser: (industry) => users.cases.get(industry) ?? [],
    ofMaker: (industry) => makers.cases.get(industry) ?? [],
    ofNearUser: (industry) => near.cases.get(industry) ?? [],
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
