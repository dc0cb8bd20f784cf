import type { Candidate, Placement } from "#graph/schema/answers/candidate.ts";
import type { Buckets } from "./buckets.ts";
import { unitNumber, type EndList } from "#graph/matching/ends/end-columns.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { RuleCase } from "#graph/matching/rules/fit.ts";
import { isHeldBack } from "#graph/matching/gates/gates.ts";
import { widestHaulKm } from "#graph/matching/gates/haul-limit.ts";
import type { Link } from "#graph/matching/link.ts";
import type { BestLinks } from "#graph/matching/ranking/best-links.ts";
import { likelyExisting } from "#graph/matching/ends/likely-existing.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import type { Neighbourhood } from "./nearest-places.ts";
import { placementOf } from "./ground.ts";
import { canPair } from "./pairing.ts";
import type { Reach } from "#graph/matching/knowledge/reach.ts";
import {
  lnCover,
  lnDistanceScore,
  lnScore,
  lnUnknownCover,
  scoreWeights,
  pairEvidence,
} from "#graph/matching/ranking/score.ts";

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
  if (placement !== "apart") return placement === "same-park" ? top.samePark : top.parksOpen;
  return match === "class-unknown" ? top.doubtful : basis === "offer-need" ? top.listed : top.inferred;
}

/**
 * Partners looked at for one target before the search is content: 400 where it has all it may keep, 2,000 in any case.
 * Not reached on the real seeds.
 */
const enoughVisits = 400;
const mostVisits = 2000;

/** Looks along one target, nearest places first, until no better partner can follow. Adds to `top`. */
export function searchTarget(own: End, target: Target, neighbourhood: Neighbourhood, top: TopLinks): void {
  const row = neighbourhood.rowOf(own.party.place);
  const widestKm = widestHaulKm(own, target.reach);
  const lists = [listFor(top, target, "apart"), top.samePark, top.parksOpen];
  const boundAt = boundOf(own, target);
  const blockedBound = boundAt(widestKm);
  const boundGap = boundGapOf(own, target);
  let visits = 0;
  const scan = neighbourhood.scanOf(row, target.buckets, target.key);
  for (let nth = 0, position = scan.at(0); position >= 0; position = scan.at(++nth)) {
    const leastKm = row.leastRoadKm[position] ?? Number.NaN;
    // Beyond the reach every link is blocked; before it a blocked one is a rare by-catch that is not searched for.
    const isBeyond = leastKm > widestKm;
    const bound = boundAt(leastKm);
    const threshold = Math.min(...lists.map((list) => list.threshold));
    if (bound < (isBeyond ? top.blocked.threshold : threshold)) {
      const isHopeless = isBeyond || blockedBound < top.blocked.threshold;
      if (isHopeless && !Number.isNaN(leastKm)) return;
      continue;
    }
    visits += scanPlace(own, target, row.order[position] ?? 0, { bound, boundGap, top, isBeyond });
    if (visits > mostVisits || (visits > enoughVisits && lists.every(({ isFull }) => isFull))) return;
  }
}

/** The best ln score any partner of a target could reach at a distance, as a function of km (NaN: not known). */
function boundOf(own: End, { maxFit, maxPractice, list, reach }: Target): (roadKm: number) => number {
  const atHome = lnScore({
    fit: maxFit,
    practice: maxPractice,
    lnDistance: 0,
    lnEvidence: (own.lnEvidence + list.bestEvidence) / 2,
    lnCover: Number.isNaN(own.lnQuantity) ? Number.NaN : 0,
  });
  return (roadKm) => atHome + scoreWeights.distance * lnDistanceScore(roadKm, reach.typicalKm);
}

/** Sums in another order may differ in the last digits. */
const rounding = 1e-9;

/** How far the bound of a place is too high at least for one of its partners, by the partner's position in the list. */
function boundGapOf({ lnQuantity, unit }: End, { list }: Target): (item: number) => number {
  const ownUnit = unitNumber(unit);
  const isKnown = !Number.isNaN(lnQuantity);
  return (item) => {
    const lacking = (list.bestEvidence - (list.lnEvidence[item] ?? 0)) / 2;
    const partner = list.unit[item] === ownUnit ? (list.lnQuantity[item] ?? Number.NaN) : Number.NaN;
    const difference = Math.abs(lnQuantity - partner) / 2;
    const uncovered = isKnown ? (Number.isNaN(difference) ? -lnUnknownCover : difference) : 0;
    return scoreWeights.evidence * lacking + scoreWeights.cover * uncovered - rounding;
  };
}

interface PlaceScan {
  /** The best ln score any partner at the place could reach. */
  readonly bound: number;
  readonly boundGap: (item: number) => number;
  readonly top: TopLinks;
  readonly isBeyond: boolean;
}

/** Tries the partners at a place that could reach a list; answers with how many were looked at. */
function scanPlace(
  own: End,
  target: Target,
  place: number,
  { bound, boundGap, top, isBeyond }: PlaceScan,
): number {
  const { buckets, key, list } = target;
  const [from, until] = [buckets.start(key, place), buckets.start(key, place + 1)];
  for (let at = from; at < until; at++) {
    const item = buckets.items[at] ?? -1;
    const partner = list.ends[item];
    if (partner === undefined) continue;
    const open = listFor(top, target, placementOf(own.party.place, partner.party.place));
    const threshold = isBeyond ? top.blocked.threshold : Math.min(open.threshold, top.blocked.threshold);
    if (bound - boundGap(item) >= threshold) tryPartner(own, partner, target, top);
  }
  return until - from;
}

/** Adds the link between two ends along a target, unless they may not be paired, do not fit, or are not good enough. */
function tryPartner(own: End, partner: End, target: Target, top: TopLinks): void {
  const link = linkAlong(own, partner, target);
  if (link === null) return;
  const list = link.blocked ? top.blocked : listFor(top, target, link.placement);
  if (link.lnScore >= list.threshold && canPair(link.supplier, link.receiver, link.code)) list.add(link);
}

/** The link between two ends along a target, or null where they do not fit. Whether they may be paired is not asked. */
export function linkAlong(own: End, partner: End, target: Target): Link | null {
  const { ownIsSupplier, code, basis, match, ruleCase, reach } = target;
  const supplier = ownIsSupplier ? own : partner;
  const receiver = ownIsSupplier ? partner : own;
  const fit = target.fitOf(partner);
  if (fit <= 0) return null;
  const route = roadRange(supplier, receiver);
  const practice = target.practiceOf(receiver.party.enterprise.industryCode);
  const score = lnScore({
    fit,
    practice,
    lnDistance: lnDistanceScore(route.expectedKm, reach.typicalKm),
    lnEvidence: pairEvidence(supplier, receiver, ruleCase),
    lnCover: lnCover(supplier, receiver),
  });
  const blocked = isHeldBack({ supplier, receiver, code, match, ruleCase });
  const placement = placementOf(own.party.place, partner.party.place);
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
    lnScore: score,
    blocked,
  };
}
