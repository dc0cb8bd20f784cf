import type { Candidate } from "#graph/schema/candidate.ts";
import type { Network } from "#graph/schema/network.ts";
import { Collection } from "./collection.ts";
import type { End } from "./ends.ts";
import { BestLinks } from "./link.ts";
import { Neighbourhood } from "./neighbours.ts";
import { indexPrecedents } from "./precedents.ts";
import { searchTarget, type Found } from "./search.ts";
import { stockOf } from "./stock.ts";
import { targetsOfActor, targetsOfListing } from "./targets.ts";
import { writeCandidate, type Writer } from "./write-candidate.ts";

export interface MatchOptions {
  /** ISO date: the day the law, the age of evidence and the validity of listings are judged by. */
  readonly asOf: string;
  /** Candidates kept per listing, by kind; `defaultKeep` unless told. */
  readonly keep?: Keep;
  /** Candidates in all, best first; 20,000 unless told. */
  readonly limit?: number;
}

export interface Keep {
  readonly listed: number;
  readonly inferred: number;
  readonly doubtful: number;
  /** Blocked ones are kept to answer "why not". */
  readonly blocked: number;
}

export const defaultKeep: Keep = { listed: 20, inferred: 8, doubtful: 5, blocked: 2 };
/** For an enterprise that lists nothing fitting: a few guesses. */
const keepForActor: Keep = { listed: 0, inferred: 4, doubtful: 0, blocked: 0 };

/** Answers about one network. Building it costs one pass over the records; the network must not change afterwards. */
export interface Matcher {
  /** Whether `all` has every candidate that its searches keep: no network of this size can reach the limit. */
  readonly isWhole: boolean;
  all(): readonly Candidate[];
  /** Candidates that the listings and enterprises at these places keep (or at parks on the same ground), cut by no others. */
  forPlaces(placeIds: readonly string[]): readonly Candidate[];
  /** Candidates of one listing; empty where it is unknown or not open to matching. */
  forListing(listingId: string): readonly Candidate[];
}

export function createMatcher(network: Network, options: MatchOptions): Matcher {
  const stock = stockOf(network, options.asOf);
  const { cast } = stock;
  const writer: Writer = {
    table: stock.table,
    precedents: indexPrecedents(network, cast.actorById),
    asOf: options.asOf,
    asOfYear: Number(options.asOf.slice(0, 4)),
  };
  const neighbourhood = new Neighbourhood(cast.places);
  const limit = options.limit ?? 20_000;
  const keepOf = ({ listing }: End) => (listing === null ? keepForActor : (options.keep ?? defaultKeep));
  const collect = (ends: readonly End[]) => {
    const best = new Collection(limit);
    for (const end of ends.toSorted(byPlace)) {
      const keep = keepOf(end);
      const targets = end.listing === null ? targetsOfActor(end, stock) : targetsOfListing(end, stock);
      const found = emptyShelves(keep, best.floor);
      for (const target of targets) searchTarget(end, target, neighbourhood, found);
      for (const shelf of Object.values(found)) best.addAll(shelf.links);
    }
    return best.links().map((link) => writeCandidate(link, writer));
  };
  const ends = [stock.offers, stock.needs, stock.inferred].flatMap((list) => list.ends);
  return {
    isWhole: ends.reduce((sum, end) => sum + sizeOf(keepOf(end)), 0) <= limit,
    all: () => collect(ends),
    forPlaces: (placeIds) => {
      const places = cast.places.filter(({ header }) => placeIds.includes(header.id));
      const groups = new Set(places.map(({ group }) => group));
      return collect(ends.filter(({ actor }) => groups.has(actor.place.group)));
    },
    forListing: (listingId) => collect(ends.filter(({ listing }) => listing?.id === listingId)),
  };
}

/** Listings of a place before its enterprises, place by place: neighbours are then worked out once for each place. */
function byPlace(left: End, right: End): number {
  return left.actor.place.index - right.actor.place.index || left.index - right.index;
}

const sizeOf = ({ listed, inferred, doubtful, blocked }: Keep) => listed + inferred + doubtful + blocked;

function emptyShelves(keep: Keep, floor: number): Found & Record<string, BestLinks> {
  return {
    listed: new BestLinks(keep.listed, floor),
    inferred: new BestLinks(keep.inferred, floor),
    doubtful: new BestLinks(keep.doubtful, floor),
    blocked: new BestLinks(keep.blocked, floor),
  };
}
