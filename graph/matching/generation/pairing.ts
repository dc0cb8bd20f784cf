import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { End } from "#graph/matching/ends/end.ts";
import { isIndefinite, isServed, type EndList } from "#graph/matching/ends/end-columns.ts";
import { likelyExisting } from "#graph/matching/ends/likely-existing.ts";
import { servedAt } from "#graph/matching/ends/served.ts";
import { isWasteTreatment } from "#graph/matching/knowledge/industries.ts";

const residues = /残渣|飞灰|炉渣|沼渣|沼液|灰渣|干化污泥|蒸汽|余热|热力|冷凝水|再生水|residue|ash|steam/i;

/** What keeps two ends from being partners. */
export type Hindrance =
  | "same-enterprise"
  | "same-company"
  /** Two totals: nobody could act on it. */
  | "pooled-with-pooled"
  /** A total and a plant of its trade and area: the plant's own stream stands in it. */
  | "part-of-total"
  | "supply-served"
  | "need-served"
  /** Two waste-treatment firms handing the same waste round. */
  | "waste-round";

/** The first thing that keeps two ends from being partners for a code, or null. An unknown company is no hindrance. */
export function hindranceOf(supplier: End, receiver: End, code: string): Hindrance | null {
  const [from, to] = [supplier.party, receiver.party];
  if (from === to) return "same-enterprise";
  if (from.company >= 0 && from.company === to.company) return "same-company";
  if (from.pooled && to.pooled) return "pooled-with-pooled";
  if (from.pooled !== to.pooled && isPartOfTotal(from.enterprise, to.enterprise)) return "part-of-total";
  if (isWasteRoundTrip(supplier, receiver, code)) return "waste-round";
  // What may exist already is told apart from what is open: there the served end is the very sign of it.
  if (likelyExisting(supplier, receiver, code) !== null) return null;
  if (servedAt(receiver, "need", code, supplier) !== null) return "need-served";
  return servedAt(supplier, "offer", code, receiver) === null ? null : "supply-served";
}

export function canPair(supplier: End, receiver: End, code: string): boolean {
  return hindranceOf(supplier, receiver, code) === null;
}

/**
 * Partners of a list, by their position, that `canPair` refuses because one of the two is served: neither has a part in what
 * serves it, nor may it be known under another name. `all` = every one of them.
 */
export function refusalOf(
  own: End,
  { ends, served, indefinite, hasIndefinite }: EndList,
  ownIsSupplier: boolean,
): "all" | ((item: number) => boolean) {
  if (isIndefinite(own)) return () => false;
  const covers = own.party.covers[ownIsSupplier ? "offer" : "need"];
  const partners = new Set(covers.flatMap(({ partner }) => partner?.id ?? []));
  const ownServed = isServed(own);
  if (ownServed && !hasIndefinite && partners.size === 0) return "all";
  return (item) => {
    if ((!ownServed && served[item] !== 1) || indefinite[item] === 1) return false;
    return partners.size === 0 || !partners.has(ends[item]?.party.enterprise.id ?? "");
  };
}

/** Whether one of two is a total that may hold the other: of its trade (three digits), where both are known to the same area. */
export function isPartOfTotal(left: Enterprise, right: Enterprise): boolean {
  if ((left.kind === "pooled") === (right.kind === "pooled")) return false;
  const [total, plant] = left.kind === "pooled" ? [left, right] : [right, left];
  const trade = total.industryCode?.slice(0, 3);
  if (trade === undefined || plant.industryCode?.slice(0, 3) !== trade) return false;
  const area = total.parkId ?? total.countyCode ?? total.cityCode;
  return area !== null && [plant.parkId, plant.countyCode, plant.cityCode].includes(area);
}

/** A treatment firm passes on what its process leaves (ash, steam, residue), not the waste it was sent. */
function isWasteRoundTrip(supplier: End, receiver: End, code: string): boolean {
  const isTreater = supplier.party.enterprise.industryCode?.startsWith("772") === true;
  if (!isTreater || !isWasteTreatment(receiver.party.enterprise.industryCode)) return false;
  return /^(?:SW|HW|\d)/.test(code) && !residues.test(supplier.listing?.resourceZh ?? "");
}
