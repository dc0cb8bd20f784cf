/** Mean earth radius, km (IUGG R1). */
export const earthRadiusKm = 6371.0088;

const radians = Math.PI / 180;

/** A point of the sphere, prepared for many distances; radians. */
export interface SpherePoint {
  readonly phi: number;
  readonly lambda: number;
  readonly cosPhi: number;
}

/** Prepares a WGS-84 point, degrees. */
export function onSphere(lon: number, lat: number): SpherePoint {
  const phi = lat * radians;
  return { phi, lambda: lon * radians, cosPhi: Math.cos(phi) };
}

/** Great-circle distance by the haversine formula, km. */
export function greatCircleKm(from: SpherePoint, to: SpherePoint): number {
  const sinPhi = Math.sin((to.phi - from.phi) / 2);
  const sinLambda = Math.sin((to.lambda - from.lambda) / 2);
  const h = sinPhi * sinPhi + from.cosPhi * to.cosPhi * sinLambda * sinLambda;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
