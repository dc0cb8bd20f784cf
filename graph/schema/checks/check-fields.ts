import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyNames } from "#graph/schema/region/counties.ts";
import type { Issue } from "./issue.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import { isUnitOfLayer, makeQuantity, type Quantity } from "#graph/schema/records/quantity.ts";
import { isInRegion, isSwapped } from "#graph/schema/region/window.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";

/** One fault of a record; `column` names the field as the record files do. */
export interface Fault {
  readonly code: Issue["code"];
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly severity?: "warning";
}

/** Takes the faults of the record under check. */
export type Report = (fault: Fault) => void;

/** A quantity stands in a unit of its layer, and its yearly value is what the entered value converts to. */
export function checkQuantity(quantity: Quantity | null, layer: Layer, report: Report): void {
  if (quantity === null) return;
  const { amount, unit, kind, perYear } = quantity;
  if (amount < 0 || perYear < 0) {
    const value = String(amount);
    report({ code: "negative-quantity", column: "amount", value, reason: "a quantity is not negative" });
    return;
  }
  if (!isUnitOfLayer(unit, layer)) {
    const reason = `${unit} is no unit of the ${layer} layer`;
    report({ code: "unit-of-other-layer", column: "unit", value: unit, reason });
    return;
  }
  const expected = makeQuantity(amount, unit, kind, layer);
  if (perYear !== expected.perYear || quantity.perYearUnit !== expected.perYearUnit)
    report({
      code: "stale-perYear",
      column: "amount",
      value: `${perYear} ${quantity.perYearUnit}`,
      reason: `${amount} ${unit} is ${expected.perYear} ${expected.perYearUnit}`,
    });
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
        reason: "the code is not in the list of resources",
      });
      continue;
    }
    common ??= codeLayer;
    if (codeLayer !== common) {
      const reason = `${code} belongs to the ${codeLayer} layer, not to ${common}`;
      report({ code: "layer-mismatch", column, value: code, reason });
    }
  }
  const hazardousCode = codes.find(isHazardousCode);
  if (hazardousCode !== undefined && hazardous !== true) {
    const reason = `${hazardousCode} is hazardous waste: hazardous must be yes`;
    report({ code: "hazard-mismatch", column: "hazardous", value: String(hazardous), reason });
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
      reason: `${first.column} ${from} is after ${second.column} ${to}`,
    });
}

const partialDate = /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** A date as far as it is known: 2020, 2020-12 or 2020-12-31. */
export function checkPartialDate(column: string, value: string | null, report: Report): void {
  if (value !== null && !partialDate.test(value))
    report({
      code: "invalid-value",
      column,
      value,
      reason: "expected a date as far as it is known: 2020, 2020-12 or 2020-12-31",
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
    report({ code: "invalid-value", column, value: "", reason: "a point needs both lon and lat" });
    return;
  }
  if (!isRegion || isInRegion(lon, lat)) return;
  const swapped = isSwapped(lon, lat);
  report({
    code: swapped ? "swapped-coordinates" : "outside-provinces",
    column: "lon",
    value: `${lon}, ${lat}`,
    reason: swapped
      ? "longitude and latitude are swapped"
      : "the point lies outside Shandong and Jiangsu (113.5–123.6° E, 30.3–39.0° N)",
  });
}

function checkDivisions(location: Location, isRegion: boolean, report: Report): void {
  const { provinceCode, cityCode, countyCode } = location;
  const fault = (column: string, value: string, reason: string) =>
    report({ code: "division-mismatch", column, value, reason });
  if (cityCode !== null) {
    if (provinceCode !== null && !cityCode.startsWith(provinceCode))
      fault("city_code", cityCode, `the city is not in province ${provinceCode}`);
    else if (provinceCode === null) fault("province_code", "", "a city code needs its province code");
    else if (isRegion && !cityByCode.has(cityCode))
      fault("city_code", cityCode, "no city of the two provinces has this code (GB/T 2260)");
  }
  if (countyCode === null) return;
  if (cityCode === null || !countyCode.startsWith(cityCode.slice(0, 4)))
    fault("county_code", countyCode, `the county is not in city ${cityCode ?? "(blank)"}`);
  else if (isRegion && !countyNames.has(countyCode))
    fault("county_code", countyCode, "no county of the two provinces has this code (GB/T 2260, 2021)");
}
