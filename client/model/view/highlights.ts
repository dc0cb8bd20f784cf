import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";

/** 0 for a known place, 1 for a city, which at least has a point on the map, 2 for the rest. */
function vagueness(placeId: string): number {
  const kind = placeKindOf(placeId);
  if (isKnownPlace(kind)) return 0;
  return kind === "city" ? 1 : 2;
}

const groupOf = ({ from, to }: Corridor) => Math.max(vagueness(from), vagueness(to));
const unknownLast = ({ flow }: Corridor) =>
  flow.perYear === null && flow.steamTonnesPerYear === null ? 1 : 0;

/**
 * The corridors worth the first look: between known places before those with an end of which only the city is known, and those before the rest; then by number
 * of exchanges, then those with a known quantity. Quantities themselves do not order: layers never compare.
 */
export function firstCorridors(corridors: readonly Corridor[], limit: number): readonly Corridor[] {
  return corridors
    .toSorted(
      (left, right) =>
        groupOf(left) - groupOf(right) ||
        right.flow.exchangeCount - left.flow.exchangeCount ||
        unknownLast(left) - unknownLast(right),
    )
    .slice(0, limit);
}

/** Both ends say so themselves, and each is one enterprise: somebody can be called on both sides. */
const isCallable = ({ basis, inferred, supplier, receiver }: Candidate) =>
  basis === "offer-need" && !inferred && supplier.kind !== "pooled" && receiver.kind !== "pooled";

/**
 * A varied handful of candidates, given best first: those whose two ends are listed lead, and no enterprise supplies
 * twice or receives twice, so that one large need does not fill the list. Shorter than `limit` where there are no more.
 */
export function firstCandidates(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  const leading = candidates.filter(isCallable);
  const others = candidates.filter((candidate) => !isCallable(candidate));
  const suppliers = new Set<string>();
  const receivers = new Set<string>();
  const chosen: Candidate[] = [];
  for (const candidate of [...leading, ...others]) {
    const { supplier, receiver } = candidate;
    if (chosen.length === limit) break;
    if (suppliers.has(supplier.enterpriseId) || receivers.has(receiver.enterpriseId)) continue;
    suppliers.add(supplier.enterpriseId);
    receivers.add(receiver.enterpriseId);
    chosen.push(candidate);
  }
  return chosen;
}
