import type { Candidate, Placement } from "#graph/schema/answers/candidate.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import type { Buckets } from "./buckets.ts";
import { isAtPlace, unitNumber, type EndList } from "#graph/matching/ends/end-columns.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { RuleCase } from "#graph/matching/rules/fit.ts";
import { judgeHaul } from "#graph/matching/gates/haul-reach.ts";
import { isHeldBack } from "#graph/matching/gates/gates.ts";
import { substancesOf, widestHaulKm } from "#graph/matching/gates/haul-limit.ts";
import type { Link } from "#graph/matching/link.ts";
import type { BestLinks } from "#graph/matching/ranking/best-links.ts";
import { likelyExisting } from "#graph/matching/ends/likely-existing.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import type { DistanceParts, Neighbourhood, NeighbourRow } from "./nearest-places.ts";
import { placementOf } from "./ground.ts";
import { canPair, refusalOf } from "./pairing.ts";
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
  /** By position in the list: 1 for those `fitOf` refuses whoever asks; a search then need not look at them. */
  readonly barred?: Uint8Array;
  /** `fitOf` refuses everybody on the own ground. */
  readonly elsewhere?: boolean;
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

/** One end looking along one target. */
interface Search {
  readonly own: End;
  readonly target: Target;
  readonly top: TopLinks;
  readonly row: NeighbourRow;
  readonly parts: DistanceParts;
  readonly widestKm: number;
  /** The best ln score any partner could reach at no distance. */
  readonly besides: number;
  /** How far a bound is too high at least for one partner, by its position in the list. */
  readonly gap: (item: number) => number;
  /** Partners that cannot be paired, by their position in the list. */
  readonly refuses: (item: number) => boolean;
}

/** A place of a search. */
interface Stop {
  readonly position: number;
  readonly placement: Placement;
  /** Where links to this place go unless a gate fails. */
  readonly list: BestLinks;
  /** The best ln score any partner at the place could reach. */
  readonly bound: number;
}

/**
 * Looks along one target, places that may be one park first, then nearest first, until no better partner can follow: what
 * is kept is what looking at every partner would keep. Beyond the reach every link is blocked; before it a blocked one is a
 * rare by-catch that is not searched for. Adds to `top`.
 */
export function searchTarget(own: End, target: Target, neighbourhood: Neighbourhood, top: TopLinks): void {
  const refuses = refusalOf(own, target.list, target.ownIsSupplier);
  if (target.maxFit <= 0 || refuses === "all") return;
  const { reach, buckets, key } = target;
  const row = neighbourhood.rowOf(own.party.place);
  const parts = neighbourhood.partsOf(row, reach.typicalKm);
  const widestKm = widestHaulKm(own, reach);
  const besides = boundBesidesDistance(own, target);
  const search = { own, target, top, row, parts, widestKm, besides, gap: boundGapOf(own, target), refuses };
  const blockedBound = besides + scorer.distance(lnDistanceScore(widestKm, reach.typicalKm));
  const scan = neighbourhood.scanOf(row, buckets, key);
  for (let nth = 0, position = scan.at(0); position >= 0; position = scan.at(++nth)) {
    if (target.elsewhere === true && row.ownGround[position] === 1) continue;
    const stop = stopAt(position, search);
    if (stop.bound >= stop.list.threshold) scanPlace(search, stop);
    else if (position >= row.near && !Number.isNaN(row.leastRoadKm[position])) {
      // No partner farther off scores higher; blocked ones may still be wanted.
      if (stop.list === top.blocked || blockedBound < top.blocked.threshold) return;
    }
  }
}

function stopAt(position: number, { target, top, row, parts, widestKm, besides }: Search): Stop {
  const isBeyond = (row.leastRoadKm[position] ?? Number.NaN) > widestKm;
  const placement = row.placements[position] ?? "apart";
  return {
    position,
    placement,
    list: isBeyond ? top.blocked : listFor(top, target, placement),
    bound: besides + scorer.distance(parts.highest[position] ?? 0),
  };
}

/** Sums in another order may differ in the last digits. */
const rounding = 1e-9;

function boundBesidesDistance(own: End, { maxFit, maxPractice, list }: Target): number {
  const lnEvidence = (own.lnEvidence + list.bestEvidence) / 2;
  const lnCover = Number.isNaN(own.lnQuantity) ? lnWorstCover : 0;
  return scorer.bound({ fit: maxFit, practice: maxPractice, lnEvidence, lnCover }) + rounding;
}

