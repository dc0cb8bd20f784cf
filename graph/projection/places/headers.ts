import { cityByCode, cityPointErrorKm } from "#graph/schema/region/cities.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { Place } from "#graph/schema/answers/place.ts";

/** A place without its counts: what it is, what it is called and where it stands. */
export type PlaceHeader = Pick<
  Place,
  "id" | "kind" | "nameZh" | "nameEn" | "provinceCode" | "cityCode" | "lon" | "lat" | "coordErrorKm"
>;

export function describePark(park: Park): PlaceHeader {
  const { nameZh, nameEn, provinceCode, cityCode, lon, lat, coordErrorKm } = park;
  return {
    id: `park:${park.id}`,
    kind: "park",
    nameZh,
    nameEn,
    provinceCode,
    cityCode,
    lon,
    lat,
    coordErrorKm,
  };
}

/**
 * A place that is not a park, from its id (`city:…`, `province:…`, `outside:…`): the map draws it hollow. Only a city has
 * a point, its seat, with the error of a city; the others stand in the margin. An unknown code is shown as it is.
 */
export function describeNonPark(placeId: string): PlaceHeader {
  const [kind = "", code = ""] = placeId.split(":");
  if (kind === "city") return describeCity(placeId, code);
  const province = provinceByCode.get(code) ?? { nameZh: code, nameEn: code };
  const margin = { id: placeId, cityCode: null, lon: null, lat: null, coordErrorKm: null };
  if (kind === "province")
    return {
      ...margin,
      kind,
      nameZh: `${province.nameZh}(城市不详)`,
      nameEn: `${province.nameEn} (city not known)`,
      provinceCode: code,
    };
  if (code !== "unknown")
    return {
      ...margin,
      kind: "outside",
      nameZh: province.nameZh,
      nameEn: province.nameEn,
      provinceCode: code,
    };
  return {
    ...margin,
    kind: "outside",
    nameZh: "区域外(地点不详)",
    nameEn: "Outside (place not known)",
    provinceCode: null,
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
    lon: known.lon,
    lat: known.lat,
    coordErrorKm: city === undefined ? null : cityPointErrorKm,
  };
}
