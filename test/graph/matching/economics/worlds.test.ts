import { describe, expect, it } from "vitest";
import { capitalRecovery } from "#graph/matching/economics/haul-terms.ts";
import { atMean, priceInput, sumOf, type Term } from "#graph/matching/economics/model.ts";
import { flipsOf, swingsOf } from "#graph/matching/economics/sensitivity.ts";
import { quantileOf } from "#graph/matching/economics/triangle.ts";
import { makeWorlds, worldCount } from "#graph/matching/economics/worlds.ts";
import { randomFrom } from "#graph/matching/evaluation/bootstrap.ts";
import { roadFactorSpread, sigmaPerErrorKm } from "#graph/matching/gates/route-length.ts";
import { economicsOver, priceOf } from "#test/fixtures/priced-link.ts";

const worlds = makeWorlds(1);
const termOf = (sign: 1 | -1, price = priceOf("worth", [0, 10, 20])): Term => ({
  sign,
  factor: 1,
  inputs: [priceInput(price, worlds)],
  side: "both",
});

describe("a triangular band", () => {
  it("has the share under its mode that the mode's place says: of 0, 10, 40 a quarter; its ends are 0 and 40", () => {
    const band = { low: 0, best: 10, high: 40 };
    expect([0, 0.25, 1].map((u) => quantileOf(band, u))).toEqual([0, 10, 40]);
    // Over the mode: 1 − (40 − x)² / (40 × 30) = 0.75 at x = 40 − √300.
    expect(quantileOf(band, 0.75)).toBeCloseTo(40 - Math.sqrt(300), 9);
    expect(quantileOf({ low: 5, best: 5, high: 5 }, 0.3)).toBe(5);
  });
});

describe("worlds", () => {
  it("take one number from each of 200 strata, the same for one name and others for another", () => {
    const drawn = worlds.common("price").toSorted();
    expect(drawn.every((u, stratum) => u >= stratum / worldCount && u < (stratum + 1) / worldCount)).toBe(
      true,
    );
    expect(makeWorlds(1).common("price")).toEqual(worlds.common("price"));
    expect(
      worlds
        .apart("one")
        .toSorted()
        .every((u, stratum) => Math.floor(u * worldCount) === stratum),
    ).toBe(true);
    expect(worlds.apart("one")).toEqual(makeWorlds(1).apart("one"));
    expect(worlds.apart("one")).not.toEqual(worlds.apart("another"));
    expect(worlds.common("other")).not.toEqual(worlds.common("price"));
    expect(makeWorlds(2).common("price")).not.toEqual(worlds.common("price"));
  });

  it("have normal numbers with mean 0 and variance 1, which go with no others", () => {
    const [one, other] = [worlds.apartNormal("one"), worlds.apartNormal("other")];
    const mean = (numbers: Float64Array) => numbers.reduce((sum, z) => sum + z, 0) / worldCount;
    expect(mean(one)).toBeCloseTo(0, 0);
    expect(mean(one.map((z) => z * z))).toBeCloseTo(1, 0);
    expect(Math.abs(mean(one.map((z, world) => z * (other[world] ?? 0))))).toBeLessThan(0.25);
  });

  it("give a price the same draws in every link of a world", () => {
    const price = priceOf("truck-freight", [0.4, 0.5, 0.6]);
    expect(priceInput(price, worlds).draws).toEqual(priceInput(price, worlds).draws);
  });
});

describe("the value of information", () => {
  it("is the chance that knowing a datum turns the verdict: P(x < 8) = 8² / (20 × 10) = 0.32 where 8 must be covered", () => {
    const cost = priceOf("truck-loading", [8, 8, 8]);
    const terms = [termOf(1), termOf(-1, cost)];
    expect(sumOf(terms, atMean)).toBeCloseTo(2, 9);
    const [first] = flipsOf(terms, 1);
    expect(first?.input?.price?.item).toBe("worth");
    expect(first?.flips).toBeCloseTo(0.32, 2);
  });

  it("of the technical fit is the chance that the use does not work, and nothing where the link does not pay", () => {
    const flipOfFit = (terms: readonly Term[]) =>
      flipsOf(terms, 0.6).find(({ input }) => input === null)?.flips;
    expect(flipOfFit([termOf(1)])).toBeCloseTo(0.4, 9);
    expect(flipOfFit([termOf(-1)])).toBe(0);
  });

  it("goes with the swings, the widest first: 20 yuan of worth before 10 of loading", () => {
    const terms = [termOf(-1, priceOf("truck-loading", [10, 15, 20])), termOf(1)];
    expect(swingsOf(terms).map(({ low, high }) => [low, high])).toEqual([
      [-15, 5],
      [0, -10],
    ]);
  });
});

describe("an investment spread over its life", () => {
  it("costs 10.19 % a year at 8 % over 20 years, and a twentieth without interest", () => {
    expect(capitalRecovery(0.08, 20)).toBeCloseTo(0.101852, 6);
    expect(capitalRecovery(0, 20)).toBe(0.05);
  });
});

/** 20 links of different length and error, each in 300 truths that share their prices: how often the 80 % band holds it. */
describe("the band of a surplus", () => {
  it("holds the truth in 70 to 90 % of the cases, where prices, places and roads are drawn by another hand", () => {
    const random = randomFrom(20_261_201);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const prices = [
      priceOf("truck-freight", [0.4, 0.45, 0.6]),
      priceOf("truck-loading", [10, 15, 20]),
      priceOf("worth", [20, 45, 90], { resourceCodes: ["SW02"] }),
    ];
    const links = Array.from({ length: 20 }, (_, nth) => {
      const [routeKm, errorKm] = [10 + 4 * nth, 1 + (nth % 5) * 4];
      const { surplus } = economicsOver({ prices, routeKm, errorKm });
      if (surplus?.band == null) throw new Error("the surplus has no numbers");
      return {
        straightKm: routeKm / 1.3,
        sigmaKm: sigmaPerErrorKm * Math.hypot(errorKm, errorKm),
        band: surplus.band,
      };
    });
    let held = 0;
    const truths = 300;
    for (let truth = 0; truth < truths; truth++) {
      const [freight = 0, loading = 0, worth = 0] = prices.map((price) => quantileOf(price, random()));
      for (const { straightKm, sigmaKm, band } of links) {
        const straight = Math.hypot(straightKm + sigmaKm * normal(), sigmaKm * normal());
        const km = 1.3 * straight * Math.exp(roadFactorSpread * normal());
        const yuan = worth - loading - freight * km;
        if (yuan >= band.low && yuan <= band.high) held++;
      }
    }
    const share = held / (truths * links.length);
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
  });
});
