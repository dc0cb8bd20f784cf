import { bankOf, bayHead, yangtzeCrossings, type Crossing } from "#graph/matching/knowledge/crossings.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { makePoint, type Point } from "./distance.ts";
import type { Party } from "./parties.ts";

/** A way in straight legs: its length, km, and the point it must pass, if any. */
export interface Way {
  readonly straightKm: number;
  readonly via: Crossing | null;
}

/**
 * The way between two parties round what no road leads over, until a road graph is supplied: by the bridge over the Yangtze
 * that makes it shortest where the two stand on different banks, along the shore where the straight line leads over
 * Laizhou Bay. Null where an end has no point.
 */
export function wayBetween(from: Party, to: Party): Way | null {
  const [start, end] = [from.point, to.point];
  if (start === null || end === null) return null;
  const direct: Way = { straightKm: greatCircleKm(start, end), via: null };
  const [bank, other] = [bankOfParty(from), bankOfParty(to)];
  if (bank !== null && other !== null && bank !== other) {
    const ways = yangtzeCrossings.map((crossing) => wayVia(start, crossing, end));
    return ways.reduce((best, way) => (way.straightKm < best.straightKm ? way : best));
  }
  return leadsOverBay(start, end) ? wayVia(start, bayHead, end) : direct;
}

function wayVia(start: Point, crossing: Crossing, end: Point): Way {
  const point = makePoint(crossing.lon, crossing.lat, 0);
  return { straightKm: greatCircleKm(start, point) + greatCircleKm(point, end), via: crossing };
}

/** A party stands where its place does; its own county tells more than the city of its record. */
function bankOfParty({ place: { header }, enterprise }: Party): ReturnType<typeof bankOf> {
  return bankOf(header.cityCode ?? enterprise.cityCode, header.countyCode ?? enterprise.countyCode);
}

/** Whether the line passes north of the head of the bay, one end on either side of it. */
function leadsOverBay(start: Point, end: Point): boolean {
  if (start.lon < bayHead.lon === end.lon < bayHead.lon) return false;
  const share = (bayHead.lon - start.lon) / (end.lon - start.lon);
  const [west, east] = start.lon < end.lon ? [start, end] : [end, start];
  const isByTheGulf = west.lon > bayWest && west.lat > bayHead.lat && east.lat > bayHead.lat;
  return isByTheGulf && start.lat + share * (end.lat - start.lat) > bayHead.lat;
}

/** West of it a line to the peninsula leads over land first and the detour is small. */
const bayWest = 117.5;