function boundGapOf({ lnQuantity, unit }: End, { list }: Target): (item: number) => number {
  const ownUnit = unitNumber(unit);
  const isKnown = !Number.isNaN(lnQuantity);
  return (item) => {
    const lnEvidence = ((list.lnEvidence[item] ?? 0) - list.bestEvidence) / 2;
    const partner = list.unit[item] === ownUnit ? (list.lnQuantity[item] ?? Number.NaN) : Number.NaN;
    const ratio = -Math.abs(lnQuantity - partner) / 2;
    const lnCover = isKnown ? (ratio > lnWorstCover ? ratio : lnWorstCover) : 0;
    return scorer.loss(lnEvidence, lnCover);
  };
}

/** Tries the partners at a place that could reach the list. */
function scanPlace(search: Search, stop: Stop): void {
  const { own, target, row, parts, besides, gap, refuses } = search;
  const { position, bound, list } = stop;
  const { buckets, key, list: partners, barred } = target;
  const place = row.order[position] ?? -1;
  const lnExpected = isAtPlace(own.party) ? (parts.expected[position] ?? Number.NaN) : Number.NaN;
  const boundAtPoint = Number.isNaN(lnExpected) ? bound : besides + scorer.distance(lnExpected);
  const until = buckets.start(key, place + 1);
  for (let at = buckets.start(key, place); at < until; at++) {
    const item = buckets.items[at] ?? -1;
    if (barred?.[item] === 1) continue;
    const isAtPoint = partners.atPlace[item] === 1;
    if ((isAtPoint ? boundAtPoint : bound) - gap(item) < list.threshold || refuses(item)) continue;
    const partner = partners.ends[item];
    if (partner !== undefined) tryPartner(search, stop, partner, isAtPoint ? lnExpected : Number.NaN);
  }
}

/**
 * Adds the link between two ends along a target, unless they may not be paired, do not fit, or are not good enough.
 * `lnDistance`: NaN = to be worked out from the two points.
 */
function tryPartner(
  { own, target, top }: Search,
  { list, placement }: Stop,
  partner: End,
  lnDistance: number,
): void {
  const fit = target.fitOf(partner);
  if (fit <= 0) return;
  const scored = scoreAlong(own, partner, target, { fit, lnDistance });
  if (scored.lnScore < list.threshold || !canPair(scored.supplier, scored.receiver, target.code)) return;
  const link = judged(scored, placement, target);
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
  if (fit <= 0) return null;
  const scored = scoreAlong(own, partner, target, { fit, lnDistance: Number.NaN });
  return judged(scored, placementOf(own.party.place, partner.party.place), target);
}

type Scored = Pick<Link, "supplier" | "receiver" | "fit" | "practice" | "lnScore">;

interface KnownParts {
  readonly fit: number;
  /** NaN = to be worked out from the two points. */
  readonly lnDistance: number;
}

function scoreAlong(own: End, partner: End, target: Target, { fit, lnDistance }: KnownParts): Scored {
  const { ownIsSupplier, ruleCase, reach } = target;
  const supplier = ownIsSupplier ? own : partner;
  const receiver = ownIsSupplier ? partner : own;
  const practice = target.practiceOf(receiver.party.enterprise.industryCode);
  const lnScore = scorer.score({
    fit,
    practice,
    lnDistance: Number.isNaN(lnDistance)
      ? lnDistanceScore(roadRange(supplier, receiver).expectedKm, reach.typicalKm)
      : lnDistance,
    lnEvidence: pairEvidence(supplier, receiver, ruleCase),
    lnCover: lnCover(supplier, receiver),
  });
  return { supplier, receiver, fit, practice, lnScore };
}

/** The gates are asked last: they cost more than the score. */
function judged(scored: Scored, placement: Placement, target: Target): Link {
  const { basis, match, code, ruleCase } = target;
  const { supplier, receiver, fit, practice, lnScore } = scored;
  const blocked = isHeldBack({ supplier, receiver, code, match, ruleCase });
  const likely = likelyExisting(supplier, receiver, code);
  return {
    supplier,
    receiver,
    placement,
    likely,
    basis,
    match,
    code,
    ruleCase,
    fit,
    practice,
    lnScore,
    blocked,
  };
}
