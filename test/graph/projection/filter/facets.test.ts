import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { defaultFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { Facets } from "#graph/schema/answers/facets.ts";
import { anyFilter, anyNetwork } from "#test/fixtures/random-networks.ts";
import { makeEnterprise, makeExchange, makePark } from "#test/fixtures/small-network.ts";

describe("countFacets", () => {
  it("counts each control under all other controls, not under itself", () => {
    const network = {
      ...emptyNetwork,
      version: 4,
      parks: [makePark("p"), makePark("q", { provinceCode: "32", cityCode: "320100" })],
      enterprises: [makeEnterprise("a"), makeEnterprise("b", { kind: "pooled" })],
      exchanges: [
        makeExchange("1", { yearFrom: 2010, yearTo: 2012 }),
        makeExchange("2", { layer: "water", linkKind: "utility" }),
        makeExchange("3", { status: "planned", yearFrom: 2012 }),
        makeExchange("4", { status: "planned", linkKind: "product" }),
        makeExchange("5", { sameCompany: true }),
      ],
    };
    const facets = countFacets(network, { ...defaultFilter, layers: ["material"] });
    expect(facets.total).toBe(5);
    expect(facets.matching).toBe(1);
    expect(facets.layer).toEqual([
      { value: "material", count: 1 },
      { value: "energy", count: 0 },
      { value: "water", count: 1 },
    ]);
    expect(facets.status.map(({ count }) => count)).toEqual([1, 0, 1, 0]);
    expect(facets.internal).toEqual([
      { value: "yes", count: 1 },
      { value: "no", count: 1 },
    ]);
    expect(facets.years).toEqual([
      { year: 2010, count: 1 },
      { year: 2011, count: 1 },
      { year: 2012, count: 1 },
    ]);
    expect(facets.undatedCount).toBe(0);
    expect(facets.pooled[0]).toEqual({ value: "yes", count: 1 });
    expect(facets.parksByProvince).toEqual([
      { value: "37", count: 1 },
      { value: "32", count: 1 },
    ]);
    expect(facets.networkVersion).toBe(4);
  });

  it("counts for every choice what a filter set to this choice leaves", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const facets = countFacets(network, filter);
        const left = (over: Partial<NetworkFilter>) =>
          applyFilter(network, { ...filter, ...over }).exchanges.length;
        expect(Facets.parse(facets)).toEqual(facets);
        expect(facets.matching).toBe(left({}));
        for (const { value, count } of facets.layer)
          expect(count).toBe(left({ layers: [value] } as Partial<NetworkFilter>));
        for (const { value, count } of facets.status)
          expect(count).toBe(left({ statuses: [value] } as Partial<NetworkFilter>));
        for (const { value, count } of facets.linkKind)
          expect(count).toBe(left({ linkKinds: [value] } as Partial<NetworkFilter>));
        for (const { value, count } of facets.source)
          expect(count).toBe(left({ sourceKinds: [value] } as Partial<NetworkFilter>));
        for (const { value, count } of facets.province) expect(count).toBe(left({ provinceCodes: [value] }));
        for (const { year, count } of facets.years)
          expect(count).toBe(left({ yearFrom: year, yearTo: year, undated: false }));
        const noYear = { yearFrom: 2100, yearTo: 2100 };
        expect(facets.undatedCount).toBe(
          left({ ...noYear, undated: true }) - left({ ...noYear, undated: false }),
        );
        for (const [dimension, key] of [
          ["pooled", "pooled"],
          ["internal", "internal"],
          ["synthetic", "synthetic"],
        ] as const) {
          const [yes, no] = facets[dimension];
          expect(no?.count).toBe(left({ [key]: false }));
          expect((yes?.count ?? 0) + (no?.count ?? 0)).toBe(left({ [key]: true }));
        }
      }),
    );
  });
});
