import type { Gate } from "#graph/schema/answers/candidate.ts";
import type { WhyNotCause } from "#graph/schema/answers/why-not.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { gatesOf } from "#graph/matching/gates/gates.ts";
import type { MatchIndex } from "#graph/matching/generation/match-index.ts";
import type { Link } from "#graph/matching/link.ts";
import { hindranceOf, isPartOfTotal } from "#graph/matching/generation/pairing.ts";
import { isSpeculation } from "#graph/matching/generation/search.ts";
import { servedAt } from "#graph/matching/ends/served.ts";
import { endsOf, linksOf, meetingsOf, targetsFor, type Meeting } from "./meetings.ts";
import { rivalsOf } from "./rivals.ts";

export interface WhyNotQuery {
  readonly supplierId: string;
  readonly receiverId: string;
  /** Null where the record names none: that is a cause of its own. */
  readonly code: string | null;
}

export interface WhyNotContext {
  readonly network: Network;
  readonly index: MatchIndex;
  /** ISO date. */
  readonly asOf: string;
  /** The same network with supplies and needs that are met already taken as open; costs an index. */
  unserved(): MatchIndex;
  /** Whether the searches of the two ends keep a link. */
  isKept(link: Link): boolean;
}

/** The first cause with the facts that its sentence is written from; everything else null or empty. */
export interface Finding {
  readonly cause: WhyNotCause | null;
  readonly supplier: Enterprise;
  readonly receiver: Enterprise;
  readonly code: string;
  /** The side that fails, where one does. */
  readonly side: "supplier" | "receiver" | null;
  /** What exactly fails, where a cause has several faces. */
  readonly because: Because | null;
  readonly meeting: Meeting | null;
  readonly link: Link | null;
  readonly gate: Gate | null;
  /** Listings and exchanges by which supply or need is met. */
  readonly covers: readonly Cover[];
  readonly rivals: readonly Link[];
}

export interface Cover {
  readonly kind: "listing" | "exchange";
  readonly id: string;
}

export type Because =
  | "outside"
  | "province-total"
  | "pooled-with-pooled"
  | "part-of-total"
  | "not-guessed"
  | "no-code"
  | "family-only"
  | "waste-round"
  | "both-guessed"
  | "fit";

/**
 * The first cause, in the order of `WhyNotCause`, that keeps a link out; cause null where nothing does. Pure; found along
 * the very targets that the search of candidates follows, so that the two never contradict each other.
 */
export function findCause(query: WhyNotQuery, context: WhyNotContext): Finding {
  const { network, index } = context;
  const [supplier, receiver] = [query.supplierId, query.receiverId].map((id) =>
    network.enterprises.find((enterprise) => enterprise.id === id),
  );
  if (supplier === undefined || receiver === undefined)
    throw new TypeError("findCause: both enterprises must be of the network");
  const nothing: Finding = {
    cause: null,
    supplier,
    receiver,
    code: query.code ?? "",
    side: null,
    because: null,
    meeting: null,
    link: null,
    gate: null,
    covers: [],
    rivals: [],
  };
  const refused = refusedEnds(supplier, receiver, index);
  if (refused !== null) return { ...nothing, ...refused };
  if (query.code === null || !isKnownCode(query.code, context))
    return { ...nothing, cause: "code", because: "no-code" };
  return {
    ...nothing,
    ...causeOfMeeting({ supplierId: supplier.id, receiverId: receiver.id, code: query.code }, context),
  };
}

type Found = Partial<Finding> & Pick<Finding, "cause">;

function refusedEnds(supplier: Enterprise, receiver: Enterprise, { partyIndex }: MatchIndex): Found | null {
  if (supplier.id === receiver.id) return { cause: "ground" };
  if (supplier.companyZh !== null && supplier.companyZh === receiver.companyZh) return { cause: "company" };
  for (const [side, enterprise] of [
    ["supplier", supplier],
    ["receiver", receiver],
  ] as const)
    if (!partyIndex.partyById.has(enterprise.id))
      return { cause: "not-castable", side, because: isTotal(enterprise) ? "province-total" : "outside" };
  if (supplier.kind === "pooled" && receiver.kind === "pooled")
    return { cause: "not-castable", because: "pooled-with-pooled" };
  if (isPartOfTotal(supplier, receiver)) return { cause: "not-castable", because: "part-of-total" };
  return null;
}

const isTotal = ({ kind, provinceCode, cityCode }: Enterprise) =>
  kind === "pooled" && cityCode === null && (provinceCode === "37" || provinceCode === "32");

/** A code is known where the list has it, or a listing or a rule speaks of it. */
function isKnownCode(code: string, { index, network }: WhyNotContext): boolean {
  return (
    index.table.resourceByCode.has(code) ||
    index.rules.ofCode(code).length > 0 ||
    network.listings.some(({ resourceCodes }) => resourceCodes.includes(code))
  );
}

/** A query whose code is given. */
type Pair = WhyNotQuery & { readonly code: string };

function causeOfMeeting(pair: Pair, context: WhyNotContext): Found {
  const meetings = meet(pair, context.index);
  const links = linksOf(meetings);
  const open =
    links.find((link) => !link.blocked && !isSpeculation(link)) ?? links.find(({ blocked }) => !blocked);
  if (open !== undefined) return openCause(open, context);
  const [held] = links;
  if (held !== undefined) return heldCause(held, context);
  const served = servedCause(meetings, pair, context);
  if (served !== null) return served;
  if (meetings.length > 0) return unfitCause(meetings);
  const lacking = lackingSide(pair, context.index);
  return { cause: "rule", ...lacking };
}

