import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import { reachOf, type Reach } from "#graph/matching/knowledge/reach.ts";
import type { GateLink, GateRule, Judgement } from "./gate.ts";
import { exceedance, spreadOf } from "./route-length.ts";

/** Probability of exceeding the limit above which the gate fails, and below which it passes. */
const failsAbove = 0.8;
const passesBelow = 0.2;

export interface HaulFacts {
  readonly reach: Reach;
  /** Probability that the route is longer than the limit, 0 to 1; null where an end has no point. */
  readonly exceeds: number | null;
  /** Expected route, km; null where an end has no point. */
  readonly expectedKm: number | null;
  /** A pipe whose expected route is too long fails, however uncertain the points are. */
  readonly pipeTooLong: boolean;
  /** Heat beyond the length up to which it is taken as feasible: flow and temperature decide. */
  readonly needsCalculation: boolean;
}

/** Distance: fails where the route is very likely longer than the resource is carried, passes where it hardly can be. */
export const haulReach: GateRule<HaulFacts> = {
  id: "haul-reach",
  judge: (link) => judgeHaul(link),
};

export function judgeHaul({ supplier, receiver, code }: GateLink): Judgement<HaulFacts> {
  const reach = reachOf(code);
  const spread = spreadOf(supplier.party.point, receiver.party.point);
  const { assumption } = reach;
  if (spread === null) {
    const facts = { reach, exceeds: null, expectedKm: null, pipeTooLong: false, needsCalculation: false };
    return { verdict: "unknown", facts, assumption };
  }
  const { expectedKm } = roadRange(supplier, receiver);
  const exceeds = exceedance(spread, reach.hardKm);
  const pipeTooLong = isPiped(code) && expectedKm > reach.hardKm;
  const needsCalculation = reach.screenKm !== null && expectedKm > reach.screenKm;
  const facts = { reach, exceeds, expectedKm, pipeTooLong, needsCalculation };
  return { verdict: verdictOf(facts, exceeds), facts, assumption };
}

function verdictOf(
  { pipeTooLong, needsCalculation }: HaulFacts,
  exceeds: number,
): Candidate["gates"][number]["verdict"] {
  if (exceeds > failsAbove || pipeTooLong) return "fail";
  return exceeds < passesBelow && !needsCalculation ? "pass" : "unknown";
}

/** Heat, gas and water go by pipe; power does not, but is no less bound to a line. */
const isPiped = (code: string) => /^(?:EN|WA)/.test(code);
