import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { z } from "zod";
import { SourceKind } from "#graph/schema/records/evidence.ts";
import { defaultFilter, filterQuery, NetworkFilter, toFilter, toQuery } from "#graph/schema/filter/filter.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";

const Query = z.strictObject(filterQuery);
const some = <T>(options: readonly T[], minLength = 1) => fc.subarray([...options], { minLength });
const year = fc.option(fc.integer({ min: 1900, max: 2099 }), { nil: null });

const filter: fc.Arbitrary<NetworkFilter> = fc.record({
  layers: some(Layer.options),
  statuses: some(ExchangeStatus.options),
  linkKinds: some(LinkKind.options),
  provinceCodes: some(["37", "32"], 0),
  sourceKinds: some(SourceKind.options, 0),
  yearFrom: year,
  yearTo: year,
  undated: fc.boolean(),
  pooled: fc.boolean(),
  internal: fc.boolean(),
  synthetic: fc.boolean(),
});

describe("the filter as query parameters", () => {
  test("any filter comes back from its query", () => {
    fc.assert(
      fc.property(filter, (each) => {
        expect(NetworkFilter.parse(each)).toEqual(each);
        expect(toFilter(Query.parse(toQuery(each)))).toEqual(each);
      }),
    );
  });

  test("equal filters give the same text, whatever the order of members", () => {
    fc.assert(
      fc.property(filter, (each) => {
        const turned = {
          ...each,
          statuses: [...each.statuses].reverse(),
          layers: [...each.layers].reverse(),
        };
        expect(JSON.stringify(toQuery(turned))).toBe(JSON.stringify(toQuery(each)));
      }),
    );
  });

  test("the default filter needs no parameter and no parameter gives the default filter", () => {
    expect(toQuery(defaultFilter)).toEqual({});
    expect(toFilter(Query.parse({}))).toEqual(defaultFilter);
  });

  test.each([
    [{ layer: "material,material" }, "a member twice"],
    [{ layer: "" }, "an empty list"],
    [{ status: "running" }, "an unknown member"],
    [{ yearFrom: "20" }, "a year that is none"],
    [{ internal: "true" }, "a word that is not yes or no"],
    [{ colour: "red" }, "an unknown parameter"],
  ])("%j is refused: %s", (...[query]) => {
    expect(Query.safeParse(query).success).toBe(false);
  });
});
