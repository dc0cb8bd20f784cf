import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { CandidateHead } from "./explanation/candidate.ts";
import { indexNetwork } from "#graph/projection/network-index.ts";
import type { HelpfulRecords } from "#graph/schema/answers/helpful-records.ts";
import type { WhyNot } from "#graph/schema/answers/why-not.ts";
import type { Text } from "#graph/schema/text.ts";
import { whyNotAnswer } from "./why-not/answer.ts";
import type { WhyNotQuery } from "./why-not/find-cause.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
import { foldCandidates } from "./ranking/fold.ts";
import { selectCandidates, type CandidateSelection } from "./ranking/select.ts";

/** The candidates of one network, judged on one day; searched when they are asked for and kept. */
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
  /** What keeps a link between two enterprises of the network out, or its place in its list. */
  whyNot(query: WhyNotQuery): WhyNot;
  /** Why a place has no open candidate in any list, and what would help it; null where it has one. */
  helpfulRecords(placeId: string): HelpfulRecords | null;
  /** The same list judged on another day of the same period (see `periodsOf`): nothing is searched anew. */
  on(asOf: string): CandidateList;
}

/** Places whose candidates are kept: some MB each in a province of 100,000 listings. */
const keptPlaces = 4;

export function openCandidateList(network: Network, asOf: string): CandidateList {
  const searches = createMatcher(network, { asOf });
  let all: readonly CandidateHead[] | null = null;
  // A place is asked about several times in a row, by several users at once: its count, its list, its pages.
  const ofPlaces = new Map<string, readonly CandidateHead[]>();

  const searched = ({ placeIds = [], listingId }: CandidateSelection): readonly CandidateHead[] => {
    if (searches.isWhole || (placeIds.length === 0 && listingId === undefined))
      return (all ??= searches.all());
    if (listingId !== undefined) return searches.forListing(listingId);
    const key = placeIds.join(" ");
    const candidates = ofPlaces.get(key) ?? searches.forPlaces(placeIds);
    ofPlaces.delete(key);
    ofPlaces.set(key, candidates);
    for (const oldest of ofPlaces.keys()) if (ofPlaces.size > keptPlaces) ofPlaces.delete(oldest);
    return candidates;
  };
  const judgedBy = (matcher: Matcher, day: string): CandidateList => ({
    asOf: day,
    select: (selection) => selectCandidates(searched(selection), selection, indexNetwork(network)),
    explain: (head) => matcher.explain(head),
    helpfulRecords: (placeId) => {
      const choose = (gates: "open" | "blocked") =>
        selectCandidates(
          searched({ placeIds: [placeId] }),
          { placeIds: [placeId], list: "all", gates },
          indexNetwork(network),
        );
      return choose("open").length > 0 ? null : matcher.helpfulRecords(placeId, choose("blocked").length > 0);
    },
    whyNot: (query) => {
      const { head, ...finding } = matcher.whyNot(query);
      const ofList =
        head === null ? [] : selectCandidates(searched({}), { list: head.list }, indexNetwork(network));
      // Its place among those shown; one that stands folded behind others has none.
      const shown = foldCandidates(ofList);
      const at = shown.findIndex(({ id }) => id === head?.id);
      return whyNotAnswer({
        finding,
        head,
        rank: at < 0 ? null : at + 1,
        existingExchangeId: existingBetween(network, query),
        thing: thingOf(network, query.code),
        network,
      });
    },
    on: (other) => judgedBy(searches.on(other), other),
  });
  return judgedBy(searches, asOf);
}

function existingBetween(
  { exchanges }: Network,
  { supplierId, receiverId, code }: WhyNotQuery,
): string | null {
  const found = exchanges.find(
    (exchange) =>
      exchange.supplierId === supplierId &&
      exchange.receiverId === receiverId &&
      exchange.resourceCode === code &&
      exchange.status !== "historic",
  );
  return found?.id ?? null;
}

function thingOf({ resources }: Network, code: string | null): Text {
  const resource = resources.find((each) => each.code === code);
  return { zh: resource?.nameZh ?? code ?? "", en: resource?.nameEn ?? code ?? "" };
}
