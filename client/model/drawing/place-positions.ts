import type { Place } from "#graph/schema/answers/place.ts";
import { regionExtent, regionWindow, toMap, type MapPoint } from "#client/model/map/mercator.ts";

/** Rim positions of provinces, so that each stands on the side where it lies; the region's own (city not known) stand off its coast. */
const rimByProvince: Readonly<Record<string, readonly [lon: number, lat: number]>> = {
  "11": [115.6, 38.45],
  "12": [116.9, 38.45],
  "13": [114.6, 37.75],
  "14": [114.6, 36.75],
  "21": [121.9, 38.45],
  "22": [122.7, 38.1],
  "23": [122.7, 37.6],
  "31": [121.95, 30.95],
  "32": [122.5, 33.9],
  "33": [120.9, 30.75],
  "34": [114.6, 33.1],
  "35": [119.7, 30.75],
  "36": [118.6, 30.75],
  "37": [122.5, 36.1],
  "41": [114.6, 34.5],
  "42": [114.6, 32.4],
  "61": [114.6, 35.6],
};

const unknownRim = [122.5, 32.75] as const;
const rimStart = [122.5, 36.8] as const;
const rimStep = 0.45;

/** Side shifts tried for the hollow square of a place, nearest first, degrees. */
const shiftRadii = [0, 0.1, 0.17, 0.25, 0.34];
const shiftDirections = 12;
const clearance = 0.15;
const spreadRadius = 0.035;

/**
 * Where places stand on the map, in map units.
 * Parks keep their point; parks that share one point stand in a ring 0.035° wide around it (within the error of such a
 * point). A place that is not a park stands for "somewhere in the city", so it gives way to the parks around its seat.
 * Places outside the region, and those of which only the province is known, have no point and stand on the rim.
 */
export function placePositions(places: readonly Place[]): ReadonlyMap<string, MapPoint> {
  const positions = spreadParks(places);
  const taken = [...positions.values()];
  const others = places
    .filter((place) => place.kind !== "park")
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  let unplaced = 0;
  for (const place of others) {
    const point = pointOf(place) ?? rimPoint(place, unplaced++);
    const position = place.kind === "outside" ? point : giveWay(point, taken);
    positions.set(place.id, position);
    taken.push(position);
  }
  return positions;
}

function pointOf({ lon, lat }: Place): MapPoint | null {
  return lon === null || lat === null ? null : toMap({ lon, lat });
}

function spreadParks(places: readonly Place[]): Map<string, MapPoint> {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    if (place.kind !== "park" || place.lon === null || place.lat === null) continue;
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

function rimPoint(place: Place, index: number): MapPoint {
  const known = place.provinceCode === null ? unknownRim : rimByProvince[place.provinceCode];
  if (known !== undefined) return toMap({ lon: known[0], lat: known[1] });
  const lat = Math.min(regionWindow.north - 0.2, rimStart[1] + index * rimStep);
  return toMap({ lon: rimStart[0], lat });
}

/** Centre of the fixed window. */
export const regionCentre: MapPoint = {
  x: (regionExtent.x[0] + regionExtent.x[1]) / 2,
  y: (regionExtent.y[0] + regionExtent.y[1]) / 2,
};
