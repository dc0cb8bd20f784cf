import { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { End } from "./end.ts";

/** Ends that are searched, with what a first look at each needs side by side in memory, by position in the list. */
export interface EndList {
  readonly ends: readonly End[];
  readonly lnEvidence: Float64Array;
  /** NaN where no yearly quantity is known. */
  readonly lnQuantity: Float64Array;
  /** See `unitNumber`. */
  readonly unit: Int8Array;
  /** Highest ln evidence: no partner brings more. */
  readonly bestEvidence: number;
}

/** Number of a yearly unit; −1 for none. */
export function unitNumber(unit: End["unit"]): number {
  return (YearlyUnit.options as readonly string[]).indexOf(unit);
}

export function listEnds(ends: readonly End[]): EndList {
  const lnEvidence = Float64Array.from(ends, (end) => end.lnEvidence);
  return {
    ends,
    lnEvidence,
    lnQuantity: Float64Array.from(ends, (end) => end.lnQuantity),
    unit: Int8Array.from(ends, ({ unit }) => unitNumber(unit)),
    bestEvidence: lnEvidence.reduce((most, one) => Math.max(most, one), -Infinity),
  };
}
