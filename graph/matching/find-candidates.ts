import type { Candidate } from "#graph/schema/candidate.ts";
import type { Network } from "#graph/schema/network.ts";
import { createMatcher, type MatchOptions } from "./matcher.ts";

/**
 * Possible inter-park links of a network, open ones first, best first. Pure and deterministic: the order of the records
 * does not matter.
 *
 * - offer-need: an offer meets a need of the same code, of a broader or narrower one, or of one a rule lets it serve;
 * - offer-industry: an offer meets an enterprise whose industry a rule names as user (inferred);
 * - industry-need: a need meets an enterprise whose industry a rule names as source (inferred).
 *
 * Ends stand at different places (overlapping parks are one) and belong to different companies where both are known.
 * Left out: listings used in-house, over, expired or not public; enterprises outside the two provinces; totals of a whole
 * province. Kept and marked: pooled and anonymised ends, heaps, capacities, plans, pairs that already exchange, and a few
 * blocked links per listing.
 *
 * Cost: about one search per listing over places in order of distance, stopped when no better partner can follow; memory
 * is bounded by `limit`.
 */
export function findCandidates(network: Network, options: MatchOptions): readonly Candidate[] {
  return createMatcher(network, options).all();
}
