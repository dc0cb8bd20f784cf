import type { EnterpriseView, ListingView } from "#graph/schema/answers/record-views.ts";
import { isOpenListing } from "#graph/schema/records/status.ts";

/** A record that would give a place candidates, or better ones, were it known. */
export type HelpfulRecord =
  | { readonly kind: "enterprises" }
  | { readonly kind: "first-listing"; readonly enterprise: EnterpriseView }
  | { readonly kind: "code" | "quantity"; readonly listing: ListingView };

const most = 3;

/** A family, such as HW or HW08, names no waste that a licence or rule speaks of. */
const isFamily = (code: string) => /^(?:HW(?:\d\d)?|SW)$/.test(code);

/**
 * The records that would help most, at most three: who stands in the place; then what an open listing leaves out (its
 * narrow code, its quantity); then a first offer or need of those that list nothing, plants with an industry first.
 */
export function helpfulRecords(
  enterprises: readonly EnterpriseView[],
  listings: readonly ListingView[],
): readonly HelpfulRecord[] {
  if (enterprises.length === 0) return [{ kind: "enterprises" }];
  const open = listings.filter(({ status, expired }) => isOpenListing(status) && !expired);
  const silent = enterprises
    .filter(({ listingCount, kind }) => listingCount === 0 && kind === "plant")
    .toSorted((left, right) => Number(left.industryCode === null) - Number(right.industryCode === null));
  const missing = open.flatMap((listing): readonly HelpfulRecord[] => [
    ...(listing.resourceCodes.every(isFamily) ? [{ kind: "code", listing } as const] : []),
    ...(listing.quantity === null ? [{ kind: "quantity", listing } as const] : []),
  ]);
  const first = silent.map((enterprise): HelpfulRecord => ({ kind: "first-listing", enterprise }));
  // One of each kind before a second of any: three times the same question helps less.
  return open.length === 0
    ? first.slice(0, most)
    : [...missing.slice(0, 2), ...first, ...missing.slice(2)].slice(0, most);
}
