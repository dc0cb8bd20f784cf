import { describe, expect, it } from "vitest";
import { pictureFacts } from "#client/model/drawing/picture-facts.ts";
import { corridor, place } from "#test/browser/stage-data.ts";

const suzhou = "320500";
const at = (id: string, cityCode: string, water: number, material = 0) => ({
  ...place(id, 120, 31, water + material),
  cityCode,
  exchangeCountByLayer: { material, energy: 0, water },
});

const places = [
  at("park:A", suzhou, 4),
  at("park:B", suzhou, 3),
  at("county:320900", "320900", 3, 2),
  at("city:320100", "320100", 1, 2),
  at("outside:34", suzhou, 0),
];

describe("the facts of a picture", () => {
  it("lines join known places, and those of two parks are counted among them", () => {
    const facts = pictureFacts(places, [
      corridor("park:A", "park:B", "water", 3),
      corridor("park:A", "county:320900", "water"),
      corridor("site:X", "county:320900", "material", 2),
      corridor("park:A", "park:A", "energy", 9),
    ]);
    expect([facts.corridors, facts.betweenParks]).toEqual([3, 1]);
    expect([facts.oneEndUnknown, facts.bothEndsUnknown]).toEqual([0, 0]);
  });

  it("exchanges, not corridors, are counted where an end is unknown, and those inside an unknown place have no known end", () => {
    const facts = pictureFacts(places, [
      corridor("park:A", "city:320100", "water", 4),
      corridor("outside:34", "county:320900", "material", 2),
      corridor("city:320100", "province:32", "material", 5),
      corridor("city:320100", "city:320100", "water", 7),
    ]);
    expect([facts.corridors, facts.oneEndUnknown, facts.bothEndsUnknown]).toEqual([0, 6, 12]);
  });

  it("a city leads in a layer by its exchanges, one between two of its places counted once", () => {
    // Suzhou: 4 + 3 ends of 5 exchanges; Yancheng: 3.
    const facts = pictureFacts(places, [corridor("park:A", "park:B", "water", 2)]);
    expect(facts.busiest).toEqual([{ layer: "water", cityCode: suzhou, exchanges: 5 }]);
  });

  it("no city leads where two share the most, or the most is one exchange", () => {
    expect(pictureFacts(places, [corridor("park:A", "park:B", "water", 4)]).busiest).toEqual([]);
    expect(pictureFacts([at("park:A", suzhou, 1)], []).busiest).toEqual([]);
  });
});
