import type { Placement } from "#graph/schema/answers/candidate.ts";
import type { PartyPlace } from "#graph/matching/ends/parties.ts";
import { lnDistanceScore } from "#graph/matching/ranking/score.ts";
import type { Buckets } from "./buckets.ts";
import { placementOf } from "./ground.ts";
import { combinedErrorKm, expectedRoadKm, roadFactor } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";

/** All places, its own too, as seen from one: first those that may be one park with it, then nearest first. */
export interface NeighbourRow {
  readonly place: number;
  /** Place numbers. After the first `near`: ascending by `leastRoadKm`, ties by number; places without a point first. */
  readonly order: Int32Array;
  /** Least road distance any two ends at the two places can have, error allowed for, km; NaN where a point is missing. */
  readonly leastRoadKm: Float64Array;
  /** Road distance of two ends at the points of the two places, km; NaN where a point is missing. */
  readonly expectedRoadKm: Float64Array;
  /** How many places, the first in the order, are not known to be apart. */
  readonly near: number;
  /** What these places are to the row's own. */
  readonly placements: readonly Placement[];
  /** 1 for places on the row's own ground. */
  readonly ownGround: Uint8Array;
}

/** One row of the neighbour table. Cost: places × log(places). */
function neighbourRow(place: PartyPlace, places: readonly PartyPlace[]): NeighbourRow {
  const least = new Float64Array(places.length).fill(Number.NaN);
  const expected = new Float64Array(places.length).fill(Number.NaN);
  const rank = new Float64Array(places.length).fill(-1);
  const placements = new Map<number, Placement>();
  for (const other of places) {
    if (place.point !== null && other.point !== null) {
      const distanceKm = greatCircleKm(place.point, other.point);
      const errorKm = combinedErrorKm(place.point, other.point);
      const uncertaintyKm = place.deviationKm + other.deviationKm + errorKm;
      least[other.index] = Math.max(0, distanceKm - uncertaintyKm) * roadFactor;
      expected[other.index] = expectedRoadKm(distanceKm, errorKm);
      rank[other.index] = least[other.index] ?? -1;
    }
    const placement = placementOf(place, other);
    if (placement === "apart") continue;
    rank[other.index] = -2;
    placements.set(other.index, placement);
  }
  const order = Int32Array.from(places, ({ index }) => index).sort(
    (left, right) => (rank[left] ?? 0) - (rank[right] ?? 0) || left - right,
  );
  const inOrder = (column: Float64Array) => Float64Array.from(order, (index) => column[index] ?? Number.NaN);
  return {
    place: place.index,
    order,
    leastRoadKm: inOrder(least),
    expectedRoadKm: inOrder(expected),
    near: placements.size,
    ownGround: Uint8Array.from(order, (index) => (places[index]?.group === place.group ? 1 : 0)),
    placements: [...order.subarray(0, placements.size)].map((index) => placements.get(index) ?? "apart"),
  };
}

/** ln of the distance part of the score along a row, for one typical reach. */
export interface DistanceParts {
  /** No two ends at the two places reach more. */
  readonly highest: Float64Array;
  /** Of two ends at the points of the two places. */
  readonly expected: Float64Array;
}

/** Cells of rows kept: the rows of a thousand places, or some of more. */
const keptCells = 1_000_000;

/**
 * Rows by place, and what is derived from the row asked last: ends are visited place by place, so one row's scans in memory
 * are enough, however many places there are.
 */
export class Neighbourhood {
  readonly #places: readonly PartyPlace[];
  readonly #rows = new Map<number, NeighbourRow>();
  #row: NeighbourRow | null = null;
  readonly #scans = new Map<Buckets, Map<number, OccupiedScan>>();
  readonly #parts = new Map<number, DistanceParts>();

  constructor(places: readonly PartyPlace[]) {
    this.#places = places;
  }

  rowOf(place: PartyPlace): NeighbourRow {
    if (this.#row === null || this.#row.place !== place.index) {
      this.#row = this.#rows.get(place.index) ?? this.#newRow(place);
      this.#scans.clear();
      this.#parts.clear();
    }
    return this.#row;
  }

  #newRow(place: PartyPlace): NeighbourRow {
    if ((this.#rows.size + 1) * this.#places.length > keptCells) this.#rows.clear();
    const row = neighbourRow(place, this.#places);
    this.#rows.set(place.index, row);
    return row;
  }

  /** Places of the current row at which something is filed under `key`, nearest first. */
  scanOf(row: NeighbourRow, buckets: Buckets, key: number): OccupiedScan {
    const ofBuckets = this.#scans.get(buckets) ?? new Map<number, OccupiedScan>();
    this.#scans.set(buckets, ofBuckets);
    const scan = ofBuckets.get(key) ?? new OccupiedScan(row, buckets, key);
    ofBuckets.set(key, scan);
    return scan;
  }

  /** Distance parts of the current row. */
  partsOf({ leastRoadKm, expectedRoadKm: expected }: NeighbourRow, typicalKm: number): DistanceParts {
    const known = this.#parts.get(typicalKm);
    if (known !== undefined) return known;
    const score = (km: number) => lnDistanceScore(km, typicalKm);
    const parts = { highest: leastRoadKm.map(score), expected: expected.map(score) };
    this.#parts.set(typicalKm, parts);
    return parts;
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
