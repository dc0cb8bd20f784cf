import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { roadFactor } from "#graph/matching/ends/distance.ts";
import type { GateLink, GateRule, Judgement } from "./gate.ts";
import { haulLimitOf, type HaulLimit } from "./haul-limit.ts";
import { exceedance, spreadOf } from "./route-length.ts";

/** Probability of exceeding the limit above which the gate fails, and below which it passes. */
const failsAbove = 0.8;
const passesBelow = 0.2;

export interface HaulFacts {
  readonly limit: HaulLimit;
  /** Probability that the route is longer than the limit, 0 to 1; null where an end has no point. */
  readonly exceeds: number | null;
  /** Route as the candidate shows it, great circle × 1.3, km; null where an end has no point. */
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

export function judgeHaul(link: GateLink): Judgement<HaulFacts> {
  const { supplier, receiver, code } = link;
  const limit = haulLimitOf(link);
  const { assumption, screenKm } = limit.reach;
  const spread = spreadOf(supplier.party.point, receiver.party.point);
  if (spread === null) {
    const facts = { limit, exceeds: null, expectedKm: null, pipeTooLong: false, needsCalculation: false };
    return { verdict: "unknown", facts, assumption };
  }
  const expectedKm = roadFactor * spread.distanceKm;
  const exceeds = exceedance(spread, limit.hardKm);
  const pipeTooLong = isPiped(code) && expectedKm > limit.hardKm;
  const needsCalculation = limit.by !== "steam" && screenKm !== null && expectedKm > screenKm;
  const facts = { limit, exceeds, expectedKm, pipeTooLong, needsCalculation };
  return { verdict: verdictOf(facts, exceeds), facts, assumption };
}

/**
 * A bulk solid on a route that is very likely longer than the likely value of a tonne pays at the freight of trucks
 * (both of the price book): only a price above it, or nobody nearer to take it, carries it so far. No ship and no premium is
 * stated that would pay for it.
 */
export function isUnpaidHaul(link: GateLink): boolean {
  const { reach, by } = haulLimitOf(link);
  if (reach.borne === null || by !== "resource") return false;
  const spread = spreadOf(link.supplier.party.point, link.receiver.party.point);
  return spread !== null && exceedance(spread, reach.typicalKm) > failsAbove;
}

/**
 * Whether the haul fails: what `judgeHaul` says, asked of every pair a search looks at. Where the limit is at least two σ
 * beyond the distance, at most a third of the routes is longer (the error of a point exceeds two σ in 14 of 100), and
 * nothing need be summed.
 */
export function haulFails(link: GateLink): boolean {
  const spread = spreadOf(link.supplier.party.point, link.receiver.party.point);
  if (spread === null) return false;
  const { hardKm } = haulLimitOf(link);
  const expectedKm = roadFactor * spread.distanceKm;
  if (isPiped(link.code) && expectedKm > hardKm) return true;
  if (hardKm > 0 && hardKm >= expectedKm + roadFactor * 2 * spread.sigmaKm) return false;
  return exceedance(spread, hardKm) > failsAbove;
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
