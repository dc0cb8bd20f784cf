import type { Candidate, Placement } from "#graph/schema/answers/candidate.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import type { Buckets } from "./buckets.ts";
import { unitNumber, type EndList } from "#graph/matching/ends/end-columns.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { RuleCase } from "#graph/matching/rules/fit.ts";
import { judgeHaul } from "#graph/matching/gates/haul-reach.ts";
import { isHeldBack } from "#graph/matching/gates/gates.ts";
import { substancesOf, widestHaulKm } from "#graph/matching/gates/haul-limit.ts";
import type { Link } from "#graph/matching/link.ts";
import type { BestLinks } from "#graph/matching/ranking/best-links.ts";
import { likelyExisting } from "#graph/matching/ends/likely-existing.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import type { Neighbourhood } from "./nearest-places.ts";
import { placementOf } from "./ground.ts";
import { canPair } from "./pairing.ts";
import type { Reach } from "#graph/matching/knowledge/reach.ts";
import { lnCover, lnDistanceScore, lnWorstCover, pairEvidence } from "#graph/matching/ranking/score.ts";
import { scorer } from "#graph/matching/ranking/scorer.ts";

/** Where an end looks for partners, and how well each of them would fit. */
export interface Target {
  readonly buckets: Buckets;
  readonly key: number;
  /** What the items of the buckets are. */
  readonly list: EndList;
  readonly ownIsSupplier: boolean;
  readonly basis: Candidate["basis"];
  readonly match: Candidate["match"];
  readonly code: string;
  readonly ruleCase: RuleCase | null;
  readonly reach: Reach;
  /** No partner fits better than this. */
  readonly maxFit: number;
  /** No receiver's industry takes the code at a higher rate. */
  readonly maxPractice: number;
  /** Share of the plants of an industry that take the code. */
  practiceOf(industryCode: string | null): number;
  /** 0 refuses the partner. */
  fitOf(partner: End): number;
}

/** What a search keeps, each kind by itself, so that many guesses never push out a documented pair. */
export interface TopLinks {
  /** Both ends listed, resource known. */
  readonly listed: BestLinks;
  /** One end inferred from its industry. */
  readonly inferred: BestLinks;
  /** Practice alone, or both ends inferred. */
  readonly hypothesis: BestLinks;
  /** Only the family of the resource is known. */
  readonly doubtful: BestLinks;
  readonly samePark: BestLinks;
  /** Perhaps in one park: nothing tells the places apart. */
  readonly parksOpen: BestLinks;
  readonly blocked: BestLinks;
}

function listFor(
  top: TopLinks,
  { basis, match }: Pick<Target, "basis" | "match">,
  placement: Placement,
): BestLinks {
  if (basis === "industry-industry" || match === "practice") return top.hypothesis;
  if (placement !== "apart") return placement === "same-park" ? top.samePark : top.parksOpen;
  return match === "class-unknown" ? top.doubtful : basis === "offer-need" ? top.listed : top.inferred;
}

/**
 * Looks along one target, places that may be one park first, then nearest first, until no better partner can follow: what
 * is kept is what looking at every partner would keep. Beyond the reach every link is blocked; before it a blocked one is a
 * rare by-catch that is not searched for. Adds to `top`.
 */
export function searchTarget(own: End, target: Target, neighbourhood: Neighbourhood, top: TopLinks): void {
  const row = neighbourhood.rowOf(own.party.place);
  const widestKm = widestHaulKm(own, target.reach);
  const { place } = own.party;
  const apart = listFor(top, target, "apart");
  const boundAt = boundOf(own, target);
  const blockedBound = boundAt(widestKm);
  const gap = boundGapOf(own, target);
  const scan = neighbourhood.scanOf(row, target.buckets, target.key);
  for (let nth = 0, position = scan.at(0); position >= 0; position = scan.at(++nth)) {
    const leastKm = row.leastRoadKm[position] ?? Number.NaN;
    const there = neighbourhood.placeAt(row, position);
    const isBeyond = leastKm > widestKm;
    const open = position < row.near ? listFor(top, target, placementOf(place, there)) : apart;
    const list = isBeyond ? top.blocked : open;
    const bound = boundAt(leastKm);
    if (bound >= list.threshold) scanPlace(own, target, there.index, { bound, gap, top, list });
    else if (position >= row.near && !Number.isNaN(leastKm)) {
      // No partner farther off scores higher; blocked ones may still be wanted.
      if (isBeyond || blockedBound < top.blocked.threshold) return;
    }
  }
}

/** The best ln score any partner of a target could reach at a distance, as a function of km (NaN: not known). */
function boundOf(own: End, { maxFit, maxPractice, list, reach }: Target): (roadKm: number) => number {
  const known = {
    fit: maxFit,
    practice: maxPractice,
    lnEvidence: (own.lnEvidence + list.bestEvidence) / 2,
    lnCover: Number.isNaN(own.lnQuantity) ? lnWorstCover : 0,
  };
  return (roadKm) => scorer.bound({ ...known, lnDistance: lnDistanceScore(roadKm, reach.typicalKm) });
}

