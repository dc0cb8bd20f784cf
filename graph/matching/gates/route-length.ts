import { upperNormal } from "#graph/matching/ranking/score.ts";
import { roadFactor, type Point } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";

/**
 * How sure it is that a route stays within a limit.
 *
 * Error model: the true point lies around the recorded one as a normal distribution in the plane, equal in all
 * directions, so that `errorKm` is the radius that holds 75 % (measured: 72 to 75 % of the plants whose point is known lie
 * within one error of their county's or city's seat). σ per axis is then e / √(2 ln 4). The distance of two such points is
 * Rice-distributed with σ² = σ₁² + σ₂², and the route is that distance × a road factor, log-normal around 1.3; 1.2 to 1.5
 * hold 80 % of it (the range fitted to prefectures), so σ of its logarithm is 0.087.
 */
export const sigmaPerErrorKm = 1 / Math.sqrt(2 * Math.log(4));
export const roadFactorSpread = Math.log(1.5 / 1.2) / (2 * 1.2816);

const manySigmas = 12;

/** Nodes and weights of the five-point Gauss–Hermite rule for a standard normal variable. */
const nodes = [-2.8569700138728, -1.3556261799742, 0, 1.3556261799742, 2.8569700138728] as const;
const weights = [
  0.0112574113277, 0.2220759220056, 0.5333333333333, 0.2220759220056, 0.0112574113277,
] as const;

/** Great circle and σ per axis of the distance between two points, km; null where a point is not known. */
export interface Spread {
  readonly distanceKm: number;
  readonly sigmaKm: number;
}

export function spreadOf(from: Point | null, to: Point | null): Spread | null {
  if (from === null || to === null) return null;
  return {
    distanceKm: greatCircleKm(from, to),
    sigmaKm: sigmaPerErrorKm * Math.hypot(from.errorKm, to.errorKm),
  };
}

/** Probability, 0 to 1, that the route between the two is longer than `limitKm`. */
export function exceedance({ distanceKm, sigmaKm }: Spread, limitKm: number): number {
  if (limitKm <= 0) return 1;
  // Beyond what six σ of the points and four of the road can bridge nothing need be summed.
  const leeway = Math.exp(4 * roadFactorSpread);
  const straightLimitKm = limitKm / roadFactor;
  if ((distanceKm + 6 * sigmaKm) * leeway < straightLimitKm) return 0;
  if (distanceKm - 6 * sigmaKm > straightLimitKm * leeway) return 1;
  if (distanceKm > manySigmas * sigmaKm) {
    // Far apart against the error, the distance itself is nearly log-normal: both spreads add in quadrature.
    const expectedKm = roadFactor * Math.hypot(distanceKm, sigmaKm);
    const spread = Math.hypot(roadFactorSpread, sigmaKm / distanceKm);
    return upperNormal(Math.log(limitKm / expectedKm) / spread);
  }
  return nodes.reduce<number>((sum, node, at) => {
    const straightKm = limitKm / (roadFactor * Math.exp(roadFactorSpread * node));
    return sum + (weights[at] ?? 0) * riceTail(distanceKm, sigmaKm, straightKm);
  }, 0);
}

/** P(distance > x) of the Rice distribution: the Marcum function Q₁(ν/σ, x/σ). */
export function riceTail(distanceKm: number, sigmaKm: number, x: number): number {
  if (sigmaKm <= 0) return distanceKm > x ? 1 : 0;
  const [a, b] = [distanceKm / sigmaKm, x / sigmaKm];
  return poissonMixture((a * a) / 2, (b * b) / 2);
}

/** Q₁ as Σ Poisson(k; m) · P(Poisson(y) ≤ k); both distributions are walked together. */
function poissonMixture(m: number, y: number): number {
  let [ofM, ofY] = [Math.exp(-m), Math.exp(-y)];
  let [sum, cumulativeY, cumulativeM] = [0, 0, 0];
  for (let k = 0; k < 300 && cumulativeM < 1 - 1e-9; k++) {
    cumulativeY += ofY;
    cumulativeM += ofM;
    sum += ofM * cumulativeY;
    ofM *= m / (k + 1);
    ofY *= y / (k + 1);
  }
  return Math.min(1, sum);
}
