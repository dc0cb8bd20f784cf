import type { End } from "#graph/matching/ends/end.ts";
import type { Party } from "#graph/matching/ends/parties.ts";
import type { MatchIndex } from "#graph/matching/generation/match-index.ts";
import { canPair } from "#graph/matching/generation/pairing.ts";
import { linkAlong, type Target } from "#graph/matching/generation/search.ts";
import { targetsOfListing, targetsOfParty } from "#graph/matching/generation/targets.ts";
import { compareLinks, type Link } from "#graph/matching/link.ts";

/** A place where two ends meet: by code, by rule or by practice. */
export interface Meeting {
  readonly supplier: End;
  readonly receiver: End;
  readonly target: Target;
  /** Null where they meet but do not fit. */
  readonly link: Link | null;
}

/** Ends of a party that may give or take: its listings and itself. */
export function endsOf(party: Party, direction: "offer" | "need", index: MatchIndex): readonly End[] {
  const listed = (direction === "offer" ? index.offers : index.needs).ends.filter(
    (end) => end.party === party,
  );
  const inferred = index.inferred.ends[party.index];
  return inferred === undefined ? listed : [...listed, inferred];
}

/** Where an end looks for partners. */
export function targetsOf(end: End, index: MatchIndex): readonly Target[] {
  return end.listing === null ? targetsOfParty(end, index) : targetsOfListing(end, index);
}

/** Targets of an end on one side that speak of a code. */
export function targetsFor(
  end: End,
  side: "supplier" | "receiver",
  code: string,
  index: MatchIndex,
): readonly Target[] {
  return targetsOf(end, index).filter(
    (target) =>
      target.ownIsSupplier === (side === "supplier") &&
      (target.code === code || index.table.matchOf(target.code, code) !== null),
  );
}

/** Everywhere the two meet for a code, along the very targets that a search follows. */
export function meetingsOf(
  supplier: Party,
  receiver: Party,
  code: string,
  index: MatchIndex,
): readonly Meeting[] {
  return [
    ...endsOf(supplier, "offer", index).flatMap((own) => along(own, "supplier", receiver, { code, index })),
    ...endsOf(receiver, "need", index).flatMap((own) => along(own, "receiver", supplier, { code, index })),
  ];
}

interface Asked {
  readonly code: string;
  readonly index: MatchIndex;
}

function along(
  own: End,
  side: "supplier" | "receiver",
  other: Party,
  { code, index }: Asked,
): readonly Meeting[] {
  return targetsFor(own, side, code, index).flatMap((target) =>
    partnersAt(target, other).map((partner) => ({
      supplier: side === "supplier" ? own : partner,
      receiver: side === "supplier" ? partner : own,
      target,
      link: linkAlong(own, partner, target),
    })),
  );
}

function partnersAt({ buckets, key, list }: Target, party: Party): readonly End[] {
  const place = party.place.index;
  const items = buckets.items.subarray(buckets.start(key, place), buckets.start(key, place + 1));
  return [...items].flatMap((item) => list.ends[item] ?? []).filter((end) => end.party === party);
}

/** Links of the meetings that may be, best first; as in the lists, a guess yields to what is listed for the same code. */
export function linksOf(meetings: readonly Meeting[]): readonly Link[] {
  const links = meetings
    .flatMap(({ link }) => link ?? [])
    .filter(({ supplier, receiver, code }) => canPair(supplier, receiver, code));
  const listed = new Set(links.filter(isListed).map(({ code }) => code));
  return links.filter((link) => isListed(link) || !listed.has(link.code)).sort(compareLinks);
}

const isListed = ({ basis }: Link) => basis === "offer-need";
