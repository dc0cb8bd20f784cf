import { describe, expect, test } from "vitest";
import { meanOver, randomFrom } from "#graph/matching/evaluation/bootstrap.ts";
import { chances, fitWeights } from "#graph/matching/evaluation/fit-weights.ts";
import { calibration, compareMeasures, measure } from "#graph/matching/evaluation/measures.ts";
import { notFound, recallAt, reciprocalRank, standingOf } from "#graph/matching/evaluation/ranked.ts";

describe("a standing", () => {
  test("counts what is above and what is equal; a score that is not a number is not ranked", () => {
    expect(standingOf([3, 2, 2, 1], 0)).toEqual({ above: 0, tied: 1 });
    expect(standingOf([3, 2, 2, 1], 2)).toEqual({ above: 1, tied: 2 });
    expect(standingOf([3, Number.NaN, 1], 2)).toEqual({ above: 1, tied: 1 });
    expect(standingOf([3, Number.NaN, 1], 1)).toEqual(notFound);
  });

  test("gives ties by expectation, by hand", () => {
    // Three share the places 2, 3 and 4.
    const shared = { above: 1, tied: 3 };
    expect([1, 2, 3, 4].map((size) => recallAt(shared, size))).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(reciprocalRank(shared)).toBeCloseTo((1 / 2 + 1 / 3 + 1 / 4) / 3, 12);
    expect([recallAt(notFound, 50), reciprocalRank(notFound)]).toEqual([0, 0]);
    // Everything equal among n: chance.
    expect(recallAt({ above: 0, tied: 20 }, 5)).toBe(0.25);
  });
});

describe("a mean over groups", () => {
  test("is the mean, inside its interval, and does not move with the order of equal draws", () => {
    const values = [1, 0, 1, 1, 0, 0];
    const figure = meanOver(values, ["a", "a", "b", "b", "c", "c"], 7);
    expect(figure?.value).toBe(0.5);
    expect(figure?.low).toBe(0);
    expect(figure?.high).toBe(1);
    expect(meanOver(values, ["a", "a", "b", "b", "c", "c"], 7)).toEqual(figure);
    expect(meanOver([1, 0], ["a", "a"], 1)).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(meanOver([], [], 1)).toBeNull();
  });

  test("draws numbers that fill [0, 1) evenly, others for another seed", () => {
    const random = randomFrom(3);
    const bins = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw++) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 1000)).toBeLessThan(150);
    expect(randomFrom(3)()).not.toBe(randomFrom(4)());
  });

  test("of paired differences is the difference of the means", () => {
    const [left, right] = [
      [1, 3, 12].map((rank) => ({ above: rank - 1, tied: 1 })),
      [2, 3, 60].map((rank) => ({ above: rank - 1, tied: 1 })),
    ];
    const groups = ["a", "b", "c"];
    const difference = compareMeasures(left ?? [], right ?? [], { groups, seed: 1 });
    for (const name of ["recallAt1", "recallAt10", "recallAt20", "mrr", "found"] as const) {
      const [a, b] = [left, right].map((each) => measure(each ?? [], groups, 1)?.[name].value ?? Number.NaN);
      expect(difference?.[name].value).toBeCloseTo((a ?? 0) - (b ?? 0), 3);
    }
  });
});

test("calibration by hand: two forecasts of 0.9 and two of 0.1, one of each wrong", () => {
  const forecasts = [
    { stated: 0.9, came: true },
    { stated: 0.9, came: false },
    { stated: 0.1, came: false },
    { stated: 0.1, came: true },
  ];
  // Brier: (0.01 + 0.81 + 0.01 + 0.81) / 4; in both bins 0.9 or 0.1 stands against one half.
  expect(calibration(forecasts)).toEqual({ brier: 0.41, ece: 0.4, forecasts: 4 });
  expect(calibration([])).toBeNull();
});

describe("fitted weights", () => {
  const pair = (truth: number) => ({
    rows: [
      [0, 5],
      [1, 5],
    ],
    truth,
  });

  test("meet the condition of the optimum; what carries no information keeps its own", () => {
    const choices = [pair(1), pair(1), pair(1), pair(0)];
    const [weight = 0, other] = fitWeights(choices, [0, 2], [0, 1]);
    // Slope of the likelihood against the pull towards 0: 3 − 4·σ(w) = w.
    expect(3 - 4 / (1 + Math.exp(-weight))).toBeCloseTo(weight, 6);
    expect(other).toBe(2);
    expect(chances([[0], [0], [Math.log(2)]], [1])).toEqual([0.25, 0.25, 0.5]);
  });

  test("never punish a better part, and learn nothing from a query whose answer is not ranked", () => {
    expect(fitWeights([pair(0), pair(0)], [0.1, 0], [0])).toEqual([0, 0]);
    expect(fitWeights([pair(-1)], [0.3, 0], [0])).toEqual([0.3, 0]);
  });
});
