import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import type { Issue } from "./issue.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import { isUnitOfLayer, makeQuantity, type Quantity } from "#graph/schema/records/quantity.ts";
import { isInRegion, isSwapped } from "#graph/schema/region/window.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import type { Text } from "#graph/schema/text.ts";
import { layerWords } from "./layer-words.ts";

/** One fault of a record; `column` names the field as the record files do. */
export interface Fault {
  readonly code: Issue["code"];
  readonly column: string;
  readonly value: string;
  readonly reason: Text;
  readonly severity?: "warning";
}

/** Takes the faults of the record under check. */
export type Report = (fault: Fault) => void;

/** Longitude and latitude stand in each other's place. */
export const swappedReason: Text = { zh: "经度与纬度填反了", en: "longitude and latitude are swapped" };

/** A unit that does not measure what the layer holds. */
export function noUnitOf(unit: string, layer: Layer): Text {
  return { zh: `${unit} 不是${layerWords[layer]}层的单位`, en: `${unit} is no unit of the ${layer} layer` };
}

/** A quantity stands in a unit of its layer, and its yearly value is what the entered value converts to. */
export function checkQuantity(quantity: Quantity | null, layer: Layer, report: Report): void {
  if (quantity === null) return;
  const { amount, unit, kind, perYear } = quantity;
  if (amount < 0 || perYear < 0) {
    const value = String(amount);
    const reason = { zh: "数量不能为负", en: "a quantity is not negative" };
    report({ code: "negative-quantity", column: "amount", value, reason });
    return;
  }
  if (!isUnitOfLayer(unit, layer)) {
    const reason = noUnitOf(unit, layer);
    report({ code: "unit-of-other-layer", column: "unit", value: unit, reason });
    return;
  }
  const expected = makeQuantity(amount, unit, kind, layer);
  if (perYear !== expected.perYear || quantity.perYearUnit !== expected.perYearUnit)
    report({
      code: "stale-perYear",
      column: "amount",
      value: `${perYear} ${quantity.perYearUnit}`,
      reason: {
        zh: `${amount} ${unit} 应为 ${expected.perYear} ${expected.perYearUnit}`,
        en: `${amount} ${unit} is ${expected.perYear} ${expected.perYearUnit}`,
      },
    });
}

/** A value as the files write it. */
export function yesOrNo(value: boolean | null): string {
  return value === null ? "" : value ? "yes" : "no";
}

/** Codes of one record: all of the record's layer; a hazardous-waste code means hazardous. */
export interface CodedRecord {
  readonly codes: readonly string[];
  readonly column: "resource_code" | "resource_codes";
  readonly layer: Layer | null;
  readonly hazardous: boolean | null;
}

/** Every code is in the code list, has the layer of the record, and makes the record hazardous where it is HW. */
export function checkCodes(
  { codes, column, layer, hazardous }: CodedRecord,
  layerOf: (code: string) => Layer | undefined,
  report: Report,
): void {
  let common = layer;
  for (const code of codes) {
    const codeLayer = layerOf(code);
    if (codeLayer === undefined) {
      report({
        code: "unknown-code",
        column,
        value: code,
        reason: { zh: "资源清单中没有该代码", en: "the code is not in the list of resources" },
      });
      continue;
    }
    common ??= codeLayer;
    if (codeLayer !== common) {
      const reason = {
        zh: `${code} 属于${layerWords[codeLayer]}层，不属于${layerWords[common]}层`,
        en: `${code} belongs to the ${codeLayer} layer, not to ${common}`,
      };
      report({ code: "layer-mismatch", column, value: code, reason });
    }
  }
  const hazardousCode = codes.find(isHazardousCode);
  if (hazardousCode !== undefined && hazardous !== true) {
    const reason = {
      zh: `${hazardousCode} 是危险废物：危险废物一栏应为“是”`,
      en: `${hazardousCode} is hazardous waste: hazardous must be yes`,
    };
    report({ code: "hazard-mismatch", column: "hazardous", value: yesOrNo(hazardous), reason });
  }
}

/** The first date or year is not after the second; partial dates are compared as far as both go. */
export function checkOrder(
  first: { readonly column: string; readonly value: string | number | null },
  second: { readonly column: string; readonly value: string | number | null },
  report: Report,
): void {
  if (first.value === null || second.value === null) return;
  const [from, to] = [String(first.value), String(second.value)];
  const length = Math.min(from.length, to.length);
  if (from.slice(0, length) > to.slice(0, length))
    report({
      code: "dates-reversed",
      column: first.column,
      value: from,
      reason: {
        zh: `${first.column} ${from} 晚于 ${second.column} ${to}`,
        en: `${first.column} ${from} is after ${second.column} ${to}`,
      },
    });
}

