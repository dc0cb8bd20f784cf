import type { Gap } from "#graph/schema/answers/gap.ts";
import type { CityGap } from "./gaps.ts";
import type { CandidateHead } from "./explanation/candidate.ts";

/** A plant by name that a listing of a total could do business with. */
export interface TotalPartner {
  /** The listing of the total. */
  readonly listingId: string;
  readonly partner: Gap["partners"][number];
}

const mostPartners = 5;

/** The plants by name at the other end of each candidate with a total, in the order of the candidates. */
export function partnersOfTotals(candidates: readonly CandidateHead[]): readonly TotalPartner[] {
  return candidates.flatMap(({ id, supplier, receiver }) => {
    const [total, plant, role] =
      supplier.kind === "pooled"
        ? [supplier, receiver, "takes" as const]
        : [receiver, supplier, "gives" as const];
    const { enterpriseId, nameZh, nameEn } = plant;
    const { listingId } = total;
    if (listingId === null) return [];
    const places = { fromPlaceId: supplier.placeId, toPlaceId: receiver.placeId };
    return [{ listingId, partner: { role, candidateId: id, enterpriseId, ...places, nameZh, nameEn } }];
  });
}

/** A gap with those that could take from its totals or give to them: each plant once, the best five. */
export function withPartners(gap: CityGap, partners: readonly TotalPartner[]): Gap {
  const listingIds = new Set([...gap.surplus.listingIds, ...gap.need.listingIds]);
  const ofGap = partners.filter(({ listingId }) => listingIds.has(listingId)).map(({ partner }) => partner);
  const seen = new Set<string>();
  const once = ofGap.filter(({ enterpriseId }) => !seen.has(enterpriseId) && seen.add(enterpriseId));
  return { ...gap, partners: once.slice(0, mostPartners) };
}
