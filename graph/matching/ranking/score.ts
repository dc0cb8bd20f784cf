import type { RuleCase } from "#graph/matching/rules/fit.ts";
import type { End } from "#graph/matching/ends/end.ts";

/**
 * Score of a candidate, 0 to 1, for the order only: the weighted geometric mean of five parts.
 *
 *   score = fit^0.25 · practice^0.07 · distance^0.45 · evidence^0.15 · cover^0.08
 *
 * - fit: how well the resources meet (see `fit.ts`).
 * - practice: share of the plants of the receiver's industry that are known to take the code (see `takingRates`); 1 where
 *   the receiver itself declares the need.
 * - distance: reach^0.45 · nearness^0.55. Reach is 1 − Φ(ln(d / typical) / σ), σ = 1: the share of exchanges of this
 *   resource that go farther than d, were haul lengths log-normal around the resource's typical reach (Jensen et al. 2011
 *   give the median of all synergies, 33 km; spread and the medians per resource are assumptions). Nearness is
 *   5 / (5 + d), whatever the resource: most real links are short. d = 1.3 · √(great circle² + error²).
 * - evidence: geometric mean of the two ends' evidence (see `end.ts`).
 * - cover: √(min / max) of the two yearly quantities, the geometric mean of the shares of the offer taken and of the need
 *   met, down to a ratio of one to eleven; what both can pass on must make a lot worth handling.
 *
 * Weights: a conditional logit over the receivers of each recorded exchange, eight folds by the supplier's place, gives
 * practice : distance = 0.39 : 2.6 with reach : nearness = 1.24 : 1.33, alike in every fold. What recall cannot tell is
 * set by judgement: fit (its folds give 0.6 on this scale, 1.4 is taken, for a wrong substance is worse than a far one),
 * evidence and cover. `evaluate` fits anew without the exchanges it tests, so no figure rests on these numbers.
 *
 * Nothing that is not known is rewarded: it stands at the worst of its band, and nothing known scores under that, so that
 * to learn it never costs a candidate anything. A cover that is not known enters as 0.3, a distance as 400 km, an industry
 * as the one that takes the code least. Both distance and cover are recorded as null.
 */
export const scoreWeights = {
  fit: 0.25,
  practice: 0.07,
  distance: 0.45,
  evidence: 0.15,
  cover: 0.08,
} as const;

export type ScoreWeights = Readonly<Record<keyof typeof scoreWeights, number>>;

export const lnWorstCover = Math.log(0.3);
/** An end whose place is not known may stand anywhere in the two provinces. */
const worstKm = 400;
const spread = 1;
/** Of the distance part, how much is reach and how much is nearness. */
const reachShare = 0.45;
const nearKm = 5;

/**
 * ln of the distance part, 0 at 0 km and falling; a distance that is not known (NaN) counts as 400 km, as does every longer one.
 */
export function lnDistanceScore(roadKm: number, typicalKm: number): number {
  const km = Number.isNaN(roadKm) ? worstKm : Math.min(worstKm, Math.max(0, roadKm));
  return (
    reachShare * Math.log(distanceScore(km, typicalKm)) + (1 - reachShare) * Math.log(nearKm / (nearKm + km))
  );
}

/** Share of exchanges that go farther than `roadKm`, 0 to 1; 1 at 0 km, 0.5 at the typical reach. */
export function distanceScore(roadKm: number, typicalKm: number): number {
  if (roadKm <= 0) return 1;
  return Math.max(1e-6, upperNormal(Math.log(roadKm / typicalKm) / spread));
}

/** 1 − Φ(z), absolute error under 1e-7 (Abramowitz and Stegun 7.1.26). */
export function upperNormal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const half = 0.5 * poly * Math.exp(-x * x);
  return z >= 0 ? half : 1 - half;
}

/** Smallest yearly amount worth an arrangement: a truckload, a pipe of some cubic metres an hour. Assumed, not sourced. */
const lnMinimumLot: Readonly<Record<string, number>> = {
  "t/a": Math.log(30),
  "m3/a": Math.log(10_000),
  "GJ/a": Math.log(3000),
};

/** ln of √(min/max) of two yearly quantities in one unit; NaN where either is not known or the units differ. */
export function lnRatio(supplier: End, receiver: End): number {
  if (supplier.unit !== receiver.unit) return Number.NaN;
  return -0.5 * Math.abs(supplier.lnQuantity - receiver.lnQuantity);
}

/** ln of the cover part. */
export function lnCover(supplier: End, receiver: End): number {
  const ratio = lnRatio(supplier, receiver);
  const lot = Math.min(supplier.lnQuantity, receiver.lnQuantity);
  if (Number.isNaN(ratio) || lot < (lnMinimumLot[supplier.unit] ?? -Infinity)) return lnWorstCover;
  return Math.max(lnWorstCover, ratio);
}

export interface ScoreInput {
  readonly fit: number;
  readonly practice: number;
  readonly lnDistance: number;
  /** Mean of the ends' ln evidence. */
  readonly lnEvidence: number;
  readonly lnCover: number;
}

/** ln of the score. */
export function lnScore(
  { fit, practice, lnDistance, lnEvidence, lnCover }: ScoreInput,
  weights: ScoreWeights = scoreWeights,
): number {
  return (
    weights.fit * Math.log(fit) +
    weights.practice * Math.log(practice) +
    weights.distance * lnDistance +
    weights.evidence * lnEvidence +
    weights.cover * lnCover
  );
}

/** Mean ln evidence of two ends. */
export function pairEvidence(supplier: End, receiver: End, ruleCase: RuleCase | null): number {
  const inferred = supplier.listing === null || receiver.listing === null;
  const support = inferred && ruleCase !== null ? Math.log(ruleCase.support) : 0;
  return (supplier.lnEvidence + receiver.lnEvidence + support) / 2;
}
