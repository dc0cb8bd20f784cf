import type { Gate } from "#graph/schema/answers/candidate.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { GateLink, GateRule } from "./gate.ts";
import { qualityValuesIn, type QualityValue } from "./quality-values.ts";

/** One property that is asked for, and how what is offered meets it. */
export interface GradeFinding {
  readonly wanted: QualityValue;
  /** Null where the supplier states nothing of it. */
  readonly offered: QualityValue | null;
  readonly verdict: Gate["verdict"];
}

export interface GradeFacts {
  /** Steam is wanted and only hot water or low-grade heat is offered. */
  readonly tooCold: boolean;
  readonly findings: readonly GradeFinding[];
  /** What the supplier states while nobody says what is asked for. */
  readonly onlyOffered: boolean;
  /** The rule's technical limit as it is written; null where it has none. */
  readonly limitZh: string | null;
  readonly limitEn: string | null;
}

/**
 * Whether the grade of what is offered can serve the need: figures of both sides against each other, and those of the rule's
 * technical limit. Left out where neither side nor the rule says anything of it.
 */
export const grade: GateRule<GradeFacts> = {
  id: "grade",
  judge: (link) => {
    const facts = gradeFactsOf(link);
    const { tooCold, findings, onlyOffered, limitZh } = facts;
    if (!tooCold && findings.length === 0 && !onlyOffered && limitZh === null) return null;
    return { verdict: verdictOf(facts), facts };
  },
};

/** Asked of every pair a search looks at. */
export function gradeFails(link: GateLink): boolean {
  if (isTooCold(link)) return true;
  return wantedOf(link).some((wanted) => findingOf(wanted, offeredOf(link.supplier)).verdict === "fail");
}

function gradeFactsOf(link: GateLink): GradeFacts {
  const offered = offeredOf(link.supplier);
  const findings = wantedOf(link).map((wanted) => findingOf(wanted, offered));
  const { technicalLimitZh = null, technicalLimitEn = null } = link.ruleCase?.rule ?? {};
  return {
    tooCold: isTooCold(link),
    findings,
    onlyOffered: findings.length === 0 && offered.length > 0,
    limitZh: technicalLimitZh,
    limitEn: technicalLimitEn,
  };
}

/** Words of a limit that no figure settles. */
const beyondFigures = /需|须|限制|限值|评估|适用|放射|浸出|安定/;

function verdictOf({ tooCold, findings, limitZh }: GradeFacts): Gate["verdict"] {
  if (tooCold || findings.some(({ verdict }) => verdict === "fail")) return "fail";
  const isMet = findings.length > 0 && findings.every(({ verdict }) => verdict === "pass");
  return isMet && !beyondFigures.test(limitZh ?? "") ? "pass" : "unknown";
}

const nothing: readonly QualityValue[] = [];
const known = new WeakMap<End, readonly QualityValue[]>();

/** What an end states of its goods: in the quality text, or in the name (污水污泥(含水80%)). */
function offeredOf(end: End): readonly QualityValue[] {
  const { listing } = end;
  if (listing === null) return nothing;
  const before = known.get(end);
  if (before !== undefined) return before;
  const values = qualityValuesIn(`${listing.resourceZh}；${listing.qualityZh ?? ""}`);
  known.set(end, values);
  return values;
}

const demands = new WeakMap<readonly QualityValue[], readonly QualityValue[]>();

/** What an end asks for by its own figures. A bare figure of heat is the least that is wanted. */
function demandsOf(end: End): readonly QualityValue[] {
  const stated = offeredOf(end);
  if (stated.length === 0) return stated;
  const before = demands.get(stated);
  if (before !== undefined) return before;
  const values = stated.map(asDemand).filter((value) => value !== null);
  demands.set(stated, values);
  return values;
}

/** The receiver's own figures, else those of the rule. */
function wantedOf({ receiver, ruleCase }: GateLink): readonly QualityValue[] {
  const own = demandsOf(receiver);
  if (ruleCase === null) return own;
  const ofRule = ruleLimits(ruleCase.rule.technicalLimitZh ?? "");
  if (own.length === 0) return ofRule;
  return [...own, ...ofRule.filter(({ property }) => !own.some((each) => each.property === property))];
}

const limitsRead = new Map<string, readonly QualityValue[]>();

function ruleLimits(text: string): readonly QualityValue[] {
  const before = limitsRead.get(text);
  if (before !== undefined) return before;
  const values = qualityValuesIn(text)
    .map(asDemand)
    .filter((value) => value !== null);
  limitsRead.set(text, values);
  return values;
}

/** A bare figure without "at most" or "at least" is a demand only of temperature and pressure. */
function asDemand(value: QualityValue): QualityValue | null {
  if (value.low !== value.high) return value;
  return value.property === "temperature" || value.property === "pressure"
    ? { ...value, high: Infinity }
    : null;
}

/** Inside the limit passes, outside fails; an interval that reaches over it, or no figure, is unknown. */
function findingOf(wanted: QualityValue, values: readonly QualityValue[]): GradeFinding {
  const offered = values.find(({ property }) => property === wanted.property) ?? null;
  if (offered === null) return { wanted, offered, verdict: "unknown" };
  const isInside = offered.low >= wanted.low && offered.high <= wanted.high;
  const isOutside = offered.high < wanted.low || offered.low > wanted.high;
  return { wanted, offered, verdict: isInside ? "pass" : isOutside ? "fail" : "unknown" };
}

/** Heat by temperature: steam can always be throttled down, low-grade heat never becomes steam. */
const heatRank: Readonly<Record<string, number>> = { EN10: 3, EN20: 2, EN30: 1 };

const rankOf = (codes: readonly string[]) =>
  codes.reduce<number | null>((best, code) => {
    const rank = heatRank[code];
    return rank === undefined ? best : Math.max(best ?? 0, rank);
  }, null);

function isTooCold({ supplier, receiver, code }: GateLink): boolean {
  const wanted = rankOf(receiver.listing === null ? [code] : receiver.codes);
  if (wanted !== 3) return false;
  const offered = rankOf(supplier.listing === null ? [code] : supplier.codes);
  return offered !== null && offered < 3;
}
