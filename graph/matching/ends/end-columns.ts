import { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { End } from "./end.ts";
import type { Party } from "./parties.ts";

/** Ends that are searched, with what a first look at each needs side by side in memory, by position in the list. */
export interface EndList {
  readonly ends: readonly End[];
  readonly lnEvidence: Float64Array;
  /** NaN where no yearly quantity is known. */
  readonly lnQuantity: Float64Array;
  /** See `unitNumber`. */
  readonly unit: Int8Array;
  /** 1 where the end stands at the point of its place, 0 where it has one of its own. */
  readonly atPlace: Uint8Array;
  /** 1 where nothing of the listing is left, but for those who have a part in it already (see `servedAt`). */
  readonly served: Uint8Array;
  /** 1 where the enterprise has an exchange with somebody who may be another (see `likelyExisting`). */
  readonly indefinite: Uint8Array;
  readonly hasIndefinite: boolean;
  /** Highest ln evidence: no partner brings more. */
  readonly bestEvidence: number;
}

/** Number of a yearly unit; −1 for none. */
export function unitNumber(unit: End["unit"]): number {
  return (YearlyUnit.options as readonly string[]).indexOf(unit);
}

export const isAtPlace = ({ point, place }: Party) => point === place.point;

export const isServed = ({ residual }: End) => residual !== null && residual.served !== null;

export const isIndefinite = ({ party: { indefiniteCovers } }: End) =>
  indefiniteCovers.offer.length + indefiniteCovers.need.length > 0;

export function listEnds(ends: readonly End[]): EndList {
  const indefinite = Uint8Array.from(ends, (end) => (isIndefinite(end) ? 1 : 0));
  const lnEvidence = Float64Array.from(ends, (end) => end.lnEvidence);
  return {
    ends,
    lnEvidence,
    lnQuantity: Float64Array.from(ends, (end) => end.lnQuantity),
    unit: Int8Array.from(ends, ({ unit }) => unitNumber(unit)),
    atPlace: Uint8Array.from(ends, ({ party }) => (isAtPlace(party) ? 1 : 0)),
    served: Uint8Array.from(ends, (end) => (isServed(end) ? 1 : 0)),
    indefinite,
    hasIndefinite: indefinite.includes(1),
    bestEvidence: lnEvidence.reduce((most, one) => Math.max(most, one), -Infinity),
  };
}
