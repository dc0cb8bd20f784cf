import { describe, expect, it } from "vitest";
import { distanceScore, upperNormal } from "#graph/matching/ranking/score.ts";

describe("upper tail of the normal distribution", () => {
  // Standard tables.
  it.each([
    [0, 0.5],
    [1, 0.158655],
    [1.96, 0.024998],
    [-1, 0.841345],
    [3, 0.00135],
  ])("at %d is %d", (z, tail) => {
    expect(upperNormal(z)).toBeCloseTo(tail, 5);
  });
});

describe("distance part", () => {
  it("is one half at the typical reach, 1 at no distance, and falls all the way", () => {
    expect(distanceScore(33, 33)).toBeCloseTo(0.5, 7);
    expect(distanceScore(0, 33)).toBe(1);
    expect(distanceScore(33 * Math.E, 33)).toBeCloseTo(0.158655, 5);
    const scores = [1, 5, 20, 80, 300, 900].map((km) => distanceScore(km, 33));
    expect(scores.toSorted((left, right) => right - left)).toEqual(scores);
  });
});
