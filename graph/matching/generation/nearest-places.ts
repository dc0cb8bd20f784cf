import type { PartyPlace } from "#graph/matching/ends/parties.ts";
import type { Buckets } from "./buckets.ts";
import { placementOf } from "./ground.ts";
import { combinedErrorKm, roadFactor } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";

/** All places, its own too, as seen from one: first those that may be one park with it, then nearest first. */
export interface NeighbourRow {
  readonly place: number;
  /** Place numbers. After the first `near`: ascending by `leastRoadKm`, ties by number; places without a point first. */
  readonly order: Int32Array;
  /** Least road distance any two ends at the two places can have, error allowed for, km; NaN where a point is missing. */
  readonly leastRoadKm: Float64Array;
  /** How many places, the first in the order, are not known to be apart. */
  readonly near: number;
}

/** One row of the neighbour table. Cost: places × log(places). */
function neighbourRow(place: PartyPlace, places: readonly PartyPlace[]): NeighbourRow {
  const least = new Float64Array(places.length).fill(Number.NaN);
  const rank = new Float64Array(places.length).fill(-1);
  let near = 0;
  for (const other of places) {
    if (place.point !== null && other.point !== null) {
      const uncertaintyKm = place.deviationKm + other.deviationKm + combinedErrorKm(place.point, other.point);
      least[other.index] = Math.max(0, greatCircleKm(place.point, other.point) - uncertaintyKm) * roadFactor;
      rank[other.index] = least[other.index] ?? -1;
    }
    if (placementOf(place, other) === "apart") continue;
    rank[other.index] = -2;
    near++;
  }
  const order = Int32Array.from(places, ({ index }) => index).sort(
    (left, right) => (rank[left] ?? 0) - (rank[right] ?? 0) || left - right,
  );
  return {
    place: place.index,
    order,
    leastRoadKm: Float64Array.from(order, (index) => least[index] ?? Number.NaN),
    near,
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

  placeAt({ order }: NeighbourRow, position: number): PartyPlace {
    const place = this.#places[order[position] ?? 0];
    if (place === undefined) throw new RangeError(`no place at position ${position}`);
    return place;
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
