import type { MatchPlace } from "./actors.ts";
import type { Buckets } from "./buckets.ts";
import { combinedErrorKm, greatCircleKm, roadFactor } from "./distance.ts";

/** The other places as seen from one, nearest first by what their distance could be at least. */
export interface NeighbourRow {
  readonly place: number;
  /** Place numbers, ascending by `leastRoadKm`, ties by number; places without a point first. */
  readonly order: Int32Array;
  /** Least road distance any two ends at the two places can have, error allowed for, km; NaN where a point is missing. */
  readonly leastRoadKm: Float64Array;
}

/** One row of the neighbour table. Places on the same ground are left out. Cost: places × log(places). */
function neighbourRow(place: MatchPlace, places: readonly MatchPlace[]): NeighbourRow {
  const least = new Float64Array(places.length).fill(Number.NaN);
  const others: number[] = [];
  for (const other of places) {
    if (other.group === place.group) continue;
    others.push(other.index);
    if (place.point === null || other.point === null) continue;
    const slack = place.deviationKm + other.deviationKm + combinedErrorKm(place.point, other.point);
    least[other.index] = Math.max(0, greatCircleKm(place.point, other.point) - slack) * roadFactor;
  }
  const rank = (index: number) => {
    const km = least[index] ?? Number.NaN;
    return Number.isNaN(km) ? -1 : km;
  };
  const order = Int32Array.from(others.sort((left, right) => rank(left) - rank(right) || left - right));
  return {
    place: place.index,
    order,
    leastRoadKm: Float64Array.from(order, (index) => least[index] ?? Number.NaN),
  };
}

/**
 * Rows and occupied places for the place asked last: ends are visited place by place, so one row in memory is enough,
 * however many places there are.
 */
export class Neighbourhood {
  readonly #places: readonly MatchPlace[];
  #row: NeighbourRow | null = null;
  readonly #occupied = new Map<Buckets, Map<number, Int32Array>>();

  constructor(places: readonly MatchPlace[]) {
    this.#places = places;
  }

  rowOf(place: MatchPlace): NeighbourRow {
    if (this.#row === null || this.#row.place !== place.index) {
      this.#row = neighbourRow(place, this.#places);
      this.#occupied.clear();
    }
    return this.#row;
  }

  /** Positions in the current row at which something is filed under `key`. */
  occupied(row: NeighbourRow, buckets: Buckets, key: number): Int32Array {
    const ofBuckets = this.#occupied.get(buckets) ?? new Map<number, Int32Array>();
    this.#occupied.set(buckets, ofBuckets);
    const known = ofBuckets.get(key);
    if (known !== undefined) return known;
    const found: number[] = [];
    for (let position = 0; position < row.order.length; position++) {
      const place = row.order[position] ?? 0;
      if (buckets.start(key, place) < buckets.start(key, place + 1)) found.push(position);
    }
    const positions = Int32Array.from(found);
    ofBuckets.set(key, positions);
    return positions;
  }
}
