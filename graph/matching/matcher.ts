import type { Candidate } from "#graph/schema/candidate.ts";
import type { Listing } from "#graph/schema/listing.ts";
import type { Network } from "#graph/schema/network.ts";
import { castOf, compare, type Actor, type Cast } from "./actors.ts";
import { fileInBuckets, type Filing } from "./buckets.ts";
import { createCodeTable } from "./codes.ts";
import { inferredEnd, listedEnd, usableListings, type End } from "./ends.ts";
import { BestLinks, compareLinks, type Link } from "./link.ts";
import { Neighbourhood } from "./neighbours.ts";
import { indexPrecedents } from "./precedents.ts";
import { openRuleBook } from "./rule-book.ts";
import { searchTarget, type Found, type Target } from "./search.ts";
import { targetsOfActor, targetsOfListing, type Stock } from "./targets.ts";
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
  all(): readonly Candidate[];
  /** Candidates of the listings and enterprises at one place (or of parks on the same ground): not cut by the limit over all. */
  forPlace(placeId: string): readonly Candidate[];
  /** Candidates of one listing; empty where it is unknown or not open to matching. */
  forListing(listingId: string): readonly Candidate[];
}

export function createMatcher(network: Network, options: MatchOptions): Matcher {
  const stock = stockOf(network, options.asOf);
  const writer: Writer = {
    table: stock.table,
    precedents: indexPrecedents(network, stock.cast.actorById),
    asOf: options.asOf,
    asOfYear: Number(options.asOf.slice(0, 4)),
  };
  const neighbourhood = new Neighbourhood(stock.cast.places);
  const search = (end: End, targets: readonly Target[], keep: Keep) => {
    const found: Found = {
      listed: new BestLinks(keep.listed),
      inferred: new BestLinks(keep.inferred),
      doubtful: new BestLinks(keep.doubtful),
      blocked: new BestLinks(keep.blocked),
    };
    for (const target of targets) searchTarget(end, target, neighbourhood, found);
    return Object.values(found).flatMap(({ links }: BestLinks) => links);
  };
  const listed = [...stock.offers, ...stock.needs].sort(
    (left, right) => left.actor.place.index - right.actor.place.index || left.index - right.index,
  );
  const collect = (ends: Iterable<End>, actors: Iterable<Actor>) => {
    const best = new Collection(options.limit ?? 20_000);
    for (const end of ends)
      best.addAll(search(end, targetsOfListing(end, stock), options.keep ?? defaultKeep));
    for (const actor of actors) {
      const end = stock.inferred[actor.index];
      if (end !== undefined) best.addAll(search(end, targetsOfActor(end, stock), keepForActor));
    }
    return best.links().map((link) => writeCandidate(link, writer));
  };
  return {
    all: () => collect(listed, stock.cast.actors),
    forPlace: (placeId) => {
      const group = stock.cast.places.find(({ header }) => header.id === placeId)?.group;
      return collect(
        listed.filter(({ actor }) => actor.place.group === group),
        stock.cast.actors.filter(({ place }) => place.group === group),
      );
    },
    forListing: (listingId) =>
      collect(
        listed.filter(({ listing }) => listing?.id === listingId),
        [],
      ),
  };
}

/** Everything that can stand at an end, filed by resource, industry and place. */
function stockOf(network: Network, asOf: string): Stock {
  const cast = castOf(network);
  const asOfYear = Number(asOf.slice(0, 4));
  const usable = usableListings(network.listings, asOf);
  const usedCodes = new Set(usable.flatMap(({ resourceCodes }) => resourceCodes));
  const [offers, needs] = [endsOf(usable, "offer", cast, asOfYear), endsOf(usable, "need", cast, asOfYear)];
  const inferred = cast.actors.map((actor) => inferredEnd(usable.length + actor.index, actor, asOfYear));
  const industries = [
    ...new Set(cast.actors.flatMap(({ enterprise }) => enterprise.industryCode ?? [])),
  ].sort(compare);
  const places = cast.places.length;
  return {
    cast,
    table: createCodeTable(network.resources, usedCodes),
    rules: openRuleBook(network.rules, industries),
    offers,
    needs,
    inferred,
    offersByCode: fileInBuckets(byCode(offers), places),
    needsByCode: fileInBuckets(byCode(needs), places),
    needsByIndustry: fileInBuckets(byIndustry(needs), places),
    actorsByIndustry: fileInBuckets(byIndustry(inferred), places),
    listedCodes: { offer: codesByActor(offers), need: codesByActor(needs) },
  };
}

function endsOf(
  usable: readonly Listing[],
  direction: Listing["direction"],
  { actorById }: Cast,
  asOfYear: number,
): readonly End[] {
  return usable.flatMap((listing, index) => {
    const actor = actorById.get(listing.enterpriseId);
    return listing.direction !== direction || actor === undefined
      ? []
      : [listedEnd(index, listing, actor, asOfYear)];
  });
}

function* byCode(ends: readonly End[]): Generator<Filing> {
  for (const [item, { codes, actor }] of ends.entries())
    for (const key of new Set(codes)) yield { key, place: actor.place.index, item };
}

function* byIndustry(ends: readonly End[]): Generator<Filing> {
  for (const [item, { actor }] of ends.entries()) {
    const key = actor.enterprise.industryCode;
    if (key !== null) yield { key, place: actor.place.index, item };
  }
}

function codesByActor(ends: readonly End[]): ReadonlyMap<number, readonly string[]> {
  const codes = new Map<number, string[]>();
  for (const end of ends) {
    const list = codes.get(end.actor.index) ?? [];
    list.push(...end.codes);
    codes.set(end.actor.index, list);
  }
  return codes;
}

/** The best links of many searches: one per pair of ends, at most `limit`, memory bounded by twice that. */
class Collection {
  readonly #limit: number;
  #links: Link[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  addAll(links: readonly Link[]): void {
    this.#links.push(...links);
    if (this.#links.length > 4 * this.#limit) this.#links = this.links();
  }

  /** Best first. Of two links of one pair for one resource a guess yields to what is listed. */
  links(): Link[] {
    const pairOf = ({ supplier, receiver, code }: Link) =>
      `${supplier.actor.index}|${receiver.actor.index}|${code}`;
    const listed = new Set(this.#links.filter(({ basis }) => basis === "offer-need").map(pairOf));
    const seen = new Set<string>();
    return this.#links
      .sort(compareLinks)
      .filter((link) => {
        if (link.basis !== "offer-need" && listed.has(pairOf(link))) return false;
        const key =
          link.basis === "offer-need" ? `${link.supplier.index}|${link.receiver.index}` : pairOf(link);
        return !seen.has(key) && seen.add(key);
      })
      .slice(0, this.#limit);
  }
}
