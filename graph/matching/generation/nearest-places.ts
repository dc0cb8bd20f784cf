import type { PartyPlace } from "#graph/matching/ends/parties.ts";
import type { Buckets } from "./buckets.ts";
import { combinedErrorKm, greatCircleKm, roadFactor } from "#graph/matching/ends/distance.ts";

/** All places, its own too, as seen from one, nearest first by what their distance could be at least. */
export interface NeighbourRow {
  readonly place: number;
  /** Place numbers, ascending by `leastRoadKm`, ties by number; places without a point first. */
  readonly order: Int32Array;
  /** Least road distance any two ends at the two places can have, error allowed for, km; NaN where a point is missing. */
  readonly leastRoadKm: Float64Array;
}

/** One row of the neighbour table. Cost: places × log(places). */
function neighbourRow(place: PartyPlace, places: readonly PartyPlace[]): NeighbourRow {
  const least = new Float64Array(places.length).fill(Number.NaN);
  const others: number[] = [];
  for (const other of places) {
    others.push(other.index);
    if (place.point === null || other.point === null) continue;
    const uncertaintyKm = place.deviationKm + other.deviationKm + combinedErrorKm(place.point, other.point);
    least[other.index] = Math.max(0, greatCircleKm(place.point, other.point) - uncertaintyKm) * roadFactor;
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
  readonly #places: readonly PartyPlace[];
  #row: NeighbourRow | null = null;
  readonly #scans = new Map<Buckets, Map<number, OccupiedScan>>();

  constructor(places: readonly PartyPlace[]) {
    this.#places = places;
  }

  rowOf(place: PartyPlace): NeighbourRow {
    if (this.#row === null || this.#row.place !== place.index) {
      this.#row = neighbourRow(place, this.#places);
      this.#scans.clear();
    }
    return this.#row;
  }

  /** Places of the current row at which something is filed under `key`, nearest first. */
  scanOf(row: NeighbourRow, buckets: Buckets, key: number): OccupiedScan {
    const ofBuckets = this.#scans.get(buckets) ?? new Map<number, OccupiedScan>();
    this.#scans.set(buckets, ofBuckets);
    const scan = ofBuckets.get(key) ?? new OccupiedScan(row, buckets, key);
    ofBuckets.set(key, scan);
    return scan;
  }
}

/** Finds the occupied positions of a row one by one and remembers them: most searches need only the first few. */
class OccupiedScan {
  readonly #row: NeighbourRow;
  readonly #buckets: Buckets;
  readonly #key: number;
  readonly #found: number[] = [];
  #next = 0;

  constructor(row: NeighbourRow, buckets: Buckets, key: number) {
    this.#row = row;
    this.#buckets = buckets;
    this.#key = key;
  }

  /** Position in the row of the `nth` occupied place, or −1 where there are no more. */
  at(nth: number): number {
    const { order } = this.#row;
    while (this.#found.length <= nth && this.#next < order.length) {
      const place = order[this.#next] ?? 0;
      if (this.#buckets.start(this.#key, place) < this.#buckets.start(this.#key, place + 1))
        this.#found.push(this.#next);
      this.#next++;
    }
    return this.#found[nth] ?? -1;
  }
}
