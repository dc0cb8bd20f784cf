import { Activity } from "./activity.ts";
import { Coefficient } from "./coefficient.ts";
import { Enterprise } from "./enterprise.ts";
import { Exchange } from "./exchange.ts";
import { Factor } from "./factor.ts";
import { Listing } from "./listing.ts";
import { Park } from "./park.ts";
import { Price } from "./price.ts";
import { Resource } from "./resource.ts";
import { Rule } from "./rule.ts";
import { Total } from "./total.ts";

/** Record kinds in the order in which they must be stored: a record only points at kinds before it. */
export const recordKinds = [
  "resources",
  "parks",
  "enterprises",
  "exchanges",
  "listings",
  "rules",
  "factors",
  "activities",
  "coefficients",
  "totals",
  "prices",
] as const;
export type RecordKind = (typeof recordKinds)[number];

export const recordSchemas = {
  resources: Resource,
  parks: Park,
  enterprises: Enterprise,
  exchanges: Exchange,
  listings: Listing,
  rules: Rule,
  factors: Factor,
  activities: Activity,
  coefficients: Coefficient,
  totals: Total,
  prices: Price,
} as const;

export interface RecordByKind {
  resources: Resource;
  parks: Park;
  enterprises: Enterprise;
  exchanges: Exchange;
  listings: Listing;
  rules: Rule;
  factors: Factor;
  activities: Activity;
  coefficients: Coefficient;
  totals: Total;
  prices: Price;
}

/** One record with its kind: what travels into a store. */
export type TaggedRecord = {
  [K in RecordKind]: { readonly kind: K; readonly record: RecordByKind[K] };
}[RecordKind];

/** The primary key of a record: its code for resources, its id otherwise. */
export function keyOf(tagged: TaggedRecord): string {
  return tagged.kind === "resources" ? tagged.record.code : tagged.record.id;
}
