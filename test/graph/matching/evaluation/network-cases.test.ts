import { describe, expect, test } from "vitest";
import { listParties } from "#graph/matching/ends/parties.ts";
import { caseSets, networkCases, type Protocol } from "#graph/matching/evaluation/network-cases.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const network = readSeedNetwork();
const parties = listParties(network);
const casesUnder = (protocol: Protocol, strict = true) =>
  networkCases(network, parties, { protocol, strict }).cases;
const caseOf = (id: string, protocol: Protocol = "exchange", strict = true) => {
  const found = casesUnder(protocol, strict).find(({ exchange }) => exchange.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  return found;
};
const exchangeById = new Map(network.exchanges.map((exchange) => [exchange.id, exchange]));
const listingById = new Map(network.listings.map((listing) => [listing.id, listing]));

describe("the cases of the seeds", () => {
  test("with what is not tested make all exchanges", () => {
    const { cases, untested } = networkCases(network, parties, { protocol: "exchange", strict: true });
    const left = Object.values(untested).reduce((sum, count) => sum + count, 0);
    expect(cases.length + left).toBe(network.exchanges.length);
    const bar = cases.filter(caseSets.plantsByProducts);
    expect(bar.length).toBeGreaterThan(100);
    for (const { supplier, receiver } of bar) {
      expect([supplier.enterprise.kind, receiver.enterprise.kind]).toEqual(["plant", "plant"]);
      expect(supplier.company >= 0 && supplier.company === receiver.company).toBe(false);
    }
  });

  test("hide the exchange, and strictly the rule that it alone shows", () => {
    expect([...caseOf("X066").hidden.ruleIds]).toEqual(["R007"]);
    expect([...caseOf("X066", "exchange", false).hidden.ruleIds]).toEqual([]);
    // R038 is shown by X145 and X146: one of them leaves it.
    expect([...caseOf("X145").hidden.ruleIds]).toEqual([]);
    expect([...caseOf("X145", "park").hidden.ruleIds]).toContain("R038");
  });

  test("keep the receiver in the ranking and its rivals for the truth out of it", () => {
    for (const { exchange, universe, supplier } of casesUnder("exchange")) {
      const ids = new Set(universe.map(({ enterprise }) => enterprise.id));
      expect(ids.has(exchange.receiverId)).toBe(true);
      expect(ids.has(supplier.enterprise.id)).toBe(false);
      const rivals = network.exchanges.filter(
        (other) =>
          other.supplierId === exchange.supplierId &&
          other.resourceCode === exchange.resourceCode &&
          other.receiverId !== exchange.receiverId,
      );
      expect(rivals.filter(({ receiverId }) => ids.has(receiverId))).toEqual([]);
    }
  });

  test("hide only listings of the two ends: offers of the supplier, strictly needs of the receiver", () => {
    for (const strict of [true, false])
      for (const { exchange, hidden } of casesUnder("exchange", strict))
        for (const id of hidden.listingIds) {
          const listing = listingById.get(id);
          const own = listing?.direction === "offer" ? exchange.supplierId : exchange.receiverId;
          expect(listing?.enterpriseId).toBe(own);
          expect(strict || listing?.direction === "offer").toBe(true);
        }
  });

  test("hide under a wider protocol all that the narrow one hides, and nothing of an earlier year under `year`", () => {
    for (const protocol of ["receiver", "park", "city", "year"] as const) {
      const wide = new Map(casesUnder(protocol).map(({ exchange, hidden }) => [exchange.id, hidden]));
      for (const { exchange, hidden } of casesUnder("exchange")) {
        const all = wide.get(exchange.id);
        if (all === undefined) continue;
        for (const id of hidden.exchangeIds) expect(all.exchangeIds.has(id)).toBe(true);
      }
    }
    const yearOf = (id: string) => {
      const exchange = exchangeById.get(id);
      return exchange?.yearFrom ?? exchange?.yearTo ?? exchange?.evidence.asOfYear ?? null;
    };
    for (const { exchange, hidden } of casesUnder("year")) {
      const year = yearOf(exchange.id) ?? 0;
      const seen = network.exchanges.filter(({ id }) => !hidden.exchangeIds.has(id));
      expect(seen.filter(({ id }) => (yearOf(id) ?? Infinity) >= year)).toEqual([]);
    }
  });
});
