import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { describeDistance } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { compare } from "#graph/matching/ends/order.ts";
import type { Party } from "#graph/matching/ends/parties.ts";
import { yearOf } from "#graph/matching/ends/end.ts";
import { industryLevel } from "#graph/matching/knowledge/industries.ts";
import type { Link } from "#graph/matching/link.ts";
import type { CodeTable } from "#graph/matching/knowledge/codes.ts";
import { isWideCode, relateSubstances, substancesIn } from "#graph/matching/knowledge/substances.ts";
import { placeOf } from "./ends-in-words.ts";

type Precedent = NonNullable<Candidate["precedent"]>;

interface Case {
  readonly exchange: Exchange;
  readonly substances: readonly string[];
  readonly supplier: Party;
  readonly receiver: Party;
  readonly receiverIndustry: string;
}

/** Real exchanges, ready to be asked "who does this already?". */
export interface Precedents {
  /** The nearest like exchange, or null. */
  precedentOf(link: Link): Precedent | null;
  /** Id of the exchange by which the two ends already pass on this resource (planned ones included), or null. */
  existingOf(link: Link): string | null;
}

/** At most so many cases per resource and division are compared for one candidate. */
const casesCompared = 100;

/**
 * Indexes the exchanges. A precedent has the same resource code, names that do not contradict, and a receiver of the same
 * industry to four, three or two digits; more digits first, then the nearest to the candidate's supplier. Only exchanges
 * between different companies that run or ran count: what a firm does with its own waste shows no market. Neither the
 * candidate's own pair nor the exchange that already serves the very need is its precedent.
 */
export function indexPrecedents(
  network: Network,
  partyById: ReadonlyMap<string, Party>,
  table: CodeTable,
): Precedents {
  const cases = new Map<string, Case[]>();
  const existing = new Map<string, Map<string, string>>();
  for (const exchange of network.exchanges.toSorted((left, right) => compare(left.id, right.id))) {
    const { resourceCode, supplierId, receiverId, status, id } = exchange;
    if (resourceCode === null) continue;
    if (status !== "historic") {
      const given = existing.get(supplierId) ?? new Map<string, string>();
      existing.set(supplierId, given);
      const taken = `${receiverId}|${resourceCode}`;
      if (!given.has(taken)) given.set(taken, id);
    }
    const [supplier, receiver] = [partyById.get(supplierId), partyById.get(receiverId)];
    const receiverIndustry = receiver?.enterprise.industryCode ?? null;
    if (!ran(status) || supplier === undefined || receiver === undefined || receiverIndustry === null)
      continue;
    if (isInternal(exchange, supplier, receiver)) continue;
    const key = `${resourceCode}|${receiverIndustry.slice(0, 2)}`;
    const list = cases.get(key) ?? [];
    cases.set(key, list);
    list.push({
      exchange,
      substances: substancesIn(exchange.resourceZh),
      supplier,
      receiver,
      receiverIndustry,
    });
  }
  return {
    precedentOf: (link) => nearestCase(link, cases, table),
    existingOf: ({ supplier, receiver, code }) =>
      existing.get(supplier.party.enterprise.id)?.get(`${receiver.party.enterprise.id}|${code}`) ?? null,
  };
}

const ran = (status: Exchange["status"]) => status === "operating" || status === "historic";

function isInternal({ sameCompany }: Exchange, supplier: Party, receiver: Party): boolean {
  if (sameCompany === true || supplier === receiver) return true;
  return supplier.company >= 0 && supplier.company === receiver.company;
}

function nearestCase(
  link: Link,
  cases: ReadonlyMap<string, readonly Case[]>,
  table: CodeTable,
): Precedent | null {
  const industry = link.receiver.party.enterprise.industryCode;
  if (industry === null || link.match === "class-unknown") return null;
  const list = cases.get(`${link.code}|${industry.slice(0, 2)}`) ?? [];
  let best: Case | null = null;
  let bestRank = Infinity;
  for (const item of list.slice(0, casesCompared)) {
    const rank = rankOf(item, link, industry);
    if (rank < bestRank) {
      best = item;
      bestRank = rank;
    }
  }
  return best === null ? null : recordOf(best, link, table);
}

/** Lower is nearer: 10,000 km for each digit of the industry that differs, then km between the suppliers. */
function rankOf(item: Case, { supplier, receiver, ruleCase }: Link, industry: string): number {
  const [from, to] = [supplier.party, receiver.party];
  if (item.receiver === to && (item.supplier === from || receiver.listing !== null)) return Infinity;
  const spoken = supplier.listing === null ? (ruleCase?.substances ?? []) : supplier.substances;
  if (relateSubstances(item.substances, spoken) === "different") return Infinity;
  const level = industryLevel(industry, item.receiverIndustry);
  const km =
    from.point === null || item.supplier.point === null
      ? 5000
      : greatCircleKm(from.point, item.supplier.point);
  return item.receiver === to ? -1 : (4 - level) * 10_000 + km;
}

function recordOf({ exchange, supplier, receiver }: Case, link: Link, table: CodeTable): Precedent {
  const place = placeOf(receiver.place.header);
  return {
    exchangeId: exchange.id,
    supplierZh: supplier.enterprise.nameZh,
    receiverZh: receiver.enterprise.nameZh,
    supplierEn: supplier.enterprise.nameEn,
    receiverEn: receiver.enterprise.nameEn,
    resourceZh: exchange.resourceZh,
    resourceEn: thingEn(exchange, link, table),
    year: yearOf(exchange),
    placeZh: place.zh,
    placeEn: place.en,
    roadKmEstimate: knownKm(supplier, receiver),
    isReceiversOwn: receiver === link.receiver.party,
  };
}

/** Records write the use into the English name of the thing ("fly ash to cement"): a code that tells it is clearer. */
function thingEn({ resourceEn }: Exchange, { code }: Link, { resourceByCode }: CodeTable): string {
  const ofCode = resourceByCode.get(code)?.nameEn ?? code;
  return isWideCode(code) ? (resourceEn ?? ofCode) : ofCode;
}

/** Length of the precedent's way; null where one seat stands for both ends or a point is missing. */
function knownKm(supplier: Party, receiver: Party): number | null {
  const { roadKmEstimate, uncertain } = describeDistance(supplier.point, receiver.point);
  return uncertain ? null : roadKmEstimate;
}
