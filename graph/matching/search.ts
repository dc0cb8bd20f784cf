import type { Candidate } from "#graph/schema/candidate.ts";
import type { Buckets } from "./buckets.ts";
import { unitNumber, type EndList } from "./end-list.ts";
import type { End } from "./ends.ts";
import type { RuleCase } from "./fits.ts";
import { gradeVerdict } from "./grade.ts";
import type { BestLinks } from "./link.ts";
import { measure } from "./measure.ts";
import type { Neighbourhood } from "./neighbours.ts";
import { mayPair } from "./pairing.ts";
import type { Reach } from "./reach.ts";
import { lnCover, lnDistanceScore, lnScore, lnUnknownCover, scoreWeights } from "./score.ts";

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
  /** 0 refuses the partner. */
  fitOf(partner: End): number;
}

/** What a search keeps, each kind by itself, so that many guesses never push out a documented pair. */
export interface Found {
  /** Both ends listed, resource known. */
  readonly listed: BestLinks;
  /** One end inferred from its industry. */
  readonly inferred: BestLinks;
  /** Only the family of the resource is known. */
  readonly doubtful: BestLinks;
  readonly blocked: BestLinks;
}

const openShelf = (found: Found, { basis, match }: Pick<Target, "basis" | "match">): BestLinks =>
  match === "class-unknown" ? found.doubtful : basis === "offer-need" ? found.listed : found.inferred;

/**
 * Partners looked at for one target before the search is content: 400 where it has all it may keep, 2,000 in any case.
 * Not reached on the real seeds.
 */
const enoughVisits = 400;
const mostVisits = 2000;

/** Looks along one target, nearest places first, until no better partner can follow. Adds to `found`. */
export function searchTarget(own: End, target: Target, neighbourhood: Neighbourhood, found: Found): void {
  const row = neighbourhood.rowOf(own.actor.place);
  const { hardKm } = target.reach;
  const open = openShelf(found, target);
  const boundAt = boundOf(own, target);
  const blockedBound = boundAt(hardKm);
  const glance = glanceOf(own, target);
  let visits = 0;
  const scan = neighbourhood.scanOf(row, target.buckets, target.key);
  for (let nth = 0, position = scan.at(0); position >= 0; position = scan.at(++nth)) {
    const leastKm = row.leastRoadKm[position] ?? Number.NaN;
    // Beyond the reach every link is blocked; before it a blocked one is a rare by-catch that is not searched for.
    const isBeyond = leastKm > hardKm;
    const bound = boundAt(leastKm);
    if (bound < (isBeyond ? found.blocked.bar : open.bar)) {
      const isHopeless = isBeyond || blockedBound < found.blocked.bar;
      if (isHopeless && !Number.isNaN(leastKm)) return;
      continue;
    }
    visits += visitPlace(own, target, row.order[position] ?? 0, { bound, glance, found, isBeyond });
    if (visits > mostVisits || (visits > enoughVisits && open.isFull)) return;
  }
}

/** The best ln score any partner of a target could reach at a distance, as a function of km (NaN: not known). */
function boundOf(own: End, { maxFit, list, reach }: Target): (roadKm: number) => number {
  const atHome = lnScore({
    fit: maxFit,
    lnDistance: 0,
    lnEvidence: (own.lnEvidence + list.bestEvidence) / 2,
    lnCover: Number.isNaN(own.lnQuantity) ? Number.NaN : 0,
  });
  return (roadKm) => atHome + scoreWeights.distance * lnDistanceScore(roadKm, reach.typicalKm);
}

/** Sums in another order may differ in the last digits. */
const rounding = 1e-9;

/** How far the bound of a place is too high at least for one of its partners, by the partner's position in the list. */
function glanceOf({ lnQuantity, unit }: End, { list }: Target): (item: number) => number {
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

interface Visit {
  /** The best ln score any partner at the place could reach. */
  readonly bound: number;
  readonly glance: (item: number) => number;
  readonly found: Found;
  readonly isBeyond: boolean;
}

/** Tries the partners at a place that could reach a shelf; answers with how many were looked at. */
function visitPlace(
  own: End,
  target: Target,
  place: number,
  { bound, glance, found, isBeyond }: Visit,
): number {
  const { buckets, key, list } = target;
  const open = openShelf(found, target);
  const [from, until] = [buckets.start(key, place), buckets.start(key, place + 1)];
  for (let at = from; at < until; at++) {
    const item = buckets.items[at] ?? -1;
    const bar = isBeyond ? found.blocked.bar : Math.min(open.bar, found.blocked.bar);
    if (bound - glance(item) < bar) continue;
    const partner = list.ends[item];
    if (partner !== undefined) tryPartner(own, partner, target, found);
  }
  return until - from;
}

/** Adds the link between two ends along a target, unless they may not be paired, do not fit, or are not good enough. */
function tryPartner(own: End, partner: End, target: Target, found: Found): void {
  const { ownIsSupplier, code, basis, match, ruleCase, reach } = target;
  const supplier = ownIsSupplier ? own : partner;
  const receiver = ownIsSupplier ? partner : own;
  const fit = target.fitOf(partner);
  if (fit <= 0) return;
  const route = measure(supplier, receiver);
  const score = lnScore({
    fit,
    lnDistance: lnDistanceScore(route.expectedKm, reach.typicalKm),
    lnEvidence: pairEvidence(supplier, receiver, ruleCase),
    lnCover: lnCover(supplier, receiver),
  });
  const blocked = route.leastKm > reach.hardKm || gradeVerdict(supplier, receiver, code) === "fail";
  const shelf = blocked ? found.blocked : openShelf(found, target);
  if (score < shelf.bar || !mayPair(supplier, receiver, code)) return;
  shelf.add({ supplier, receiver, basis, match, code, ruleCase, fit, lnScore: score, blocked });
}

/** Mean ln evidence of two ends. */
export function pairEvidence(supplier: End, receiver: End, ruleCase: RuleCase | null): number {
  const inferred = supplier.listing === null || receiver.listing === null;
  const support = inferred && ruleCase !== null ? Math.log(ruleCase.support) : 0;
  return (supplier.lnEvidence + receiver.lnEvidence + support) / 2;
}
