import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { relateSubstances } from "#graph/matching/knowledge/substances.ts";
import type { Cover } from "./cover.ts";
import type { End } from "./end.ts";

/** Why a link may exist already: a recorded exchange of the same thing with somebody whom one of its ends may be. */
export interface LikelyExisting {
  readonly exchangeId: string;
  /** member: the exchange names a total or an unnamed firm; twin: its end is probably the same plant under another id. */
  readonly because: "member" | "twin";
  /** The end of the exchange that the candidate's end may be or be part of. */
  readonly recorded: Enterprise;
  /** The candidate's end that it may be. */
  readonly candidate: Enterprise;
  /** The exchange brings or takes just what the listing at the other end says. */
  readonly quantityFits: boolean;
}

/** Quantities that differ by no more are told as one. */
const equalWithin = 0.01;

/**
 * The recorded exchange, running and of the same code and thing, that a link between two ends seems to describe; null
 * where there is none, or where the very pair is on record (which is then known to exist).
 */
export function likelyExisting(supplier: End, receiver: End, code: string): LikelyExisting | null {
  const [from, to] = [supplier.party, receiver.party];
  if (from.indefiniteCovers.offer.length === 0 && to.indefiniteCovers.need.length === 0) return null;
  const isPair = from.covers.offer.some(
    ({ partner, codes }) => partner?.id === to.enterprise.id && codes.includes(code),
  );
  if (isPair) return null;
  return standIn(receiver, "need", supplier, code) ?? standIn(supplier, "offer", receiver, code);
}

/** An exchange of `end` whose other end may be, or hold, `other`. */
function standIn(end: End, direction: Listing["direction"], other: End, code: string): LikelyExisting | null {
  for (const cover of end.party.indefiniteCovers[direction]) {
    const recorded = cover.partner;
    if (recorded === null || !cover.codes.includes(code)) continue;
    if (relateSubstances(cover.substances, other.substances) === "different") continue;
    const candidate = other.party.enterprise;
    const isTwin = other.party.twinIds.has(recorded.id);
    if (!isTwin && !mayHold(recorded, candidate)) continue;
    const because = isTwin ? "twin" : "member";
    return {
      exchangeId: cover.id,
      because,
      recorded,
      candidate,
      quantityFits: fits(cover, end) || fits(cover, other),
    };
  }
  return null;
}

/**
 * Whether a total or an unnamed firm may be, or hold, a plant: of its trade (three digits) and of its park, else county,
 * else city, else province; a total without a trade only where its park, county or city is known. The users of a park as a
 * total are of all its trades.
 */
function mayHold(recorded: Enterprise, plant: Enterprise): boolean {
  if (recorded.kind === "plant" || plant.kind !== "plant") return false;
  const isNear = (["parkId", "countyCode", "cityCode", "provinceCode"] as const).every(
    (field) => recorded[field] === null || plant[field] === null || recorded[field] === plant[field],
  );
  if (!isNear) return false;
  const isWholePark = recorded.kind === "pooled" && recorded.parkId !== null;
  if (isWholePark && recorded.parkId === plant.parkId) return true;
  const place = recorded.parkId ?? recorded.countyCode ?? recorded.cityCode;
  const ofPlant = [plant.parkId, plant.countyCode, plant.cityCode];
  if (recorded.industryCode === null) return place !== null && ofPlant.includes(place);
  return plant.industryCode?.slice(0, 3) === recorded.industryCode.slice(0, 3);
}

function fits({ perYear, unit }: Cover, { listing }: End): boolean {
  const quantity = listing?.quantity;
  if (perYear === null || quantity?.perYearUnit !== unit) return false;
  return Math.abs(quantity.perYear - perYear) <= equalWithin * perYear;
}
