import type { Residual } from "#graph/schema/answers/residual.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { relateSubstances, substancesIn } from "#graph/matching/knowledge/substances.ts";
import type { Cover } from "./cover.ts";
import type { End } from "./end.ts";

/** Why nothing is left to give or to fill at an end, and the records that say so. */
export interface Served {
  readonly by: NonNullable<Residual["served"]>;
  readonly recordIds: readonly string[];
}

/**
 * Whether nothing of a code is left at an end for `other`; null where something is or may be.
 *
 * A listing is served as its residual says. An enterprise that lists nothing open of the code is served where a listing
 * of its own says that all is used or taken, or where its own company fills the need. A partner that already gives or
 * takes it is no rival of itself: for him the end is open.
 */
export function servedAt(end: End, direction: Listing["direction"], code: string, other: End): Served | null {
  const served = end.listing === null ? servedUnlisted(end, direction, code, other) : servedListing(end);
  if (served === null) return null;
  const partnerId = other.party.enterprise.id;
  const isPartner = end.party.covers[direction].some(
    ({ partner, codes }) => partner?.id === partnerId && codes.includes(code),
  );
  return isPartner ? null : served;
}

function servedListing({ residual }: End): Served | null {
  if (residual === null || residual.served === null) return null;
  return { by: residual.served, recordIds: residual.coveredBy };
}

function servedUnlisted(
  { party }: End,
  direction: Listing["direction"],
  code: string,
  other: End,
): Served | null {
  const closed = party.closedListings[direction].find(
    (listing) => listing.resourceCodes.includes(code) && isAlike(substancesIn(listing.resourceZh), other),
  );
  if (closed !== undefined)
    return {
      by: closed.status === "used-in-house" ? "own-company" : "exchanges",
      recordIds: [closed.id],
    };
  const own =
    direction === "need" ? party.covers.need.find((cover) => fillsFromOwn(cover, code, other)) : undefined;
  return own === undefined ? null : { by: "own-company", recordIds: [own.id] };
}

const fillsFromOwn = ({ own, codes, substances }: Cover, code: string, other: End) =>
  own && codes.includes(code) && isAlike(substances, other);

const isAlike = (substances: readonly string[], { substances: others }: End) =>
  relateSubstances(substances, others) !== "different";
