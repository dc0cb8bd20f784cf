import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { retiredDivisionOf, type RetiredDivision } from "#graph/schema/region/retired-divisions.ts";
import type { Text } from "#graph/schema/text.ts";
import type { RowFault } from "./row-fault.ts";

/** The fields of a row that name divisions, before its record is checked. */
type Divisions = Record<string, unknown>;

/**
 * Puts today's codes in the place of retired ones (GB/T 2260) and says what each became. A unit that went into several
 * leaves its field blank, and the successors are named; a city that became part of another takes that city's code.
 */
export function renewDivisions(record: Divisions): RowFault[] {
  return [...renewCounty(record), ...renewCity(record)];
}

function renewCounty(record: Divisions): RowFault[] {
  const code = record["countyCode"];
  const retired = typeof code === "string" ? retiredDivisionOf(code) : undefined;
  if (retired === undefined) return [];
  const { successors } = retired;
  const [successor = ""] = successors;
  record["countyCode"] = successors.length === 1 ? successor : null;
  // A county that changed its city takes the city along.
  if (record["cityCode"] === `${retired.code.slice(0, 4)}00`)
    record["cityCode"] = `${successor.slice(0, 4)}00`;
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
  `${code} ${(countyByCode.get(code) ?? cityByCode.get(code))?.nameZh ?? ""}`.trimEnd();
