import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { compare } from "#graph/matching/ends/order.ts";
import { listParties, type PartyIndex } from "#graph/matching/ends/parties.ts";
import {
  industriesOf,
  learnPractice,
  type Practice,
  type Support,
} from "#graph/matching/evidence/practice.ts";
import { fileInBuckets, type Buckets, type Filing } from "./buckets.ts";
import { guessMarks, type GuessMarks } from "./guess-marks.ts";
import { remembered } from "./remembered.ts";
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
  readonly marks: GuessMarks;
}

/** Everything that can stand at an end, filed by resource, industry and place. */
export function indexListings(network: Network, asOf: string): MatchIndex {
  const partyIndex = listParties(network);
  const { parties } = partyIndex;
  const { table, offers, needs, inferred } = openEnds(network, partyIndex, asOf);
  const industries = [...new Set(parties.flatMap(({ enterprise }) => enterprise.industryCode ?? []))].sort(
    compare,
  );
  const rules = indexRules(network.rules, industries);
  const practice = learnPractice(network.exchanges, industriesOf(network));
  const places = partyIndex.places.length;
  const offersByCode = fileInBuckets(byCode(offers.ends), places);
  const needsByCode = fileInBuckets(byCode(needs.ends), places);
  return {
    partyIndex,
    table,
    rules,
    industries,
    offers,
    needs,
    inferred,
    offersByCode,
    needsByCode,
    needsByRule: fileInBuckets(byRule(needs.ends, rules), places),
    actorsByIndustry: fileInBuckets(byIndustry(inferred.ends), places),
    practice,
    industriesTaking: remembered((code) =>
      industries.filter((industry) => isPractised(practice.supportOf(code, industry))),
    ),
    marks: guessMarks(parties, table, {
      offer: { list: offers, byCode: offersByCode },
      need: { list: needs, byCode: needsByCode },
    }),
  };
}

/** The ends that listings open on a day make, and those of the enterprises. */
function openEnds(network: Network, { partyById, parties, covers }: PartyIndex, asOf: string) {
  const asOfYear = Number(asOf.slice(0, 4));
  const usable = usableListings(network.listings, asOf);
  const table = createCodeTable(
    network.resources,
    new Set(usable.flatMap(({ resourceCodes }) => resourceCodes)),
  );
  const residualOf = residualsOf(network.listings, covers, table);
  const endsOf = (direction: Listing["direction"]) =>
    usable.flatMap((listing, index) => {
      const party = partyById.get(listing.enterpriseId);
      if (listing.direction !== direction || party === undefined) return [];
      const [end, residual] = [listedEnd(index, listing, party, asOfYear), residualOf(listing.id)];
      return [residual === null ? end : leaving(end, residual)];
    });
  return {
    table,
    offers: listEnds(endsOf("offer")),
    needs: listEnds(endsOf("need")),
    inferred: listEnds(parties.map((party) => inferredEnd(usable.length + party.index, party, asOfYear))),
  };
}

/** Exchanges that make an industry a taker. */
const fewestExchanges = 2;

const isPractised = ({ level, exchanges }: Support) => level === 4 && exchanges >= fewestExchanges;

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
