import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import { listedEnd } from "#graph/matching/ends/end.ts";
import { canPair } from "#graph/matching/generation/pairing.ts";
import { linkAlong } from "#graph/matching/generation/search.ts";
import { usersByPractice } from "#graph/matching/generation/hypotheses.ts";
import { targetsOfListing } from "#graph/matching/generation/targets.ts";
import type { MatchIndex } from "#graph/matching/generation/match-index.ts";
import { compareLinks, type Link } from "#graph/matching/link.ts";
import { listOf } from "#graph/matching/list-of.ts";

/** One thing that a supplier gives, in words of its own, as a query. */
export interface ReceiverQuery {
  readonly supplierId: string;
  readonly code: string;
  readonly wordsZh: string;
  readonly quantity?: Quantity | null;
}

export interface RankedReceiver {
  readonly enterpriseId: string;
  readonly list: Candidate["list"];
  readonly lnScore: number;
  readonly blocked: boolean;
  readonly link: Link;
}

/**
 * Every enterprise that may receive what the query offers, best first, each once by its best link. Nothing is cut: cost
 * is one look at each partner under the targets of the offer. Empty where the supplier cannot stand at an end.
 */
export function rankReceivers(
  query: ReceiverQuery,
  index: MatchIndex,
  asOf: string,
): readonly RankedReceiver[] {
  const party = index.partyIndex.partyById.get(query.supplierId);
  if (party === undefined) return [];
  const own = listedEnd(-1, offerOf(query, index, asOf), party, Number(asOf.slice(0, 4)));
  const best = new Map<string, Link>();
  for (const target of [...targetsOfListing(own, index), ...usersByPractice(own, index, false)]) {
    const { buckets, key, list } = target;
    for (let at = buckets.start(key, 0); at < buckets.start(key + 1, 0); at++) {
      const partner = list.ends[buckets.items[at] ?? -1];
      const link = partner === undefined ? null : linkAlong(own, partner, target);
      if (link === null || !canPair(link.supplier, link.receiver, link.code)) continue;
      const known = best.get(link.receiver.party.enterprise.id);
      if (known === undefined || byScore(link, known) < 0) best.set(link.receiver.party.enterprise.id, link);
    }
  }
  return [...best.values()].sort(byScore).map((link) => ({
    enterpriseId: link.receiver.party.enterprise.id,
    list: listOf(link),
    lnScore: link.lnScore,
    blocked: link.blocked,
    link,
  }));
}

/** Blocked ones stand where their score puts them: who asks for a rank asks for all. */
function byScore(left: Link, right: Link): number {
  return right.lnScore - left.lnScore || compareLinks(left, right);
}

function offerOf(
  { supplierId, code, wordsZh, quantity = null }: ReceiverQuery,
  { table }: MatchIndex,
  asOf: string,
): Listing {
  const resource = table.resourceByCode.get(code);
  return {
    id: `query:${supplierId}:${code}`,
    aliases: [],
    enterpriseId: supplierId,
    direction: "offer",
    resourceCodes: [code],
    resourceZh: wordsZh,
    resourceEn: null,
    layer: resource?.layer ?? "material",
    quantity,
    quantityNoteZh: null,
    quantityNoteEn: null,
    partOf: null,
    qualityZh: null,
    qualityEn: null,
    hazardous: resource?.hazardous ?? null,
    status: "operating",
    statusNoteZh: null,
    statusNoteEn: null,
    yearFrom: null,
    yearTo: Number(asOf.slice(0, 4)),
    validUntil: null,
    confidentiality: "public",
    evidence: {
      grade: "declared",
      sourceKind: "entered",
      sourceUrl: null,
      confidence: "high",
      asOfYear: Number(asOf.slice(0, 4)),
      noteZh: null,
      noteEn: null,
      synthetic: false,
    },
  };
}
