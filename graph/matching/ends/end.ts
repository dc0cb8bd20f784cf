import type { Residual } from "#graph/schema/answers/residual.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Confidence, Evidence, SourceKind } from "#graph/schema/records/evidence.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import { compare } from "./order.ts";
import type { Party } from "./parties.ts";
import { processesOf, type PlantProcesses } from "#graph/matching/knowledge/processes.ts";
import { listingText } from "./plant-texts.ts";
import { substancesIn } from "#graph/matching/knowledge/substances.ts";

/**
 * One end of a possible link, ready for many comparisons: a listing with its enterprise, or an enterprise alone whose
 * wish or waste a rule infers from its industry.
 */
export interface End {
  /** Unique over all ends of a matcher. */
  readonly index: number;
  readonly party: Party;
  readonly listing: Listing | null;
  readonly codes: readonly string[];
  readonly substances: readonly string[];
  /** ln of the end's evidence score. */
  readonly lnEvidence: number;
  /** ln of the yearly residual, NaN where none is known or nothing is left (a heap has no yearly flow). */
  readonly lnQuantity: number;
  readonly unit: string;
  /** What is left of the listing; null for an end without one. */
  readonly residual: Residual | null;
  /** What the plant is: for a listing by its own words first, for they speak of one line of it. */
  readonly processes: PlantProcesses;
}

const confidenceWeight: Record<Confidence, number> = { high: 1, medium: 0.85, low: 0.65 };
const sourceWeight: Record<SourceKind, number> = {
  official: 1,
  paper: 1,
  dataset: 0.95,
  entered: 0.9,
  "trade-web": 0.85,
  "rehosted-press": 0.75,
  generator: 0.5,
};
const kindWeight: Record<Enterprise["kind"], number> = { plant: 1, anonymised: 0.7, pooled: 0.5 };
const statusWeight: Record<Listing["status"], number> = {
  operating: 1,
  "under-construction": 0.85,
  planned: 0.7,
  stock: 0.8,
  historic: 0,
  "used-in-house": 0,
  utilised: 0,
};
const supportWeight: Record<Rule["support"], number> = {
  stored: 1,
  derived: 0.95,
  practice: 0.9,
  catalogue: 0.75,
};

/** Evidence halves every ten years down to a floor; a row without a year stands at the floor, the worst it can be. */
const halfLifeYears = 10;
const ageFloor = 0.4;
/**
 * What an industry code tells of a plant's wish or waste, before the rule's own support: less than the oldest plan says
 * that anybody recorded (0.4 × 0.7).
 */
const inferredWeight = 0.25;

function sourceScore({ confidence, sourceKind }: Evidence): number {
  return confidenceWeight[confidence] * sourceWeight[sourceKind];
}

function ageScore(year: number | null, asOfYear: number): number {
  if (year === null) return ageFloor;
  return Math.max(ageFloor, 0.5 ** (Math.max(0, asOfYear - year) / halfLifeYears));
}

/** Year a listing or exchange speaks of, or null. */
export function yearOf({
  yearTo,
  yearFrom,
  evidence,
}: Pick<Listing, "yearTo" | "yearFrom" | "evidence">): number | null {
  return yearTo ?? yearFrom ?? evidence.asOfYear;
}

/**
 * Evidence of a listed end, 0 to 1: confidence × kind of source × max(0.4, 0.5^(age/10)) × kind of enterprise × status.
 * Age counts from the year the row speaks of to `asOfYear`, never below zero.
 */
export function listedEvidence(listing: Listing, enterprise: Enterprise, asOfYear: number): number {
  return (
    sourceScore(listing.evidence) *
    ageScore(yearOf(listing), asOfYear) *
    kindWeight[enterprise.kind] *
    statusWeight[listing.status]
  );
}

/**
 * Evidence of an inferred end, 0 to 1: 0.25 × confidence × kind of source × age × kind of the enterprise; the rule's
 * support multiplies it.
 */
