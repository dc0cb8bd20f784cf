import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { retiredDivisionOf, type RetiredDivision } from "#graph/schema/region/retired-divisions.ts";
import type { Text } from "#graph/schema/text.ts";
import type { RowFault } from "./row-fault.ts";

/** The fields of a row that name divisions, before its record is checked. */
type Divisions = Record<string, unknown>;

/**
 * Puts today's codes in the place of retired ones (GB/T 2260) and says what each became. A unit that went into several
 * leaves its field blank, and the successors are named; a city that became part of another takes that city's code. A
 * county in the field of the city goes to its own, and a county brings the city that the file leaves blank.
 */
export function renewDivisions(record: Divisions): RowFault[] {
  return [...moveCounty(record), ...renewCounty(record), ...renewCity(record), ...fillCity(record)];
}

const isCounty = (code: string) =>
  !code.endsWith("00") && (countyByCode.has(code) || !!retiredDivisionOf(code));
const cityOf = (county: string) => `${county.slice(0, 4)}00`;

function moveCounty(record: Divisions): RowFault[] {
  const { cityCode: code, countyCode } = record;
  if (typeof code !== "string" || !isCounty(code) || (countyCode !== null && countyCode !== code)) return [];
  record["countyCode"] = code;
  record["cityCode"] = cityOf(code);
  return [
    {
      code: "division-mismatch",
      severity: "warning",
      column: "city_code",
      value: code,
      reason: {
        zh: `${named(code)} 是区县，不是城市：按 county_code ${code}、city_code ${cityOf(code)} 读入`,
        en: `${named(code)} is a county, no city: read as county_code ${code} and city_code ${cityOf(code)}`,
      },
    },
  ];
}

function fillCity(record: Divisions): RowFault[] {
  const { cityCode, countyCode: county } = record;
  if (cityCode !== null || typeof county !== "string" || !countyByCode.has(county)) return [];
  const city = cityOf(county);
  record["cityCode"] = city;
  return [
    {
      code: "division-mismatch",
      severity: "warning",
      column: "city_code",
      value: "",
      reason: {
        zh: `${named(county)} 在 ${named(city)}：city_code 留空，按 ${city} 读入`,
        en: `${named(county)} lies in ${named(city)}: city_code is blank and read as ${city}`,
      },
    },
  ];
}

function renewCounty(record: Divisions): RowFault[] {
  const code = record["countyCode"];
  const retired = typeof code === "string" ? retiredDivisionOf(code) : undefined;
  if (retired === undefined) return [];
  const { successors } = retired;
  const [successor = ""] = successors;
  record["countyCode"] = successors.length === 1 ? successor : null;
  // A county that changed its city takes the city along.
  if (record["cityCode"] === cityOf(retired.code)) record["cityCode"] = cityOf(successor);
  const remedy =
    successors.length === 1
      ? { zh: `按 ${successor} 读入`, en: `read as ${successor}` }
      : { zh: "留空，请写明现在所在的一个", en: "left blank: name the one it lies in" };
  return [noteOf("county_code", retired, successors, remedy)];
}

function renewCity(record: Divisions): RowFault[] {
  const code = record["cityCode"];
  const retired = typeof code === "string" ? retiredDivisionOf(code) : undefined;
  const [city = "", ...counties] = retired?.successors ?? [];
  if (retired === undefined || !cityByCode.has(city)) return [];
  record["cityCode"] = city;
  const remedy = {
    zh: `按 ${city} 读入；其区县现为 ${counties.map(named).join("、")}，知道时请填 county_code`,
    en: `read as ${city}; its counties are ${counties.map(named).join(" and ")}: give county_code where it is known`,
  };
  return [noteOf("city_code", retired, [city], remedy)];
}

function noteOf(
  column: string,
  { code, nameZh, year }: RetiredDivision,
  successors: readonly string[],
  remedy: Text,
): RowFault {
  return {
    code: "retired-code",
    severity: "warning",
    column,
    value: code,
    reason: {
      zh: `${code} ${nameZh} 自 ${year} 年起为 ${successors.map(named).join("、")}：${remedy.zh}`,
      en: `${code} ${nameZh} is ${successors.map(named).join(" and ")} since ${year}: ${remedy.en}`,
    },
  };
}

const named = (code: string) =>
  `${code} ${(countyByCode.get(code) ?? cityByCode.get(code) ?? retiredDivisionOf(code))?.nameZh ?? ""}`.trimEnd();
