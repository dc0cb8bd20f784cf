import { flowOf, type Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Quantity, YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Estimate } from "./estimates.ts";

/** A quantity that a record states of what an estimate speaks of. */
export interface Stated {
  readonly recordId: string;
  readonly perYear: number;
  readonly kind: Quantity["kind"];
  /** Last year the record speaks of; null where it names none. */
  readonly year: number | null;
}

/** How an estimate stands beside what records state. */
export interface Standing {
  /** The statement that replaces the estimate; null where none does. */
  readonly stated: Stated | null;
  /** Whether the statement lies outside the 80 % band; null without one. */
  readonly disagrees: boolean | null;
  /** ln(estimate / stated); null without one. */
  readonly logError: number | null;
}

interface Subject extends Stated {
  /** Enterprise, direction and code. */
  readonly key: string;
  readonly resourceZh: string;
  readonly unit: YearlyUnit;
}

/** What an enterprise states of a resource in one direction. */
type StatedBy = (estimate: Pick<Estimate, "siteId" | "direction" | "resourceCode">) => readonly Subject[];

/**
 * Sets estimates beside what listings and exchanges state of the same enterprise, direction, code and unit.
 *
 * - A listing of the total replaces the estimate; parts of a total, heaps, plans and what is past do not count.
 * - Without such a listing the exchanges of the resource that run and state a flow do, summed: what leaves or enters by
 *   them is what is known of it.
 * - Of several estimates of one code (blast-furnace slag and steel slag) the one whose name shares most with the record
 *   takes the statement, two characters at least; where only one estimate has the code, it does.
 */
export function standingsOf(network: Network, estimates: readonly Estimate[]): ReadonlyMap<string, Standing> {
  const statedBy = statedIn(network);
  const standings = new Map<string, Standing>();
  const groups = Map.groupBy(estimates, (each) => keyOf(each.siteId, each.direction, each.resourceCode));
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const subjects = statedBy(first);
    for (const each of group) {
      const own = subjects.filter(
        (subject) => subject.unit === each.unit && takerOf(subject, group) === each,
      );
      standings.set(each.id, standingOf(each, own));
    }
  }
  return standings;
}

const keyOf = (enterpriseId: string, direction: string, code: string) =>
  `${enterpriseId} ${direction} ${code}`;

function standingOf({ low, best, high }: Estimate, subjects: readonly Subject[]): Standing {
  const [stated = null] = subjects.toSorted(
    (left, right) => (right.year ?? 0) - (left.year ?? 0) || right.perYear - left.perYear,
  );
  if (stated === null) return { stated: null, disagrees: null, logError: null };
  const { recordId, perYear, kind, year } = stated;
  const isNothing = perYear <= 0 || best <= 0;
  return {
    stated: { recordId, perYear, kind, year },
    disagrees: perYear < low || perYear > high,
    logError: isNothing ? null : Math.log(best / perYear),
  };
}

function statedIn({ listings, exchanges }: Network): StatedBy {
  const byListing = Map.groupBy(listings.flatMap(subjectsOfListing), ({ key }) => key);
  const byExchange = Map.groupBy(exchanges.flatMap(subjectsOfExchange), ({ key }) => key);
  return ({ siteId, direction, resourceCode }) => {
    const key = keyOf(siteId, direction, resourceCode);
    return byListing.get(key) ?? summed(byExchange.get(key) ?? []);
  };
}

function subjectsOfListing(listing: Listing): readonly Subject[] {
  const { id, enterpriseId, direction, resourceCodes, quantity, partOf, status, yearFrom, yearTo } = listing;
  const isCurrent = status === "operating" || status === "used-in-house" || status === "utilised";
  if (quantity === null || quantity.kind === "planned" || partOf !== null || !isCurrent) return [];
  const subject = { ...subjectOf(id, quantity, listing.resourceZh), year: yearTo ?? yearFrom };
  return resourceCodes.map((code) => ({ key: keyOf(enterpriseId, direction, code), ...subject }));
}

function subjectsOfExchange(exchange: Exchange): readonly Subject[] {
  const { id, supplierId, receiverId, resourceCode, resourceZh, status, yearFrom, yearTo } = exchange;
  const flow = flowOf(exchange);
  if (flow === null || resourceCode === null || status !== "operating") return [];
  const subject = { ...subjectOf(id, flow, resourceZh), year: yearTo ?? yearFrom };
  return [
    { key: keyOf(supplierId, "offer", resourceCode), ...subject },
    { key: keyOf(receiverId, "need", resourceCode), ...subject },
  ];
}

const subjectOf = (recordId: string, { perYear, perYearUnit, kind }: Quantity, resourceZh: string) => ({
  recordId,
  perYear,
  unit: perYearUnit,
  kind,
  resourceZh,
});

/** Flows of one unit and name are one statement; it bears the id of its first record. */
function summed(subjects: readonly Subject[]): readonly Subject[] {
  return [...Map.groupBy(subjects, ({ unit, resourceZh }) => `${unit} ${resourceZh}`).values()].flatMap(
    (group) => {
      const [first] = group;
      return first === undefined
        ? []
        : { ...first, perYear: group.reduce((sum, { perYear }) => sum + perYear, 0) };
    },
  );
}

/** The estimate a statement speaks of; null where several could be meant and none shares two characters. */
function takerOf({ resourceZh }: Subject, group: readonly Estimate[]): Estimate | null {
  if (group.length === 1) return group[0] ?? null;
  const shared = group.map((each) => ({ each, length: sharedLength(each.resourceZh, resourceZh) }));
  const longest = Math.max(...shared.map(({ length }) => length));
  const [found, ...others] = shared.filter(({ length }) => length === longest);
  return longest < 2 || others.length > 0 ? null : (found?.each ?? null);
}

/** Length of the longest run of characters that both texts have. */
function sharedLength(left: string, right: string): number {
  for (let length = Math.min(left.length, right.length); length > 0; length -= 1)
    for (let start = 0; start + length <= left.length; start += 1)
      if (right.includes(left.slice(start, start + length))) return length;
  return 0;
}
