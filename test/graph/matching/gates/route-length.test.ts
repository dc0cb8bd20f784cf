import { describe, expect, it } from "vitest";
import {
  exceedance,
  riceTail,
  roadFactorSpread,
  sigmaPerErrorKm,
} from "#graph/matching/gates/route-length.ts";

/** Mulberry32 and Box–Muller: a generator of the test's own. */
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Share of simulated routes beyond the limit: both points scattered in the plane, then the road factor. */
function simulated(distanceKm: number, errorsKm: readonly [number, number], limitKm: number): number {
  const draw = normals(20260815);
  const [from, to] = errorsKm.map((errorKm) => errorKm / Math.sqrt(2 * Math.log(4)));
  const draws = 40_000;
  let beyond = 0;
  for (let round = 0; round < draws; round++) {
    const x = distanceKm + draw() * (to ?? 0) - draw() * (from ?? 0);
    const y = draw() * (to ?? 0) - draw() * (from ?? 0);
    if (1.3 * Math.exp(roadFactorSpread * draw()) * Math.hypot(x, y) > limitKm) beyond++;
  }
  return beyond / draws;
}

const sigmaOf = ([from, to]: readonly [number, number]) => sigmaPerErrorKm * Math.hypot(from, to);

describe("the probability that a route exceeds a limit", () => {
  it.each([
    [0, [12, 12], 25],
    [10, [6, 20], 25],
    [33, [1, 45], 40],
    [18, [3, 3], 25],
    [78, [45, 45], 130],
    [150, [28, 6], 150],
    [400, [35, 35], 600],
    [60, [0.5, 0.5], 80],
  ] as const)("at %d km with errors %j and a limit of %d km is what a simulation counts", (...row) => {
    const [distanceKm, errorsKm, limitKm] = row;
    const computed = exceedance({ distanceKm, sigmaKm: sigmaOf(errorsKm) }, limitKm);
    // 40,000 draws: four standard errors are at most .01.
    expect(Math.abs(computed - simulated(distanceKm, errorsKm, limitKm))).toBeLessThan(0.0125);
  });

  it("has three quarters of all points within the stated error", () => {
    expect(1 - riceTail(0, sigmaOf([28, 0]), 28)).toBeCloseTo(0.75, 6);
  });

  it("is the Marcum function", () => {
    // Q₁(1, 1), Q₁(2, 3) and Q₁(3, 2) by numerical integration of the density.
    expect(riceTail(1, 1, 1)).toBeCloseTo(0.7328798037968202, 6);
    expect(riceTail(2, 1, 3)).toBeCloseTo(0.2143620876826835, 6);
    expect(riceTail(3, 1, 2)).toBeCloseTo(0.8867207544023923, 6);
  });

  it("falls with the limit, rises with the distance, and is sure at the ends", () => {
    const at = (distanceKm: number, limitKm: number) => exceedance({ distanceKm, sigmaKm: 12 }, limitKm);
    for (let km = 5; km < 300; km += 5) {
      expect(at(60, km + 5)).toBeLessThanOrEqual(at(60, km) + 1e-9);
      expect(at(km + 5, 100)).toBeGreaterThanOrEqual(at(km, 100) - 5e-3);
    }
    expect(at(60, 0)).toBe(1);
    expect(at(0, 1000)).toBeLessThan(1e-6);
  });

  it("without any error leaves the spread of roads only", () => {
    const half = exceedance({ distanceKm: 100, sigmaKm: 1e-6 }, 130);
    expect(half).toBeGreaterThan(0.2);
    expect(half).toBeLessThan(0.8);
    expect(exceedance({ distanceKm: 100, sigmaKm: 1e-6 }, 200)).toBeLessThan(0.01);
  });
});