function meet({ supplierId, receiverId, code }: Pair, index: MatchIndex): readonly Meeting[] {
  const { partyById } = index.partyIndex;
  const [supplier, receiver] = [partyById.get(supplierId), partyById.get(receiverId)];
  return supplier === undefined || receiver === undefined ? [] : meetingsOf(supplier, receiver, code, index);
}

function openCause(link: Link, context: WhyNotContext): Found {
  if (context.isKept(link)) return { cause: null, link };
  if (isSpeculation(link)) {
    const gates = gatesOf(link, { table: context.index.table, asOf: context.asOf });
    return { cause: "reach", link, gate: gates.find(({ id }) => id === "haul-reach") ?? null };
  }
  return { cause: "outranked", link, rivals: rivalsOf(link, context.index) };
}

const gateCauses = [
  ["haul-reach", "reach"],
  ["grade", "grade"],
  ["hazardous-licence", "licence"],
  ["cross-province-permission", "licence"],
  ["waste-identification", "licence"],
] as const;

/** Held back by a gate, or because only the family of a hazardous waste is known: then its code is what lacks. */
function heldCause(link: Link, { index, asOf }: WhyNotContext): Found {
  const failed = gatesOf(link, { table: index.table, asOf }).filter(({ verdict }) => verdict === "fail");
  for (const [id, cause] of gateCauses) {
    const gate = failed.find((each) => each.id === id);
    if (gate !== undefined) return { cause, link, gate };
  }
  return { cause: "code", link, because: "family-only" };
}

const closedByUse: ReadonlySet<Listing["status"]> = new Set(["utilised", "used-in-house"]);

function servedSide(
  hindrance: "need-served" | "supply-served",
  { supplier, receiver, link }: Meeting,
  { listings }: Network,
): Pick<Finding, "side" | "covers"> {
  const code = link?.code ?? "";
  const served =
    hindrance === "need-served"
      ? servedAt(receiver, "need", code, supplier)
      : servedAt(supplier, "offer", code, receiver);
  return {
    side: hindrance === "need-served" ? "receiver" : "supplier",
    covers: (served?.recordIds ?? []).map((id) => ({
      kind: listings.some((listing) => listing.id === id) ? "listing" : "exchange",
      id,
    })),
  };
}

/** Supply or need is met: a residual says so, or a listing that would make the two meet is closed by its use. */
function servedCause(meetings: readonly Meeting[], pair: Pair, context: WhyNotContext): Found | null {
  for (const meeting of meetings) {
    const hindrance = meeting.link && hindranceOf(meeting.supplier, meeting.receiver, meeting.link.code);
    if (hindrance === "need-served" || hindrance === "supply-served")
      return { cause: "served", meeting, ...servedSide(hindrance, meeting, context.network) };
  }
  const closed = context.network.listings.filter(
    ({ enterpriseId, direction, status }) =>
      closedByUse.has(status) && enterpriseId === (direction === "offer" ? pair.supplierId : pair.receiverId),
  );
  if (closed.length === 0) return null;
  const reopened = meet(pair, context.unserved());
  const used = reopened
    .filter(({ link }) => link !== null)
    .flatMap(({ supplier, receiver }) => [supplier.listing?.id, receiver.listing?.id]);
  const causing = closed.filter(({ id }) => used.includes(id));
  const [first] = causing;
  if (first === undefined) return null;
  return {
    cause: "served",
    side: first.direction === "offer" ? "supplier" : "receiver",
    covers: causing.map(({ id }) => ({ kind: "listing", id })),
  };
}

/** They meet, but nothing fits: an end that is never guessed, two treaters, or a process or a name that contradicts. */
function unfitCause(meetings: readonly Meeting[]): Found {
  const round = meetings.find(({ link }) => link !== null);
  if (round !== undefined) return { cause: "process", because: "waste-round", meeting: round };
  for (const meeting of meetings)
    for (const side of ["supplier", "receiver"] as const) {
      const { listing, party } = meeting[side];
      if (listing === null && (party.enterprise.kind !== "plant" || party.closed))
        return { cause: "not-castable", side, because: "not-guessed", meeting };
    }
  return { cause: "process", because: "fit", meeting: meetings[0] ?? null };
}

/** The side that neither lists the thing nor is led to it by a rule; where both have something, whether both only guess. */
function lackingSide(
  { supplierId, receiverId, code }: Pair,
  index: MatchIndex,
): Pick<Finding, "side" | "because"> {
  const { partyById } = index.partyIndex;
  const [supplier, receiver] = [partyById.get(supplierId), partyById.get(receiverId)];
  if (supplier === undefined || receiver === undefined) return { side: null, because: null };
  const leads = (side: "supplier" | "receiver") => {
    const isGiver = side === "supplier";
    const ends = endsOf(isGiver ? supplier : receiver, isGiver ? "offer" : "need", index);
    const lists = ends.some(({ listing }) => speaks(listing, code, index));
    return { lists, any: lists || ends.some((end) => targetsFor(end, side, code, index).length > 0) };
  };
  const [gives, takes] = [leads("supplier"), leads("receiver")];
  if (!gives.any) return { side: "supplier", because: null };
  if (!takes.any) return { side: "receiver", because: null };
  return { side: null, because: gives.lists || takes.lists ? null : "both-guessed" };
}

const speaks = (listing: Listing | null, code: string, { table }: MatchIndex) =>
  listing?.resourceCodes.some((own) => table.matchOf(own, code) !== null) === true;
