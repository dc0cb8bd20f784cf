import { describe, expect, test } from "vitest";
import { cities, cityByCode } from "#graph/schema/region/cities.ts";
import { cityErrorKm, counties, countyByCode, countyErrorKm } from "#graph/schema/region/counties.ts";
import { retiredDivisionOf, retiredDivisions } from "#graph/schema/region/retired-divisions.ts";
import { isInRegion } from "#graph/schema/region/window.ts";
import { kilometresBetween } from "#test/support/kilometres.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const countOf = (codes: Iterable<string>, province: string) =>
  [...codes].filter((code) => code.startsWith(province)).length;

describe("cities and counties of the two provinces", () => {
  test("are as many as GB/T 2260 of 2021 has: 16 and 13 cities, 136 and 95 counties", () => {
    expect(countOf(cityByCode.keys(), "37")).toBe(16);
    expect(countOf(cityByCode.keys(), "32")).toBe(13);
    expect(countOf(countyByCode.keys(), "37")).toBe(136);
    expect(countOf(countyByCode.keys(), "32")).toBe(95);
  });

  test("every county belongs to a city that is there, and every city has counties", () => {
    expect([...new Set(counties.map(({ cityCode }) => cityCode))].sort()).toEqual(
      [...cityByCode.keys()].sort(),
    );
  });

  test("no two counties are shown under one name, in either language", () => {
    expect(new Set(counties.map(({ labelZh }) => labelZh)).size).toBe(231);
    expect(new Set(counties.map(({ labelEn }) => labelEn)).size).toBe(231);
    expect(countyByCode.get("320302")).toMatchObject({ labelZh: "徐州市鼓楼区", labelEn: "Gulou, Xuzhou" });
  });

  test("every seat lies in the window, in its province's part of it, not far from its city's seat", () => {
    const astray = counties.filter(({ cityCode, lon, lat }) => {
      const city = cityByCode.get(cityCode);
      const far = city === undefined ? Infinity : kilometresBetween(city, { lon, lat });
      return !isInRegion(lon, lat) || far > 2.5 * (cityErrorKm(cityCode) ?? 0);
    });
    expect(astray).toEqual([]);
  });

  test("the areas add up to those of the provinces: Shandong 157,900 and Jiangsu 107,200 km² (statistical yearbooks)", () => {
    const areaOf = (province: string) =>
      counties
        .filter(({ provinceCode }) => provinceCode === province)
        .reduce((sum, { radiusKm }) => sum + Math.PI * radiusKm ** 2, 0);
    expect(areaOf("37") / 157_900).toBeCloseTo(1, 1);
    expect(areaOf("32") / 107_200).toBeCloseTo(1, 1);
  });
});

describe("the error of a seat", () => {
  const plants = readSeedNetwork().enterprises.flatMap(({ lon, lat, cityCode, countyCode }) =>
    lon === null || lat === null ? [] : [{ lon, lat, cityCode, countyCode }],
  );

  test("of a city holds about three quarters of the plants whose own point is known", () => {
    const shares = plants.flatMap((plant) => {
      const city = cityByCode.get(plant.cityCode ?? "");
      const error = cityErrorKm(plant.cityCode ?? "");
      return city === undefined || error === null ? [] : [kilometresBetween(city, plant) / error];
    });
    const within = shares.filter((share) => share <= 1).length / shares.length;
    expect(within).toBeGreaterThan(0.68);
    expect(within).toBeLessThan(0.82);
    expect(cityErrorKm("310000")).toBeNull();
  });

  test("of a city is that of its counties' areas together, so larger than each of them", () => {
    for (const { code } of cities) {
      const members = counties.filter(({ cityCode }) => cityCode === code).map(countyErrorKm);
      expect(cityErrorKm(code)).toBeGreaterThanOrEqual(Math.floor(Math.max(...members)));
      expect(cityErrorKm(code)).toBeLessThanOrEqual(Math.ceil(members.reduce((sum, each) => sum + each, 0)));
    }
  });
});

describe("codes that were given up", () => {
  test.each([
    ["371202", "莱城区", 2019, "370116"],
    ["370282", "即墨市", 2017, "370215"],
    ["320323", "铜山县", 2010, "320312"],
    ["320684", "海门市", 2020, "320614"],
    ["320482", "金坛市", 2015, "320413"],
    ["370684", "蓬莱市", 2020, "370614"],
  ])("%s %s became %s in %i", (code, nameZh, year, successor) => {
    expect(retiredDivisionOf(code)).toEqual({ code, nameZh, year, successors: [successor] });
  });

  test("lead to units in force, and are none themselves; where only the name went, the code is the same", () => {
    const isInForce = (code: string) => countyByCode.has(code) || cityByCode.has(code);
    expect(retiredDivisions.filter(({ successors }) => !successors.every(isInForce))).toEqual([]);
    const gone = retiredDivisions.filter(({ code }) => !isInForce(code));
    expect(gone.map(({ code }) => retiredDivisionOf(code))).toEqual(gone);
    const renamed = retiredDivisions.filter(({ code }) => isInForce(code));
    expect(renamed.map(({ code, nameZh, successors }) => [code, nameZh, ...successors])).toEqual([
      ["320803", "楚州区", "320803"],
      ["371324", "苍山县", "371324"],
    ]);
    expect(renamed.map(({ code }) => retiredDivisionOf(code))).toEqual([undefined, undefined]);
  });

  test("a city that became part of another names that city first, then its own counties", () => {
    expect(retiredDivisionOf("371200")?.successors).toEqual(["370100", "370116", "370117"]);
    expect(retiredDivisionOf("370100")).toBeUndefined();
  });
});
