import type { RuleCase } from "#graph/matching/rules/fit.ts";
import type { End } from "#graph/matching/ends/end.ts";

/**
 * Score of a candidate, 0 to 1, for the order only: the weighted geometric mean of four parts.
 *
 *   score = fit^0.35 · distance^0.25 · evidence^0.25 · cover^0.15
 *
 * - fit: how well the resources meet (see `fits.ts`).
 * - distance: 1 − Φ(ln(d / typical) / σ), σ = 1: the share of exchanges of this resource that go farther than d, were
 *   haul lengths log-normal around the resource's typical reach (Jensen et al. 2011 give the median of all synergies,
 *   33 km; spread and the medians per resource are assumptions). d = 1.3 · √(great circle² + error²).
 * - evidence: geometric mean of the two ends' evidence (see `ends.ts`).
 * - cover: √(min / max) of the two yearly quantities, the geometric mean of the shares of the offer taken and of the need
 *   met.
 *
 * A cover that is not known enters as 0.5, the middle: neither a merit nor a fault. An unknown distance enters as 0.25: an
 * end known only by its province is more often far than near. Both are recorded as null.
 */
export const scoreWeights = { fit: 0.35, distance: 0.25, evidence: 0.25, cover: 0.15 } as const;

export const lnUnknownCover = Math.log(0.5);
const lnUnknownDistance = Math.log(0.25);
const spread = 1;

/** ln of the distance part; the neutral value for an unknown distance (NaN). */
export function lnDistanceScore(roadKm: number, typicalKm: number): number {
  return Number.isNaN(roadKm) ? lnUnknownDistance : Math.log(distanceScore(roadKm, typicalKm));
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

/** ln of √(min/max) of two yearly quantities in one unit; NaN where either is not known or the units differ. */
export function lnCover(supplier: End, receiver: End): number {
  if (supplier.unit !== receiver.unit) return Number.NaN;
  return -0.5 * Math.abs(supplier.lnQuantity - receiver.lnQuantity);
}

export interface ScoreInput {
  readonly fit: number;
  readonly lnDistance: number;
  /** Mean of the ends' ln evidence. */
  readonly lnEvidence: number;
  /** NaN where not known. */
  readonly lnCover: number;
}

/** ln of the score. */
export function lnScore({ fit, lnDistance, lnEvidence, lnCover }: ScoreInput): number {
  return (
    scoreWeights.fit * Math.log(fit) +
    scoreWeights.distance * lnDistance +
    scoreWeights.evidence * lnEvidence +
    scoreWeights.cover * (Number.isNaN(lnCover) ? lnUnknownCover : lnCover)
  );
}

/** Mean ln evidence of two ends. */
export function pairEvidence(supplier: End, receiver: End, ruleCase: RuleCase | null): number {
  const inferred = supplier.listing === null || receiver.listing === null;
  const support = inferred && ruleCase !== null ? Math.log(ruleCase.support) : 0;
  return (supplier.lnEvidence + receiver.lnEvidence + support) / 2;
}
