import { cityByCode } from "#graph/schema/region/cities.ts";
import { cityErrorKm, countyByCode, countyErrorKm } from "#graph/schema/region/counties.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Site } from "#graph/projection/filter/subject.ts";
import type { Place } from "#graph/schema/answers/place.ts";

/** A place without its counts: what it is, what it is called and where it stands. */
export type PlaceHeader = Pick<
  Place,
  | "id"
  | "kind"
  | "nameZh"
  | "nameEn"
  | "provinceCode"
  | "cityCode"
  | "countyCode"
  | "lon"
  | "lat"
  | "coordErrorKm"
>;

/** Error of a plant's own point where its source states none, km: a gate, a stack or a centroid to a few decimals. */
export const ownPointErrorKm = 1;

export function describePark(park: Park): PlaceHeader {
  const { nameZh, nameEn, provinceCode, cityCode, countyCode, lon, lat, coordErrorKm } = park;
  return {
    id: `park:${park.id}`,
    kind: "park",
    nameZh,
    nameEn,
    provinceCode,
    cityCode,
    countyCode,
    lon,
    lat,
    coordErrorKm,
  };
}

/**
 * A place that is not a park, from its id. A site is named and placed by its enterprise. A county and a city have their
 * seats as points, each with the error of its kind; the others have no point. An unknown code is shown as it is.
 */
export function describeNonPark(
  placeId: string,
  enterpriseById: ReadonlyMap<string, Enterprise>,
): PlaceHeader {
  const [kind = "", code = ""] = placeId.split(":");
  if (kind === "site") return describeSite(placeId, enterpriseById.get(placeId.slice("site:".length)));
  if (kind === "county") return describeCounty(placeId, code);
  if (kind === "city") return describeCity(placeId, code);
  const province = provinceByCode.get(code) ?? { nameZh: code, nameEn: code };
  const withoutPoint = {
    id: placeId,
    cityCode: null,
    countyCode: null,
    lon: null,
    lat: null,
    coordErrorKm: null,
  };
  if (kind === "province")
    return {
      ...withoutPoint,
      kind,
      nameZh: `${province.nameZh}(城市不详)`,
      nameEn: `${province.nameEn} (city not known)`,
      provinceCode: code,
    };
  if (code !== "unknown")
    return {
      ...withoutPoint,
      kind: "outside",
      nameZh: province.nameZh,
      nameEn: province.nameEn,
      provinceCode: code,
    };
  return {
    ...withoutPoint,
    kind: "outside",
    nameZh: "区域外(地点不详)",
    nameEn: "Outside (place not known)",
    provinceCode: null,
  };
}

const nowhere = {
  nameEn: null,
  provinceCode: null,
  cityCode: null,
  countyCode: null,
  lon: null,
  lat: null,
  coordErrorKm: null,
};

function describeSite(placeId: string, enterprise: Enterprise | undefined): PlaceHeader {
  const kind = "site";
  if (enterprise === undefined)
    return { ...nowhere, id: placeId, kind, nameZh: placeId.slice("site:".length) };
  const { nameZh, nameEn, provinceCode, cityCode, countyCode, lon, lat } = enterprise;
  const coordErrorKm = enterprise.coordErrorKm ?? ownPointErrorKm;
  return { id: placeId, kind, nameZh, nameEn, provinceCode, cityCode, countyCode, lon, lat, coordErrorKm };
}

function describeCounty(placeId: string, code: string): PlaceHeader {
  const county = countyByCode.get(code);
  return {
    id: placeId,
    kind: "county",
    nameZh: county?.labelZh ?? code,
    nameEn: county?.labelEn ?? null,
    provinceCode: code.slice(0, 2),
    cityCode: `${code.slice(0, 4)}00`,
    countyCode: code,
    lon: county?.lon ?? null,
    lat: county?.lat ?? null,
    coordErrorKm: county === undefined ? null : countyErrorKm(county),
  };
}

function describeCity(placeId: string, code: string): PlaceHeader {
  const city = cityByCode.get(code);
  const known = city ?? { nameZh: code, nameEn: null, lon: null, lat: null };
  return {
    id: placeId,
    kind: "city",
    nameZh: known.nameZh,
    nameEn: known.nameEn,
    provinceCode: code.slice(0, 2),
    cityCode: code,
    countyCode: null,
    lon: known.lon,
    lat: known.lat,
    coordErrorKm: cityErrorKm(code),
  };
}

/** Where a place is, for the filter. */
export function siteOfPlace(
  { id, provinceCode, cityCode }: PlaceHeader,
  { parkById }: { readonly parkById: ReadonlyMap<string, Park> },
): Site {
  return { provinceCode, cityCode, park: parkById.get(id.replace(/^park:/, "")) ?? null };
}