/** Sums in another order may differ in the last digits. */
const rounding = 1e-9;

/** How far the bound of a place is too high at least for one of its partners, by the partner's position in the list. */
function boundGapOf({ lnQuantity, unit }: End, { list }: Target): (item: number) => number {
  const ownUnit = unitNumber(unit);
  const isKnown = !Number.isNaN(lnQuantity);
  return (item) => {
    const lnEvidence = ((list.lnEvidence[item] ?? 0) - list.bestEvidence) / 2;
    const partner = list.unit[item] === ownUnit ? (list.lnQuantity[item] ?? Number.NaN) : Number.NaN;
    const ratio = -Math.abs(lnQuantity - partner) / 2;
    const lnCover = isKnown ? (ratio > lnWorstCover ? ratio : lnWorstCover) : 0;
    return scorer.loss(lnEvidence, lnCover) - rounding;
  };
}

interface PlaceScan {
  /** The best ln score any partner at the place could reach. */
  readonly bound: number;
  readonly gap: (item: number) => number;
  readonly top: TopLinks;
  /** Where links to this place go unless a gate fails. */
  readonly list: BestLinks;
}

/** Tries the partners at a place that could reach the list. */
function scanPlace(own: End, target: Target, place: number, { bound, gap, top, list }: PlaceScan): void {
  const { buckets, key } = target;
  const until = buckets.start(key, place + 1);
  for (let at = buckets.start(key, place); at < until; at++) {
    const item = buckets.items[at] ?? -1;
    if (bound - gap(item) < list.threshold) continue;
    const partner = target.list.ends[item];
    if (partner !== undefined) tryPartner(own, partner, target, { top, list });
  }
}

/** Adds the link between two ends along a target, unless they may not be paired, do not fit, or are not good enough. */
function tryPartner(
  own: End,
  partner: End,
  target: Target,
  { top, list }: Pick<PlaceScan, "top" | "list">,
): void {
  const fit = target.fitOf(partner);
  if (fit <= 0) return;
  const scored = scoreAlong(own, partner, target, fit);
  if (scored.lnScore < list.threshold || !canPair(scored.supplier, scored.receiver, target.code)) return;
  const link = judged(scored, own, partner, target);
  if (isSpeculation(link)) return;
  const wanted = link.blocked ? top.blocked : list;
  if (link.lnScore >= wanted.threshold) wanted.add(link);
}

/**
 * A guess on a guess: an end is inferred, and the route is more than twice as long as is typical (one in four goes so far),
 * or the haul not known to be within reach of an end that is not known to trade in the code. Where both ends are inferred,
 * or only the family of a hazardous waste is common, the route is longer than is typical.
 */
export function isSpeculation(link: Link): boolean {
  const { supplier, receiver, blocked, basis, match, code } = link;
  const isFamily = match === "class-unknown" && isHazardousCode(code);
  if (blocked || (basis === "offer-need" && !isFamily)) return false;
  const most = basis === "industry-industry" || isFamily ? 1 : 2;
  const { typicalKm } = supplier.party.reaches.of(code, substancesOf(link));
  if (roadRange(supplier, receiver).expectedKm > most * typicalKm) return true;
  const isKnown =
    (supplier.listing !== null || supplier.party.supplies.has(code)) &&
    (receiver.listing !== null || receiver.party.receives.has(code));
  return !isKnown && judgeHaul(link).verdict !== "pass";
}

/** The link between two ends along a target, or null where they do not fit. Whether they may be paired is not asked. */
export function linkAlong(own: End, partner: End, target: Target): Link | null {
  const fit = target.fitOf(partner);
  return fit <= 0 ? null : judged(scoreAlong(own, partner, target, fit), own, partner, target);
}

type Scored = Pick<Link, "supplier" | "receiver" | "fit" | "practice" | "lnScore">;

function scoreAlong(own: End, partner: End, target: Target, fit: number): Scored {
  const { ownIsSupplier, ruleCase, reach } = target;
  const supplier = ownIsSupplier ? own : partner;
  const receiver = ownIsSupplier ? partner : own;
  const practice = target.practiceOf(receiver.party.enterprise.industryCode);
  const lnScore = scorer.score({
    fit,
    practice,
    lnDistance: lnDistanceScore(roadRange(supplier, receiver).expectedKm, reach.typicalKm),
    lnEvidence: pairEvidence(supplier, receiver, ruleCase),
    lnCover: lnCover(supplier, receiver),
  });
  return { supplier, receiver, fit, practice, lnScore };
}

/** The gates are asked last: they cost more than the score. */
function judged(scored: Scored, own: End, partner: End, target: Target): Link {
  const { basis, match, code, ruleCase } = target;
  const { supplier, receiver } = scored;
  const blocked = isHeldBack({ supplier, receiver, code, match, ruleCase });
  const placement = placementOf(own.party.place, partner.party.place);
  const likely = likelyExisting(supplier, receiver, code);
  return { ...scored, placement, likely, basis, match, code, ruleCase, blocked };
}
