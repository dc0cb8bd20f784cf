import { combinedErrorKm, expectedRoadKm, roadFactor } from "./distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import type { End } from "./end.ts";

/** Road distances between two ends, km: expected, least and most under the error of the points. NaN / 0 / ∞ where unknown. */
export function roadRange(supplier: End, receiver: End) {
  const [from, to] = [supplier.party.point, receiver.party.point];
  if (from === null || to === null) return { expectedKm: Number.NaN, leastKm: 0, mostKm: Infinity };
  const distanceKm = greatCircleKm(from, to);
  const errorKm = combinedErrorKm(from, to);
  return {
    expectedKm: expectedRoadKm(distanceKm, errorKm),
    leastKm: Math.max(0, distanceKm - errorKm) * roadFactor,
    mostKm: (distanceKm + errorKm) * roadFactor,
  };
}
