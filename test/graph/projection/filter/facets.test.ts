import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countFacets } from "#graph/projection/filter/facets.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import type { Parameter } from "#graph/schema/filter/dimension.ts";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import { defaultFilter, type NetworkFilter, withMembers } from "#graph/schema/filter/filter.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { Facets } from "#graph/schema/answers/facets.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { anyNetwork } from "#test/fixtures/random-networks.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";

describe("countFacets", () => {
  it("counts each control under all other controls, not under itself", () => {
    const network = {
      ...emptyNetwork,
      version: 4,
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
    expect(facets.year).toEqual([
      { value: "2010", count: 1 },
      { value: "2011", count: 1 },
      { value: "2012", count: 1 },
      { value: "unknown", count: 0 },
    ]);
    expect(facets.pooled[0]).toEqual({ value: "yes", count: 1 });
    expect(facets.networkVersion).toBe(4);
  });

  it("counts what operates since a year in every later one up to the last that is named", () => {
    const exchanges = [
      makeExchange("1", { yearFrom: 2006 }),
      makeExchange("2", { yearFrom: 2008, yearTo: 2008 }),
      makeExchange("3", { yearFrom: 2009 }),
    ];
    const enterprises = [makeEnterprise("a"), makeEnterprise("b")];
    const { year } = countFacets({ ...emptyNetwork, enterprises, exchanges }, defaultFilter);
    expect(year.map(({ value, count }) => `${value} ${count}`)).toEqual([
      "2006 1",
      "2007 1",
      "2008 2",
      "2009 2",
      "unknown 0",
    ]);
  });

  it("counts for every choice what a filter set to this choice leaves", () => {
    fc.assert(
      fc.property(anyNetwork, anyFilter, (network, filter) => {
        const facets = countFacets(network, filter);
        const left = (over: Partial<NetworkFilter>) =>
          applyFilter(network, { ...filter, ...over }).exchanges.length;
        const set = (parameter: Parameter, value: unknown) =>
          applyFilter(network, withMembers(filter, [[parameter, value]])).exchanges.length;
        expect(Facets.parse(facets)).toEqual(facets);
        expect(facets.matching).toBe(left({}));
        for (const { key, parameters } of dimensions.filter(({ kind }) => kind === "list"))
          expect([key, facets[key]]).toEqual([
            key,
            facets[key].map(({ value }) => ({ value, count: set(parameters[0], [value]) })),
          ]);
        for (const { key, parameters } of dimensions.filter(
          ({ kind }) => kind === "flag" || kind === "age",
        )) {
          const [yes = -1, ...others] = facets[key].map(({ count }) => count);
          const no = others.reduce((sum, count) => sum + count, 0);
          expect([key, no, yes + no]).toEqual([key, set(parameters[0], false), set(parameters[0], true)]);
        }
        const years = facets.year.filter(({ value }) => value !== "unknown");
        for (const { value, count } of years)
          expect(count).toBe(left({ yearFrom: Number(value), yearTo: Number(value), undated: false }));
        const noYear = { yearFrom: 2100, yearTo: 2100 };
        expect(facets.year.at(-1)?.count).toBe(
          left({ ...noYear, undated: true }) - left({ ...noYear, undated: false }),
        );
      }),
    );
  });
});
