import { createMatcher, type MatchOptions } from "#graph/matching/matcher.ts";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Network } from "#graph/schema/records/network.ts";

/** Every candidate of a network, written out. */
export function allCandidates(network: Network, options: MatchOptions): readonly Candidate[] {
  const matcher = createMatcher(network, options);
  return matcher.all().map((head) => matcher.explain(head));
}
