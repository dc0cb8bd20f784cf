import { greatCircleKm, onSphere, type SpherePoint } from "#graph/projection/places/great-circle.ts";

/** Road length over great circle: 1.324 in 25 Chinese cities (Annals of GIS 2021, 10.1080/19475683.2021.1966503), rounded. */
export const roadFactor = 1.3;

/** A point prepared for many distances. `errorKm` is the likely error of the position. */
export interface Point extends SpherePoint {
  readonly lon: number;
  readonly lat: number;
  readonly errorKm: number;
}

/** Prepares a WGS-84 point, degrees. */
export function makePoint(lon: number, lat: number, errorKm: number): Point {
  return { lon, lat, ...onSphere(lon, lat), errorKm };
}

/** Error of a distance between two points, km: independent errors add in quadrature. */
export function combinedErrorKm(from: Point, to: Point): number {
  return Math.hypot(from.errorKm, to.errorKm);
}

/**
 * The route length a score may use, km: great circle and error in quadrature, × 1.3. A point known only as "somewhere in
 * the city" can so never score as a neighbour.
 */
export function expectedRoadKm(distanceKm: number, errorKm: number): number {
  return Math.sqrt(distanceKm * distanceKm + errorKm * errorKm) * roadFactor;
}

/** A distance in its recorded form: rounded to 0.1 km, uncertain where it is under twice the error. */
export function describeDistance(from: Point | null, to: Point | null) {
  if (from === null || to === null)
    return { greatCircleKm: null, roadKmEstimate: null, errorKm: null, uncertain: true };
  const distanceKm = greatCircleKm(from, to);
  const errorKm = combinedErrorKm(from, to);
  return {
    greatCircleKm: tenths(distanceKm),
    roadKmEstimate: tenths(distanceKm * roadFactor),
    errorKm: tenths(errorKm),
    uncertain: distanceKm < 2 * errorKm,
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;
