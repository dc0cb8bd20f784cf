import { describe, expect, it } from "vitest";
import { isStale } from "#graph/projection/filter/ages.ts";
import { aggregateCorridors } from "#graph/projection/places/corridors.ts";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { defaultFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";

const seen = (asOfYear: number | null) => ({ evidence: { ...makeExchange("").evidence, asOfYear } });
const in2026 = { asOfYear: 2026, staleAfterYears: 10 };

describe("an exchange that nothing confirmed", () => {
  it.each([
    [{ ...seen(2015) }, true],
    [{ ...seen(2016) }, false],
    [{ yearTo: 2016, ...seen(2003) }, false],
    [{ yearFrom: 2003, ...seen(null) }, true],
    [{ ...seen(null) }, null],
  ] as const)("%j is stale in 2026 after 10 years: %s", (fields, stale) => {
    expect(isStale(makeExchange("x", fields), in2026)).toBe(stale);
  });

  it("is never judged without the year of the question", () => {
    expect(isStale(makeExchange("x", seen(1999)), { asOfYear: null, staleAfterYears: 1 })).toBeNull();
  });

  it("is counted apart, kept by default and left out on demand; what has no year stays", () => {
    const network = {
      ...emptyNetwork,
      enterprises: [makeEnterprise("a"), makeEnterprise("b")],
      exchanges: [
        makeExchange("old", seen(2010)),
        makeExchange("new", seen(2025)),
        makeExchange("undated", seen(null)),
      ],
    };
    const filter: NetworkFilter = { ...defaultFilter, asOfYear: 2026 };
    expect(countFacets(network, filter).stale.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(aggregateCorridors(applyFilter(network, filter)).map(({ staleCount }) => staleCount)).toEqual([1]);
    const fresh = applyFilter(network, { ...filter, stale: false });
    expect(fresh.exchanges.map(({ id }) => id)).toEqual(["new", "undated"]);
    expect(countFacets(network, { ...filter, staleAfterYears: 20 }).stale[0]?.count).toBe(0);
  });
});