export function inferredEvidence(enterprise: Enterprise, asOfYear: number): number {
  const { evidence, kind } = enterprise;
  return inferredWeight * sourceScore(evidence) * ageScore(evidence.asOfYear, asOfYear) * kindWeight[kind];
}

export function ruleSupport(rule: Rule): number {
  return supportWeight[rule.support];
}

/** Listings that may be matched: on offer or wanted now or later, not expired, not overtaken by a newer row. */
export function usableListings(listings: readonly Listing[], asOf: string): readonly Listing[] {
  const newest = new Map<string, Listing>();
  for (const listing of listings) {
    if (!isUsable(listing, asOf)) continue;
    const key = sameThingKey(listing);
    const before = newest.get(key);
    if (before === undefined || isNewer(listing, before)) newest.set(key, listing);
  }
  return [...newest.values()].sort((left, right) => compare(left.id, right.id));
}

function isUsable({ status, validUntil, resourceCodes }: Listing, asOf: string): boolean {
  if (statusWeight[status] === 0 || resourceCodes.length === 0) return false;
  return validUntil === null || validUntil >= asOf;
}

/** Rows of different years for one thing of one enterprise are one listing told again: never two partners, never a sum. */
function sameThingKey({ enterpriseId, direction, resourceCodes, resourceZh, status }: Listing): string {
  const name = resourceZh.replaceAll(/[(（](?![^)）]*(?:焚烧|填埋|物化))[^)）]*[)）]/g, "");
  return [enterpriseId, direction, resourceCodes.join("+"), name, status === "stock"].join("|");
}

function isNewer(left: Listing, right: Listing): boolean {
  const rank = (listing: Listing) => [
    yearOf(listing) ?? 0,
    listing.quantity === null ? 0 : 1,
    statusWeight[listing.status],
  ];
  const [a, b] = [rank(left), rank(right)];
  for (const [place, value] of a.entries()) {
    const other = b[place] ?? 0;
    if (value !== other) return value > other;
  }
  return left.id < right.id;
}

/** A listing at an end, all of it open. */
export function listedEnd(index: number, listing: Listing, party: Party, asOfYear: number): End {
  const { quantity, status } = listing;
  const perYear = quantity === null || status === "stock" ? null : quantity.perYear;
  const residual = openResidual(perYear, status === "stock" ? "heap" : "quantity-unknown");
  return {
    index,
    party,
    listing,
    codes: listing.resourceCodes,
    substances: substancesIn(listing.resourceZh),
    lnEvidence: Math.log(listedEvidence(listing, party.enterprise, asOfYear)),
    lnQuantity: lnPositive(perYear),
    unit: quantity?.perYearUnit ?? "",
    residual,
    processes: lineProcesses(listing, party),
  };
}

/** The same end with what is left of it. */
export function leaving(end: End, residual: Residual): End {
  return { ...end, residual, lnQuantity: lnPositive(residual.perYear) };
}

const lnPositive = (amount: number | null) =>
  amount === null || amount <= 0 ? Number.NaN : Math.log(amount);

function openResidual(perYear: number | null, why: Residual["unknownBecause"]): Residual {
  const isKnown = perYear !== null;
  return {
    perYear,
    state: isKnown ? "known" : "unknown",
    unknownBecause: isKnown ? null : why,
    coveredBy: [],
    served: null,
  };
}

export function inferredEnd(index: number, party: Party, asOfYear: number): End {
  return {
    index,
    party,
    listing: null,
    codes: [],
    substances: substancesIn(party.enterprise.nameZh),
    lnEvidence: Math.log(inferredEvidence(party.enterprise, asOfYear)),
    lnQuantity: Number.NaN,
    unit: "",
    residual: null,
    processes: party.processes,
  };
}

/** Processes of the line a need is for: those its own words tell of, else the plant's. */
function lineProcesses(listing: Listing, { enterprise, texts, processes }: Party): PlantProcesses {
  if (listing.direction === "offer" || texts === null) return processes;
  const own = processesOf(enterprise.industryCode, {
    ...texts,
    plant: "",
    register: "",
    area: "",
    listings: listingText(listing),
  });
  return own.told.length > 0 ? own : processes;
}
