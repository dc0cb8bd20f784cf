import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { compare, ownPoint, type Party } from "#graph/matching/ends/parties.ts";
import { yearOf } from "#graph/matching/ends/end.ts";
import { greatCircleKm, type Point } from "#graph/matching/ends/distance.ts";
import { industryLevel } from "#graph/matching/knowledge/industries.ts";
import type { Link } from "#graph/matching/link.ts";
import { relateSubstances, substancesIn } from "#graph/matching/knowledge/substances.ts";

type Precedent = NonNullable<Candidate["precedent"]>;

interface Case {
  readonly exchange: Exchange;
  readonly substances: readonly string[];
  readonly receiverIndustry: string;
  readonly record: Precedent;
  readonly point: Point | null;
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
 * that run or ran count, and the candidate's own pair is not its own precedent.
 */
export function indexPrecedents(network: Network, partyById: ReadonlyMap<string, Party>): Precedents {
  const names = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  const cases = new Map<string, Case[]>();
  const existing = new Map<string, string>();
  for (const exchange of network.exchanges.toSorted((left, right) => compare(left.id, right.id))) {
    const { resourceCode, supplierId, receiverId, status, id } = exchange;
    if (resourceCode === null) continue;
    const pair = `${supplierId}|${receiverId}|${resourceCode}`;
    if (status !== "historic" && !existing.has(pair)) existing.set(pair, id);
    const [supplier, receiver] = [names.get(supplierId), names.get(receiverId)];
    if (!ran(status) || !supplier || !receiver?.industryCode) continue;
    const key = `${resourceCode}|${receiver.industryCode.slice(0, 2)}`;
    const list = cases.get(key) ?? [];
    cases.set(key, list);
    list.push({
      exchange,
      substances: substancesIn(exchange.resourceZh),
      receiverIndustry: receiver.industryCode,
      point: partyById.get(supplierId)?.point ?? ownPoint(supplier),
      record: {
        exchangeId: id,
        supplierZh: supplier.nameZh,
        receiverZh: receiver.nameZh,
        supplierEn: supplier.nameEn,
        receiverEn: receiver.nameEn,
        year: yearOf(exchange),
      },
    });
  }
  return {
    precedentOf: (link) => nearestCase(link, cases),
    existingOf: ({ supplier, receiver, code }) =>
      existing.get(`${supplier.party.enterprise.id}|${receiver.party.enterprise.id}|${code}`) ?? null,
  };
}

const ran = (status: Exchange["status"]) => status === "operating" || status === "historic";

function nearestCase(link: Link, cases: ReadonlyMap<string, readonly Case[]>): Precedent | null {
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
  return best?.record ?? null;
}

/** Lower is nearer: 10,000 km for each digit of the industry that differs, then km between the suppliers. */
function rankOf(
  { exchange, substances, receiverIndustry, point }: Case,
  link: Link,
  industry: string,
): number {
  const { supplier, receiver, ruleCase } = link;
  const from = supplier.party;
  if (exchange.supplierId === from.enterprise.id && exchange.receiverId === receiver.party.enterprise.id)
    return Infinity;
  const spoken = supplier.listing === null ? (ruleCase?.substances ?? []) : supplier.substances;
  if (relateSubstances(substances, spoken) === "different") return Infinity;
  const level = industryLevel(industry, receiverIndustry);
  const km = from.point === null || point === null ? 5000 : greatCircleKm(from.point, point);
  return (4 - level) * 10_000 + km;
}
