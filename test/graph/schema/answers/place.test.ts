import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { PlaceId, placeIdOf } from "#graph/schema/answers/place.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

describe("the place of an enterprise", () => {
  test.each([
    ["park:p1", "p1", "370100", "37"],
    ["park:p1", "p1", null, null],
    ["city:370100", null, "370100", "37"],
    ["province:32", null, null, "32"],
    ["outside:31", null, null, "31"],
    ["outside:33", null, "330100", "33"],
    ["outside:unknown", null, null, null],
  ])("is %s", (placeId, parkId, cityCode, provinceCode) => {
    expect(placeIdOf({ parkId, cityCode, provinceCode })).toBe(placeId);
  });

  test("is a valid place id for any enterprise", () => {
    const code = fc.constantFrom("37", "32", "31", "11");
    const enterprise = fc.record({
      parkId: fc.option(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/), { nil: null }),
      cityCode: fc.option(
        code.map((province) => `${province}0100`),
        { nil: null },
      ),
      provinceCode: fc.option(code, { nil: null }),
    });
    fc.assert(
      fc.property(enterprise, (each) => {
        expect(PlaceId.safeParse(placeIdOf(each)).success).toBe(true);
      }),
    );
  });

  test("the 678 enterprises of the seed stand at parks (238), in cities, provinces and outside (10)", () => {
    const kinds = readSeedNetwork().enterprises.map((each) => placeIdOf(each).split(":")[0]);
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    expect(count("park")).toBe(238);
    expect(count("outside")).toBe(10);
    expect(count("city") + count("province")).toBe(678 - 238 - 10);
  });
});
