import type { Listing } from "#graph/schema/records/listing.ts";
import { compare } from "./order.ts";

/**
 * Names the period that a day (ISO date) stands in: days on which matching reads the same of these listings, for evidence
 * ages by years and none of them expires in between. The law is no part of it: it is read when a candidate is written out.
 */
export function periodsOf(listings: readonly Pick<Listing, "validUntil">[]): (asOf: string) => string {
  const lastDays = [...new Set(listings.flatMap(({ validUntil }) => validUntil ?? []))].sort(compare);
  return (asOf) => {
    const expired = lastDays.findLast((day) => day < asOf);
    return `${asOf.slice(0, 4)} after ${expired ?? "-"}`;
  };
}
