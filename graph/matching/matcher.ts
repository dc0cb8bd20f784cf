import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { LinkPool } from "./ranking/link-pool.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Link } from "./link.ts";
import { helpfulRecords } from "./helpful-records.ts";
import type { HelpfulRecords } from "#graph/schema/answers/helpful-records.ts";
import { findCause, type Finding, type WhyNotQuery } from "./why-not/find-cause.ts";
import type { End } from "./ends/end.ts";
import { BestLinks } from "#graph/matching/ranking/best-links.ts";
import { Neighbourhood } from "./generation/nearest-places.ts";
import { indexPrecedents } from "./explanation/precedents.ts";
import { searchTarget, type TopLinks } from "#graph/matching/generation/search.ts";
import { indexListings } from "./generation/match-index.ts";
import { makeWorlds } from "./economics/worlds.ts";
import { rankReceivers, type RankedReceiver, type ReceiverQuery } from "./ranking/receivers.ts";
import { targetsOfParty, targetsOfListing } from "./generation/targets.ts";
import { explainCandidate, headOf, type CandidateHead } from "./explanation/candidate.ts";

/** Ids of records that count as if they were absent: from histories, precedents, existing pairs, partners and rules. */
export interface Hidden {
  readonly exchangeIds?: ReadonlySet<string>;
  readonly listingIds?: ReadonlySet<string>;
  readonly ruleIds?: ReadonlySet<string>;
}

export interface MatchOptions {
  /** ISO date: the day the law, the age of evidence and the validity of listings are judged by. */
  readonly asOf: string;
  /** Candidates kept per listing, by kind; default `defaultKeep`. */
  readonly keep?: Keep;
  /** Candidates in all, best first; default 30,000. */
  readonly limit?: number;
  readonly hidden?: Hidden;
}

export interface Keep {
  readonly listed: number;
  readonly inferred: number;
  readonly hypothesis: number;
  readonly doubtful: number;
  readonly samePark: number;
  readonly parksOpen: number;
  /** Blocked ones are kept to answer "why not". */
  readonly blocked: number;
}

export const defaultKeep: Keep = {
  listed: 20,
  inferred: 8,
  hypothesis: 4,
  doubtful: 5,
  samePark: 8,
  parksOpen: 8,
  blocked: 2,
};
/** For an enterprise that lists nothing fitting: a few guesses. */
const keepForParty: Keep = {
  listed: 0,
  inferred: 4,
  hypothesis: 2,
  doubtful: 0,
  samePark: 2,
  parksOpen: 2,
  blocked: 0,
};

/** Every answer about one network and day has the same worlds. */
const worldSeed = 1;

/** Answers about one network. Building it costs one pass over the records; the network must not change afterwards. */
export interface Matcher {
  /** Whether `all` has every candidate that its searches keep: no network of this size can reach the limit. */
  readonly isWhole: boolean;
  all(): readonly CandidateHead[];
  /** Candidates that the listings and enterprises at these places keep (or at parks on the same ground), cut by no others. */
  forPlaces(placeIds: readonly string[]): readonly CandidateHead[];
  /** Candidates of one listing; empty where it is unknown or not open to matching. */
  forListing(listingId: string): readonly CandidateHead[];
  /** Who may receive what one supplier gives, best first, nothing cut; each receiver once. */
  rankReceivers(query: ReceiverQuery): readonly RankedReceiver[];
  /** What keeps a link between two enterprises of the network from being a candidate, or the candidate that it is. */
  whyNot(query: WhyNotQuery): Finding & { readonly head: CandidateHead | null };
  /** Why a place has no open candidate, and which records would help it most. */
  helpfulRecords(placeId: string, hasBlocked: boolean): HelpfulRecords;
  /** Writes a candidate out: gates, reasons, unknowns. Costs more than finding it, so only for those that are shown. */
  explain(head: CandidateHead): Candidate;
  /** The same searches judged on another day of the same period (see `periodOf`): nothing is indexed anew. */
  on(asOf: string): Matcher;
}

/**
 * Possible links of a network, open ones first, best first. Pure and deterministic: the order of the records
 * does not matter.
 *
 * - offer-need: an offer meets a need of the same code, of a broader or narrower one, or of one a rule lets it serve;
 * - offer-industry: an offer meets an enterprise whose industry a rule names as user (inferred);
 * - industry-need: a need meets an enterprise whose industry a rule names as source (inferred);
 * - industry-industry: a rule leads from the industry of one to that of the other, and practice bears it out (a hypothesis,
 *   as is an offer that practice alone leads to an industry).
 *
 * Ends belong to different companies where both are known; those of one park (overlapping parks are one) stand in a list
 * of their own (see `listOf`).
 * Left out: listings used in-house, over or expired; enterprises outside the two provinces; totals of a whole province.
 * Whoever may not see a listing passes a network that is cut to what he may see. Kept and marked: pooled and anonymised
 * ends, heaps, capacities, plans, pairs that already exchange, and a few blocked links per listing.
 *
 * Cost: about one search per listing over places in order of distance, stopped when no better partner can follow; memory
 * is bounded by `limit`.
 */