const partialDate = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a date as far as it is known, and a day of the calendar where it names one. */
function isPartialDate(value: string): boolean {
  const [, year, month, day] = partialDate.exec(value) ?? [];
  if (year === undefined) return false;
  return day === undefined || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** A date as far as it is known: 2020, 2020-12 or 2020-12-31. */
export function checkPartialDate(column: string, value: string | null, report: Report): void {
  if (value !== null && !isPartialDate(value))
    report({
      code: "invalid-value",
      column,
      value,
      reason: {
        zh: "应为日历上有的日期，写到已知的程度：2020、2020-12 或 2020-12-31",
        en: "expected a date of the calendar as far as it is known: 2020, 2020-12 or 2020-12-31",
      },
    });
}

/** Where a record says it is. */
export interface Location {
  readonly provinceCode: string | null;
  readonly cityCode: string | null;
  readonly countyCode: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

/** City in province, county in city, and the point of a record of the two provinces inside their window. */
export function checkLocation(location: Location, isRegion: boolean, report: Report): void {
  checkDivisions(location, isRegion, report);
  const { lon, lat } = location;
  if (lon === null && lat === null) return;
  if (lon === null || lat === null) {
    const column = lon === null ? "lon" : "lat";
    const reason = { zh: "经度和纬度必须同时填写", en: "a point needs both lon and lat" };
    report({ code: "invalid-value", column, value: "", reason });
    return;
  }
  if (!isRegion || isInRegion(lon, lat)) return;
  const swapped = isSwapped(lon, lat);
  report({
    code: swapped ? "swapped-coordinates" : "outside-provinces",
    column: "lon",
    value: `${lon}, ${lat}`,
    reason: swapped
      ? swappedReason
      : {
          zh: "该点在山东、江苏两省范围之外（东经 113.5–123.6°，北纬 30.3–39.0°）",
          en: "the point lies outside Shandong and Jiangsu (113.5–123.6° E, 30.3–39.0° N)",
        },
  });
}

function checkDivisions(location: Location, isRegion: boolean, report: Report): void {
  const { cityCode, countyCode } = location;
  if (cityCode !== null) checkCity({ ...location, cityCode }, isRegion, report);
  if (countyCode !== null) checkCounty({ ...location, countyCode }, isRegion, report);
}

const mismatch = (column: string, value: string, zh: string, en: string): Fault => ({
  code: "division-mismatch",
  column,
  value,
  reason: { zh, en },
});

function checkCity(
  { provinceCode, cityCode }: Location & { readonly cityCode: string },
  isRegion: boolean,
  report: Report,
): void {
  if (provinceCode === null)
    report(
      mismatch(
        "province_code",
        "",
        "填写城市代码时须同时填写省份代码",
        "a city code needs its province code",
      ),
    );
  else if (!cityCode.startsWith(provinceCode))
    report(
      mismatch(
        "city_code",
        cityCode,
        `该城市不在省份 ${provinceCode} 内`,
        `the city is not in province ${provinceCode}`,
      ),
    );
  else if (isRegion && !cityByCode.has(cityCode))
    report(
      mismatch(
        "city_code",
        cityCode,
        "两省没有该代码的城市（GB/T 2260）",
        "no city of the two provinces has this code (GB/T 2260)",
      ),
    );
}

function checkCounty(
  { cityCode, countyCode }: Location & { readonly countyCode: string },
  isRegion: boolean,
  report: Report,
): void {
  const county = countyByCode.get(countyCode);
  if (isRegion && county === undefined)
    report(
      mismatch(
        "county_code",
        countyCode,
        "两省没有该代码的区县（GB/T 2260，2021）",
        "no county of the two provinces has this code (GB/T 2260, 2021)",
      ),
    );
  else if (cityCode === null || !countyCode.startsWith(cityCode.slice(0, 4))) {
    const own = `${countyCode.slice(0, 4)}00`;
    const city = cityByCode.get(own) ?? { nameZh: "", nameEn: "" };
    const { nameZh, nameEn } = county ?? { nameZh: "该区县", nameEn: "the county" };
    const zh = `${nameZh}不在城市 ${cityCode ?? "（空）"} 内，而在 ${own} ${city.nameZh}`;
    const en = `${nameEn} is not in city ${cityCode ?? "(blank)"} but in ${own} ${city.nameEn}`;
    report(mismatch("county_code", countyCode, zh.trimEnd(), en.trimEnd()));
  }
}
