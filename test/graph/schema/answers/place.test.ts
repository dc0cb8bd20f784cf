import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { isKnownPlace, PlaceId, placeIdOf, placeKindOf, PlaceKind } from "#graph/schema/answers/place.ts";

const nowhere = {
  id: "e1",
  parkId: null,
  lon: null,
  lat: null,
  countyCode: null,
  cityCode: null,
  provinceCode: null,
};
const point = { lon: 117, lat: 36.6 };
const jinan = { cityCode: "370100", provinceCode: "37" };

describe("the place of an enterprise", () => {
  test.each([
    ["park:p1", { parkId: "p1", ...point, countyCode: "370102", ...jinan }],
    ["park:p1", { parkId: "p1" }],
    ["site:e1", { ...point, countyCode: "370102", ...jinan }],
    ["site:e1", { ...point, provinceCode: "37" }],
    ["county:370102", { countyCode: "370102", ...jinan }],
    ["city:370100", jinan],
    ["province:32", { provinceCode: "32" }],
    ["outside:31", { provinceCode: "31" }],
    ["outside:33", { ...point, cityCode: "330400", provinceCode: "33" }],
    ["outside:unknown", {}],
  ])("is %s", (placeId, known) => {
    expect(placeIdOf({ ...nowhere, ...known })).toBe(placeId);
  });

  test("is a valid place id for any enterprise, and its kind can be read from it", () => {
    const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/);
    const code = fc.constantFrom("37", "32", "31", "11");
    const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
    const enterprise = fc.record({
      id,
      parkId: maybe(id),
      lon: maybe(fc.constant(117)),
      lat: maybe(fc.constant(36.6)),
      countyCode: maybe(code.map((province) => `${province}0102`)),
      cityCode: maybe(code.map((province) => `${province}0100`)),
      provinceCode: maybe(code),
    });
    fc.assert(
      fc.property(enterprise, (each) => {
        const placeId = placeIdOf(each);
        expect(PlaceId.safeParse(placeId).success).toBe(true);
        expect(placeId.startsWith(`${placeKindOf(placeId)}:`)).toBe(true);
      }),
    );
  });

  test("is known where it is a park, a point of its own or a county, and else stands for what is not known", () => {
    expect(PlaceKind.options.filter(isKnownPlace)).toEqual(["park", "site", "county"]);
  });
});
