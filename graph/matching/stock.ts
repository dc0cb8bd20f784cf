import type { Listing } from "#graph/schema/listing.ts";
import type { Network } from "#graph/schema/network.ts";
import { castOf, compare, type Cast } from "./actors.ts";
import { fileInBuckets, type Buckets, type Filing } from "./buckets.ts";
import { createCodeTable, type CodeTable } from "./codes.ts";
import { listEnds, type EndList } from "./end-list.ts";
import { inferredEnd, listedEnd, usableListings, type End } from "./ends.ts";
import { openRuleBook, type RuleBook } from "./rule-book.ts";

/** Ends, rules and indexes of one network. */
export interface Stock {
  readonly cast: Cast;
  readonly table: CodeTable;
  readonly rules: RuleBook;
  readonly offers: EndList;
  readonly needs: EndList;
  /** One per enterprise, at the position of its number. */
  readonly inferred: EndList;
  readonly offersByCode: Buckets;
  readonly needsByCode: Buckets;
  /** Needs under each rule whose use fills them. */
  readonly needsByRule: Buckets;
  readonly actorsByIndustry: Buckets;
  /** Codes each enterprise itself offers or needs, by its number. */
  readonly listedCodes: Readonly<Record<"offer" | "need", ReadonlyMap<number, readonly string[]>>>;
}

/** Everything that can stand at an end, filed by resource, industry and place. */
export function stockOf(network: Network, asOf: string): Stock {
  const cast = castOf(network);
  const asOfYear = Number(asOf.slice(0, 4));
  const usable = usableListings(network.listings, asOf);
  const usedCodes = new Set(usable.flatMap(({ resourceCodes }) => resourceCodes));
  const [offers, needs] = [endsOf(usable, "offer", cast, asOfYear), endsOf(usable, "need", cast, asOfYear)];
  const inferred = cast.actors.map((actor) => inferredEnd(usable.length + actor.index, actor, asOfYear));
  const industries = [
    ...new Set(cast.actors.flatMap(({ enterprise }) => enterprise.industryCode ?? [])),
  ].sort(compare);
  const rules = openRuleBook(network.rules, industries);
  const places = cast.places.length;
  return {
    cast,
    table: createCodeTable(network.resources, usedCodes),
    rules,
    offers: listEnds(offers),
    needs: listEnds(needs),
    inferred: listEnds(inferred),
    offersByCode: fileInBuckets(byCode(offers), places),
    needsByCode: fileInBuckets(byCode(needs), places),
    needsByRule: fileInBuckets(byRule(needs, rules), places),
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

function* byRule(needs: readonly End[], rules: RuleBook): Generator<Filing> {
  for (const [item, need] of needs.entries())
    for (const { rule } of rules.served(need)) yield { key: rule.id, place: need.actor.place.index, item };
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