export function createMatcher(records: Network, options: MatchOptions): Matcher {
  const network = options.hidden === undefined ? records : withoutHidden(records, options.hidden);
  const index = indexListings(network, options.asOf);
  const { partyIndex } = index;
  // Who only ranks needs neither.
  const precedentsOf = lazily(() => indexPrecedents(network, partyIndex.partyById, index.table));
  const worldsOf = lazily(() => makeWorlds(worldSeed));
  const { table } = index;
  const neighbourhood = new Neighbourhood(partyIndex.places);
  const limit = options.limit ?? 30_000;
  const keepOf = ({ listing }: End) => (listing === null ? keepForParty : (options.keep ?? defaultKeep));
  const collect = (ends: readonly End[]) => {
    const best = new LinkPool(limit);
    for (const end of ends.toSorted(byPlace)) {
      const keep = keepOf(end);
      const targets = end.listing === null ? targetsOfParty(end, index) : targetsOfListing(end, index);
      const top = emptyTopLinks(keep, best.floor);
      for (const target of targets) searchTarget(end, target, neighbourhood, top);
      for (const list of Object.values(top)) best.addAll(list.links);
    }
    return best.links().map((link) => headOf(link, { table, precedents: precedentsOf() }));
  };
  const ends = [index.offers, index.needs, index.inferred].flatMap((list) => list.ends);
  const unserved = lazily(() => indexListings(withEverythingOpen(network), options.asOf));
  const endsByGroup = Map.groupBy(ends, ({ party }) => party.place.group);
  const endByListing = new Map(ends.map((end) => [end.listing?.id, end]));
  const judgedOn = (asOf: string): Matcher => ({
    isWhole: ends.reduce((sum, end) => sum + sizeOf(keepOf(end)), 0) <= limit,
    all: () => collect(ends),
    forPlaces: (placeIds) => {
      const places = partyIndex.places.filter(({ header }) => placeIds.includes(header.id));
      const groups = new Set(places.map(({ group }) => group));
      return collect([...groups].flatMap((group) => endsByGroup.get(group) ?? []));
    },
    forListing: (listingId) => collect([endByListing.get(listingId)].filter((end) => end !== undefined)),
    rankReceivers: (query) => rankReceivers(query, index, asOf),
    whyNot: (query) => {
      const ids = [query.supplierId, query.receiverId];
      let kept: readonly CandidateHead[] | null = null;
      const headFor = (link: Link) => {
        kept ??= collect(ends.filter(({ party }) => ids.includes(party.enterprise.id)));
        return kept.find((head) => !head.blocked && isSamePair(head.link, link)) ?? null;
      };
      const isKept = (link: Link) => headFor(link) !== null;
      const finding = findCause(query, { network, index, asOf, unserved, isKept });
      return { ...finding, head: finding.cause === null && finding.link ? headFor(finding.link) : null };
    },
    helpfulRecords: (placeId, hasBlocked) => helpfulRecords(placeId, hasBlocked, network, index),
    explain: (head) =>
      explainCandidate(head, {
        table,
        precedents: precedentsOf(),
        economics: { book: partyIndex.prices, worlds: worldsOf() },
        asOf,
        asOfYear: Number(asOf.slice(0, 4)),
      }),
    on: judgedOn,
  });
  return judgedOn(options.asOf);
}

/** Made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function withoutHidden(network: Network, { exchangeIds, listingIds, ruleIds }: Hidden): Network {
  const shown = <T extends { readonly id: string }>(
    list: readonly T[],
    hidden: ReadonlySet<string> | undefined,
  ) => (hidden === undefined || hidden.size === 0 ? list : list.filter(({ id }) => !hidden.has(id)));
  return {
    ...network,
    exchanges: shown(network.exchanges, exchangeIds),
    listings: shown(network.listings, listingIds),
    rules: shown(network.rules, ruleIds),
  };
}

/** The same two enterprises and the same thing, by whichever listings. */
function isSamePair(left: Link, right: Link): boolean {
  return (
    left.supplier.party === right.supplier.party &&
    left.receiver.party === right.receiver.party &&
    left.code === right.code
  );
}

/** Listings closed by their use as if they were open: what would meet if nothing were met already. */
function withEverythingOpen(network: Network): Network {
  const isClosed = ({ status }: Listing) => status === "utilised" || status === "used-in-house";
  return {
    ...network,
    listings: network.listings.map((listing) =>
      isClosed(listing) ? { ...listing, status: "operating" as const } : listing,
    ),
  };
}

/** Listings of a place before its enterprises, place by place: neighbours are then worked out once for each place. */
function byPlace(left: End, right: End): number {
  return left.party.place.index - right.party.place.index || left.index - right.index;
}

const sizeOf = (keep: Keep) => Object.values(keep).reduce((sum: number, size: number) => sum + size, 0);

function emptyTopLinks(keep: Keep, floor: number): TopLinks & Record<string, BestLinks> {
  return {
    listed: new BestLinks(keep.listed, floor),
    inferred: new BestLinks(keep.inferred, floor),
    hypothesis: new BestLinks(keep.hypothesis, floor),
    doubtful: new BestLinks(keep.doubtful, floor),
    samePark: new BestLinks(keep.samePark, floor),
    parksOpen: new BestLinks(keep.parksOpen, floor),
    blocked: new BestLinks(keep.blocked, floor),
  };
}
