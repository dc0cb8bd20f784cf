import { describe, expect, test } from "vitest";
import { itemAt, pick, randomInt, randomNormal, seededRandom, WeightedDraw } from "#seeds/random.ts";

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

describe("seededRandom", () => {
  test("gives the same sequence for the same seed, another for another", () => {
    const first = draws(50, seededRandom(7));
    expect(draws(50, seededRandom(7))).toEqual(first);
    expect(draws(50, seededRandom(8))).not.toEqual(first);
  });

  test("is even on the unit interval: mean 1/2, variance 1/12, each tenth a tenth, neighbours unrelated", () => {
    const numbers = draws(200_000, seededRandom(1));
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(mean(numbers)).toBeCloseTo(0.5, 2);
    expect(mean(numbers.map((number) => (number - 0.5) ** 2))).toBeCloseTo(1 / 12, 3);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const number of numbers)
      tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
    // Chi-square with 9 degrees of freedom stays under 27.9 with a chance of 999 in 1000.
    expect(tenths.reduce((sum, count) => sum + (count - 20_000) ** 2 / 20_000, 0)).toBeLessThan(27.9);
    const products = numbers.slice(1).map((number, index) => (number - 0.5) * ((numbers[index] ?? 0) - 0.5));
    expect(mean(products)).toBeCloseTo(0, 2);
  });

  test("knows no seed that makes it stand still", () => {
    for (const seed of [0, 1, 2 ** 32 - 1, 2 ** 32])
      expect(new Set(draws(100, seededRandom(seed))).size).toBe(100);
  });
});

test("randomInt reaches every number below its end and no other", () => {
  const random = seededRandom(3);
  expect(new Set(draws(1000, () => randomInt(random, 6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
});

test("randomNormal has mean 0, variance 1 and 4.6 % beyond two deviations", () => {
  const random = seededRandom(4);
  const numbers = draws(100_000, () => randomNormal(random));
  expect(mean(numbers)).toBeCloseTo(0, 1);
  expect(mean(numbers.map((number) => number ** 2))).toBeCloseTo(1, 1);
  expect(numbers.filter((number) => Math.abs(number) > 2).length / numbers.length).toBeCloseTo(0.0455, 2);
});

test("pick and itemAt refuse what is not there", () => {
  expect(() => pick(seededRandom(1), [])).toThrow(RangeError);
  expect(() => itemAt(["a"], 1)).toThrow(RangeError);
});

describe("WeightedDraw", () => {
  const weights = [1, 0, 3, 6];
  const draw = new WeightedDraw(weights.length, (position) => weights[position] ?? 0);
  const sharesOf = (positions: readonly number[]) =>
    weights.map((_, position) => positions.filter((each) => each === position).length / positions.length);

  test("draws in proportion to the weights, and never a weight of 0", () => {
    const random = seededRandom(5);
    const shares = sharesOf(draws(50_000, () => draw.draw(random)));
    [0.1, 0, 0.3, 0.6].forEach((share, position) => expect(shares[position]).toBeCloseTo(share, 1));
    expect(shares[1]).toBe(0);
  });

  test("draws inside a part, and outside it, in the same proportions", () => {
    const random = seededRandom(6);
    const inside = sharesOf(draws(50_000, () => draw.draw(random, 1, 4)));
    expect([inside[0], inside[1]]).toEqual([0, 0]);
    expect(inside[2]).toBeCloseTo(1 / 3, 1);
    const outside = sharesOf(draws(50_000, () => draw.drawOutside(random, 1, 3)));
    expect([outside[1], outside[2]]).toEqual([0, 0]);
    expect(outside[0]).toBeCloseTo(1 / 7, 1);
    expect(new Set(draws(100, () => draw.drawOutside(random, 0, 3)))).toEqual(new Set([3]));
    expect(new Set(draws(100, () => draw.drawOutside(random, 2, 4)))).toEqual(new Set([0]));
  });
});
