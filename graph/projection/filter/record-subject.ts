import type { Candidate, CandidateEnd } from "#graph/schema/answers/candidate.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { NetworkIndex } from "#graph/projection/network-index.ts";
import type { Subject } from "./subject.ts";

/** An offer or need, as the filter reads it. */
export function subjectOfListing(listing: Listing, { endById }: NetworkIndex): Subject {
  const end = endById.get(listing.enterpriseId);
  return {
    layer: listing.layer,
    resourceCodes: listing.resourceCodes,
    hazardous: listing.hazardous,
    evidence: [listing.evidence],
    ends: end === undefined ? [] : [end],
  };
}

/**
 * A candidate, as the filter reads it: known from the listings at its ends, and where an end has none from its
 * enterprise. Hazardous where one of the two says so, and not known where neither says anything.
 */
export function subjectOfCandidate(
  candidate: Pick<Candidate, "layer" | "resourceCode" | "supplier" | "receiver">,
  index: NetworkIndex,
): Subject {
  const sides = [candidate.supplier, candidate.receiver];
  const listings = sides.flatMap(({ listingId }) =>
    listingId === null ? [] : (index.listingById.get(listingId) ?? []),
  );
  const stated = listings.flatMap(({ hazardous }) => hazardous ?? []);
  return {
    layer: candidate.layer,
    resourceCodes: [candidate.resourceCode],
    hazardous: stated.length === 0 ? null : stated.includes(true),
    evidence: sides.flatMap((side) => evidenceOf(side, index)),
    ends: sides.flatMap(({ enterpriseId }) => index.endById.get(enterpriseId) ?? []),
  };
}

function evidenceOf({ listingId, enterpriseId }: CandidateEnd, index: NetworkIndex) {
  const listing = listingId === null ? undefined : index.listingById.get(listingId);
  return listing?.evidence ?? index.enterpriseById.get(enterpriseId)?.evidence ?? [];
}
