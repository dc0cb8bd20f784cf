import type { Place } from "#graph/schema/answers/place.ts";
import { toMap, type MapPoint } from "#client/model/map/mercator.ts";

/** Side shifts tried for the hollow square of a place, nearest first, degrees. */
const shiftRadii = [0, 0.1, 0.17, 0.25, 0.34];
const shiftDirections = 12;
const clearance = 0.15;
const spreadRadius = 0.035;

/**
 * Where places stand on the map, in map units; a place without a point stands nowhere.
 * Parks and plants keep their point; those that share one point stand in a ring 0.035° wide around it (within the error
 * of such a point). A county or city stands for "somewhere in it", so it gives way to what is around its seat.
 */
export function placePositions(places: readonly Place[]): ReadonlyMap<string, MapPoint> {
  const positions = spreadPoints(places.filter(({ kind }) => isOwnPoint(kind)));
  const taken = [...positions.values()];
  const others = places
    .filter(({ kind }) => !isOwnPoint(kind))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  for (const place of others) {
    const point = pointOf(place);
    if (point === null) continue;
    const position = giveWay(point, taken);
    positions.set(place.id, position);
    taken.push(position);
  }
  return positions;
}

const isOwnPoint = (kind: Place["kind"]) => kind === "park" || kind === "site";

function pointOf({ lon, lat }: Place): MapPoint | null {
  return lon === null || lat === null ? null : toMap({ lon, lat });
}

function spreadPoints(places: readonly Place[]): Map<string, MapPoint> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    if (place.lon === null || place.lat === null) continue;
    const key = `${place.lon.toFixed(3)},${place.lat.toFixed(3)}`;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const positions = new Map<string, MapPoint>();
  for (const group of groups.values()) {
    const members = group.sort((left, right) => (left.id < right.id ? -1 : 1));
    for (const [index, place] of members.entries()) {
      const point = pointOf(place);
      if (point === null) continue;
      const angle = (index / members.length) * 2 * Math.PI;
      const radius = members.length > 1 ? spreadRadius : 0;
      positions.set(place.id, {
        x: point.x + radius * Math.cos(angle),
        y: point.y + radius * Math.sin(angle),
      });
    }
  }
  return positions;
}

/** The nearest of a fixed set of shifts that keeps clear of what is there, or the one that keeps farthest. */
function giveWay(point: MapPoint, taken: readonly MapPoint[]): MapPoint {
  const near = taken.filter(({ x, y }) => Math.hypot(x - point.x, y - point.y) < 1);
  let best = point;
  let bestGap = -1;
  for (const radius of shiftRadii) {
    for (let step = 0; step < shiftDirections; step += 1) {
      const angle = (step / shiftDirections) * 2 * Math.PI;
      const shifted = { x: point.x + radius * Math.cos(angle), y: point.y + radius * Math.sin(angle) };
      const gap = Math.min(...near.map(({ x, y }) => Math.hypot(x - shifted.x, y - shifted.y)), Infinity);
      if (gap >= clearance) return shifted;
      if (gap > bestGap) [best, bestGap] = [shifted, gap];
    }
  }
  return best;
}
