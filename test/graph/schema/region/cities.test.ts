import { describe, expect, test } from "vitest";
import { countyNames } from "#graph/schema/region/counties.ts";
import { cities, cityByCode } from "#graph/schema/region/cities.ts";
import { provinces } from "#graph/schema/region/provinces.ts";
import { isInRegion } from "#graph/schema/region/window.ts";

describe("divisions of the two provinces", () => {
  test("Shandong has 16 cities and 136 counties, Jiangsu 13 and 95 (ministry of civil affairs, January 2021)", () => {
    const countOf = (codes: Iterable<string>, province: string) =>
      [...codes].filter((code) => code.startsWith(province)).length;
    expect(countOf(cityByCode.keys(), "37")).toBe(16);
    expect(countOf(cityByCode.keys(), "32")).toBe(13);
    expect(countOf(countyNames.keys(), "37")).toBe(136);
    expect(countOf(countyNames.keys(), "32")).toBe(95);
  });

  test("every county lies in a known city and every city has counties", () => {
    const cityCodes = new Set([...countyNames.keys()].map((code) => `${code.slice(0, 4)}00`));
    expect([...cityCodes].sort()).toEqual([...cityByCode.keys()].sort());
  });

  test("units renamed or merged up to 2021 stand under their new code", () => {
    expect(countyNames.get("370116")).toBe("莱芜区");
    expect(countyNames.get("370614")).toBe("蓬莱区");
    expect(countyNames.get("371681")).toBe("邹平市");
    expect(countyNames.get("320685")).toBe("海安市");
    expect(countyNames.get("320614")).toBe("海门区");
    expect([...countyNames.keys()].some((code) => code.startsWith("3712"))).toBe(false);
  });

  test("every city seat lies in the window of the two provinces", () => {
    expect(cities.filter((city) => !isInRegion(city.lon, city.lat))).toEqual([]);
    expect(provinces.map((province) => province.code)).toEqual(["37", "32"]);
  });
});
