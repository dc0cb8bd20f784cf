import { describe, expect, it } from "vitest";
import { describeDistance, expectedRoadKm, makePoint } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { priceBookOf } from "#graph/matching/knowledge/price-book.ts";
import { reachesUnder } from "#graph/matching/knowledge/reach.ts";
import { shippedPrices } from "#test/fixtures/shipped-prices.ts";

describe("great-circle distance", () => {
  it("is 111.195 km for one degree along the equator and along a meridian (2πR/360, R = 6371.0088)", () => {
    expect(greatCircleKm(makePoint(0, 0, 1), makePoint(1, 0, 1))).toBeCloseTo(111.1951, 3);
    expect(greatCircleKm(makePoint(117, 36, 1), makePoint(117, 37, 1))).toBeCloseTo(111.1951, 3);
  });

  // Published figures on the mean sphere: London–Paris 344 km, Beijing–Shanghai 1,067 km.
  it("agrees with known city pairs to a kilometre", () => {
    const london = makePoint(-0.1278, 51.5074, 1);
    const paris = makePoint(2.3522, 48.8566, 1);
    expect(greatCircleKm(london, paris)).toBeCloseTo(343.6, 0);
    const beijing = makePoint(116.4074, 39.9042, 1);
    const shanghai = makePoint(121.4737, 31.2304, 1);
    expect(Math.abs(greatCircleKm(beijing, shanghai) - 1067.3)).toBeLessThan(1);
  });

  it("is half the circumference between antipodes, not NaN", () => {
    expect(greatCircleKm(makePoint(0, 0, 1), makePoint(180, 0, 1))).toBeCloseTo(20015.11, 1);
  });
});

describe("recorded distance", () => {
  it("adds the errors of the points in quadrature and flags what is under twice their sum", () => {
    const near = describeDistance(makePoint(117, 36, 3), makePoint(117, 36.0809, 4));
    expect(near).toEqual({ greatCircleKm: 9, roadKmEstimate: 11.7, errorKm: 5, uncertain: true });
    const far = describeDistance(makePoint(117, 36, 3), makePoint(117, 36.1, 4));
    expect(far).toEqual({ greatCircleKm: 11.1, roadKmEstimate: 14.5, errorKm: 5, uncertain: false });
  });

  it("is null throughout where a point is missing", () => {
    expect(describeDistance(null, makePoint(117, 36, 3))).toEqual({
      greatCircleKm: null,
      roadKmEstimate: null,
      errorKm: null,
      uncertain: true,
    });
  });

  it("never lets two uncertain points on one spot count as neighbours: 1.3 × the error is the least", () => {
    expect(expectedRoadKm(0, 45)).toBeCloseTo(58.5, 6);
    expect(expectedRoadKm(3, 4)).toBeCloseTo(6.5, 6);
  });
});

describe("reach by resource", () => {
  const { of: reachOf } = reachesUnder(priceBookOf(shippedPrices));

  it("keeps the sourced limits: steam 10 and 25 km, hot water 130 km, solids 67 to 333 km", () => {
    expect(reachOf("EN10")).toMatchObject({ screenKm: 10, hardKm: 25, assumption: true });
    expect(reachOf("EN20")).toMatchObject({ hardKm: 130, assumption: false });
    // 45 yuan likely and 75 at most: (45 − 15) / 0.45 and (75 − 10) / 0.42 km.
    expect(reachOf("SW02")).toMatchObject({ typicalKm: 67, hardKm: 155, assumption: true });
  });

  it("takes what has no worth in the price book for any other thing without a row", () => {
    const { of } = reachesUnder(priceBookOf([]));
    expect(of("SW02")).toMatchObject({ typicalKm: 33, hardKm: 150, borne: null });
  });

  it("gives an eight-digit hazardous code and a class without a row the reach of hazardous waste", () => {
    expect(reachOf("900-249-08")).toBe(reachOf("HW"));
    expect(reachOf("HW06")).toBe(reachOf("HW"));
    expect(reachOf("900-300-34")).toBe(reachOf("HW34"));
    expect(reachOf("HW34").hardKm).toBeLessThan(reachOf("HW").hardKm);
  });

  it("gives an unlisted code the fallback, marked as an assumption", () => {
    expect(reachOf("SW99")).toMatchObject({ typicalKm: 33, hardKm: 150, assumption: true });
  });
});
