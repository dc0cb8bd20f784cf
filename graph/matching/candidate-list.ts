import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { CandidateHead } from "./explanation/candidate.ts";
import { indexNetwork } from "#graph/projection/network-index.ts";
import { createMatcher } from "./matcher.ts";
import { selectCandidates, type CandidateSelection } from "./ranking/select.ts";

/** The candidates of one network on one day, searched when they are asked for and kept. */
export interface CandidateList {
  /** ISO date. */
  readonly asOf: string;
  /**
   * The candidates wanted, best first. Chosen from the list of all where that is whole. A network so big that the list
   * holds only the best of all is searched anew for the places or the listing that the selection names: what they keep is
   * cut by nobody else.
   */
  select(selection: CandidateSelection): readonly CandidateHead[];
  /** Writes out one of them. */
  explain(head: CandidateHead): Candidate;
}

export function openCandidateList(network: Network, asOf: string): CandidateList {
  const matcher = createMatcher(network, { asOf });
  let all: readonly CandidateHead[] | null = null;
  // A place is asked about several times in a row: its count, its list, its pages.
  let ofPlaces: { readonly key: string; readonly candidates: readonly CandidateHead[] } | null = null;

  const searched = ({ placeIds = [], listingId }: CandidateSelection): readonly CandidateHead[] => {
    if (matcher.isWhole || (placeIds.length === 0 && listingId === undefined)) return (all ??= matcher.all());
    if (listingId !== undefined) return matcher.forListing(listingId);
    const key = placeIds.join(" ");
    if (ofPlaces?.key !== key) ofPlaces = { key, candidates: matcher.forPlaces(placeIds) };
    return ofPlaces.candidates;
  };
  return {
    asOf,
    select: (selection) => selectCandidates(searched(selection), selection, indexNetwork(network)),
    explain: (head) => matcher.explain(head),
  };
}
