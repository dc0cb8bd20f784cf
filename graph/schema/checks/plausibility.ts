import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { isInRegion } from "#graph/schema/region/window.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Report } from "./check-fields.ts";

/** Farther from its city's seat no point of the two provinces lies, islands included (Yantai: 137 km). */
const farthestFromSeatKm = 180;
/** Farther from its county's seat than so many radii no point of the 344 in the shipped data lies (灌南: 2.98). */
const countyRadii = 3.5;
/** Radius that a park may have beyond the errors of both points, twice counted: none shipped is farther off than them. */
const farthestInParkKm = 10;
/** Error of a point of which none is told. */
const untoldErrorKm = 5;
const kmPerDegree = 111.2;

/** Coordinate systems of Chinese maps, shifted against WGS-84 by some hundred metres. */
const shifted = /GCJ|BD-?09|火星|高德|amap|百度|baidu|腾讯|tencent/i;

interface PlausibilityOptions {
  /** The calendar year of the check; null where years are not judged. */
  readonly thisYear: number | null;
  readonly park: (id: string) => Park | undefined;
}

/**
 * Warns of what can hardly be: a point far from its city, county or park, shifted coordinates, years that are yet to
 * come.
 */
export function checkPlausibility(
  tagged: TaggedRecord,
  { thisYear, park }: PlausibilityOptions,
  report: Report,
): void {
  const { kind, record } = tagged;
  if (kind === "parks" || kind === "enterprises") {
    checkPoint(record, kind === "enterprises" ? park(record.parkId ?? "") : undefined, report);
    checkCoordSource(record.coordSourceZh ?? record.coordSourceEn, report);
  }
  if (thisYear === null) return;
  checkAsOf(record.evidence, thisYear, report);
  if (kind === "parks") checkNotYet("approved_on", record.approvedOn, thisYear, report);
  if (kind === "parks") checkNotYet("named_on", record.namedOn, thisYear, report);
  const isRunning = (kind === "exchanges" || kind === "listings") && record.status === "operating";
  if (isRunning) checkNotYet("year_from", record.yearFrom, thisYear, report);
}

interface Placed {
  readonly cityCode: string | null;
  readonly countyCode: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly coordErrorKm: number | null;
}

function checkPoint(placed: Placed, park: Park | undefined, report: Report): void {
  const { lon, lat } = placed;
  if (lon === null || lat === null || !isInRegion(lon, lat)) return;
  for (const { code, point, name, limitKm, right } of [...divisionsOf(placed), ...parkOf(placed, park)]) {
    const km = roughKm(point.lon - lon, point.lat - lat, lat);
    if (km <= limitKm) continue;
    report({
      code,
      severity: "warning",
      column: "lon",
      value: `${lon}, ${lat}`,
      reason: {
        zh: `该点距${name.zh}约 ${Math.round(km)} 公里：坐标或${right.zh}是否有误？`,
        en: `the point lies about ${Math.round(km)} km from ${name.en}: is it, or the ${right.en}, right?`,
      },
    });
    return;
  }
}

/** What a point should be near. */
interface Anchor {
  readonly code: "far-from-city" | "far-from-county" | "far-from-park";
  readonly point: { readonly lon: number; readonly lat: number };
  readonly name: Text;
  readonly limitKm: number;
  /** What else may be wrong than the point. */
  readonly right: Text;
}

/** The divisions a point should be near, the widest first: one warning says all. */
function divisionsOf({ cityCode, countyCode }: Placed): Anchor[] {
  const city = cityByCode.get(cityCode ?? "");
  const county = countyByCode.get(countyCode ?? "");
  const right = { zh: "区划代码", en: "code of the division" };
  const seatOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Text => ({
    zh: `${nameZh}政府所在地`,
    en: `the seat of ${nameEn}`,
  });
  return [
    ...(city === undefined
      ? []
      : [
          {
            code: "far-from-city",
            point: city,
            name: seatOf(city),
            limitKm: farthestFromSeatKm,
            right,
          } as const,
        ]),
    ...(county === undefined
      ? []
      : [
          {
            code: "far-from-county",
            point: county,
            name: seatOf(county),
            limitKm: countyRadii * county.radiusKm,
            right,
          } as const,
        ]),
  ];
}

function parkOf({ coordErrorKm }: Placed, park: Park | undefined): Anchor[] {
  if (park === undefined) return [];
  const errorsKm = park.coordErrorKm + (coordErrorKm ?? untoldErrorKm);
  return [
    {
      code: "far-from-park",
      point: park,
      name: { zh: `所属园区${park.nameZh}`, en: `its park ${park.nameEn ?? park.id}` },
      limitKm: farthestInParkKm + 2 * errorsKm,
      right: { zh: "所属园区", en: "id of the park" },
    },
  ];
}

/** Distance on a flat map of one degree of latitude, right to one per cent over a few hundred kilometres. */
function roughKm(lonDegrees: number, latDegrees: number, lat: number): number {
  return kmPerDegree * Math.hypot(latDegrees, lonDegrees * Math.cos((lat * Math.PI) / 180));
}

function checkCoordSource(source: string | null, report: Report): void {
  const found = source === null ? null : shifted.exec(source);
  if (source === null || found === null || /WGS-?84/i.test(source)) return;
  report({
    code: "shifted-coordinates",
    severity: "warning",
    column: "coord_source",
    value: source,
    reason: {
      zh: `${found[0]} 的坐标与 WGS-84 相差数百米：请先换算为 WGS-84，并在坐标来源中注明`,
      en: `coordinates of ${found[0]} are some hundred metres off WGS-84: convert them and say WGS-84 in coord_source`,
    },
  });
}

function checkAsOf({ asOfYear }: Evidence, thisYear: number, report: Report): void {
  checkNotYet("as_of_year", asOfYear, thisYear, report);
}

function checkNotYet(column: string, value: number | string | null, thisYear: number, report: Report): void {
  if (value === null || Number(String(value).slice(0, 4)) <= thisYear) return;
  report({
    code: "yet-to-come",
    severity: "warning",
    column,
    value: String(value),
    reason: {
      zh: `${value} 还没有到（今年是 ${thisYear} 年）`,
      en: `${value} is yet to come (this is ${thisYear})`,
    },
  });
}
