import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";

/** Whether a place is a point of the map: a park or a city, not "somewhere in the province" or beyond it. */
const isPoint = (placeId: string) => placeId.startsWith("park:") || placeId.startsWith("city:");

const groupOf = ({ from, to }: Corridor) => (isPoint(from) && isPoint(to) ? 0 : 1);
const unknownLast = ({ flow }: Corridor) =>
  flow.perYear === null && flow.steamTonnesPerYear === null ? 1 : 0;

/**
 * The corridors worth the first look: between points of the map before those with an end that has none, then by number
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
