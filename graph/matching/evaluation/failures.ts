import { isHazardousCode } from "#graph/schema/records/resource.ts";
import type { ProductRanking } from "./product-ranking.ts";
import { isFound, recallAt, type Standing } from "./ranked.ts";

/** Why the true receiver is not among the first ten; one cause a case, the first that holds. */
export const failureCauses = [
  "closed",
  "industryUnknown",
  "hazardousNotGuessed",
  "refused",
  "outranked",
] as const;
export type FailureCause = (typeof failureCauses)[number];

/**
 * - closed: all that is still known of the receiver is over;
 * - industryUnknown: the receiver has no industry code and lists nothing;
 * - hazardousNotGuessed: the receiver is not known to take hazardous waste otherwise;
 * - refused: process, substance or pairing speak against it;
 * - outranked: ranked, but after the first ten.
 */
export function failureOf({ tested }: ProductRanking, standing: Standing): FailureCause | null {
  const { receiver, code } = tested;
  if (recallAt(standing, 10) >= 0.5) return null;
  if (isFound(standing) === 1) return "outranked";
  if (receiver.enterprise.industryCode === null) return "industryUnknown";
  if (isHazardousCode(code)) return "hazardousNotGuessed";
  return receiver.closed ? "closed" : "refused";
}

export function countCauses(
  causes: readonly (FailureCause | null)[],
): Readonly<Record<FailureCause, number>> {
  const count = (name: FailureCause) => causes.filter((cause) => cause === name).length;
  return Object.fromEntries(failureCauses.map((name) => [name, count(name)])) as Record<FailureCause, number>;
}
