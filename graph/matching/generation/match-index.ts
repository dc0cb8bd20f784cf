import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { compare } from "#graph/matching/ends/order.ts";
import { listParties, type PartyIndex } from "#graph/matching/ends/parties.ts";
import { learnPractice, type Practice, type Support } from "#graph/matching/evidence/practice.ts";
import { fileInBuckets, type Buckets, type Filing } from "./buckets.ts";
import { createCodeTable, type CodeTable } from "#graph/matching/knowledge/codes.ts";
import { listEnds, type EndList } from "#graph/matching/ends/end-columns.ts";
import { residualsOf } from "#graph/matching/ends/residual.ts";
import { inferredEnd, leaving, listedEnd, usableListings, type End } from "#graph/matching/ends/end.ts";
import { indexRules, type RuleIndex } from "#graph/matching/rules/rule-index.ts";

/** Ends, rules and indexes of one network. */
export interface MatchIndex {
  readonly partyIndex: PartyIndex;
  readonly table: CodeTable;
  readonly rules: RuleIndex;
  readonly offers: EndList;
  readonly needs: EndList;
  /** One per enterprise, at the position of its number. */
  readonly inferred: EndList;
  readonly offersByCode: Buckets;
  readonly needsByCode: Buckets;
  /** Needs under each rule whose use fills them. */
  readonly needsByRule: Buckets;
  readonly actorsByIndustry: Buckets;
  readonly practice: Practice;
  /** Industries present, in code-point order. */
  readonly industries: readonly string[];
  /** Industries present that take a code, to the last digit, in at least two recorded exchanges. */
  industriesTaking(code: string): readonly string[];
  /** Codes each enterprise itself offers or needs, by its number. */
  readonly listedCodes: Readonly<Record<"offer" | "need", ReadonlyMap<number, readonly string[]>>>;
}

/** Everything that can stand at an end, filed by resource, industry and place. */
export function indexListings(network: Network, asOf: string): MatchIndex {
  const partyIndex = listParties(network);
  const asOfYear = Number(asOf.slice(0, 4));
  const usable = usableListings(network.listings, asOf);
  const usedCodes = new Set(usable.flatMap(({ resourceCodes }) => resourceCodes));
  const table = createCodeTable(network.resources, usedCodes);
  const residualOf = residualsOf(network.listings, partyIndex.covers, table);
  const endsOf = (direction: Listing["direction"]) =>
    usable.flatMap((listing, index) => {
      const party = partyIndex.partyById.get(listing.enterpriseId);
      if (listing.direction !== direction || party === undefined) return [];
      const [end, residual] = [listedEnd(index, listing, party, asOfYear), residualOf(listing.id)];
      return [residual === null ? end : leaving(end, residual)];
    });
  const [offers, needs] = [endsOf("offer"), endsOf("need")];
  const inferred = partyIndex.parties.map((party) =>
    inferredEnd(usable.length + party.index, party, asOfYear),
  );
  const industries = [
    ...new Set(partyIndex.parties.flatMap(({ enterprise }) => enterprise.industryCode ?? [])),
  ].sort(compare);
  const rules = indexRules(network.rules, industries);
  const practice = learnPractice(
    network.exchanges,
    new Map(network.enterprises.map(({ id, industryCode }) => [id, industryCode])),
  );
  const places = partyIndex.places.length;
  return {
    partyIndex,
    table,
    rules,
    industries,
    offers: listEnds(offers),
    needs: listEnds(needs),
    inferred: listEnds(inferred),
    offersByCode: fileInBuckets(byCode(offers), places),
    needsByCode: fileInBuckets(byCode(needs), places),
    needsByRule: fileInBuckets(byRule(needs, rules), places),
    actorsByIndustry: fileInBuckets(byIndustry(inferred), places),
    practice,
    industriesTaking: remembered((code) =>
      industries.filter((industry) => isPractised(practice.supportOf(code, industry))),
    ),
    listedCodes: { offer: codesByParty(offers), need: codesByParty(needs) },
  };
}

/** Exchanges that make an industry a taker. */
const fewestExchanges = 2;

const isPractised = ({ level, exchanges }: Support) => level === 4 && exchanges >= fewestExchanges;

function remembered<V>(make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

function* byCode(ends: readonly End[]): Generator<Filing> {
  for (const [item, { codes, party }] of ends.entries())
    for (const key of new Set(codes)) yield { key, place: party.place.index, item };
}

function* byIndustry(ends: readonly End[]): Generator<Filing> {
  for (const [item, { party }] of ends.entries()) {
    const key = party.enterprise.industryCode;
    if (key !== null) yield { key, place: party.place.index, item };
  }
}

function* byRule(needs: readonly End[], rules: RuleIndex): Generator<Filing> {
  for (const [item, need] of needs.entries())
    for (const { rule } of rules.served(need)) yield { key: rule.id, place: need.party.place.index, item };
}

function codesByParty(ends: readonly End[]): ReadonlyMap<number, readonly string[]> {
  const codes = new Map<number, string[]>();
  for (const end of ends) {
    const list = codes.get(end.party.index) ?? [];
    list.push(...end.codes);
    codes.set(end.party.index, list);
  }
  return codes;
}
