import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { z } from "zod";
import {
  defaultFilter,
  filterQuery,
  namesArea,
  NetworkFilter,
  noFilter,
  sameFilter,
  toFilter,
  toQuery,
} from "#graph/schema/filter/filter.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";

const Query = z.strictObject(filterQuery);
describe("the filter as query parameters", () => {
  test("any filter comes back from its query", () => {
    fc.assert(
      fc.property(anyFilter, (each) => {
        expect(NetworkFilter.parse(each)).toEqual(each);
        expect(toFilter(Query.parse(toQuery(each)))).toEqual(each);
      }),
    );
  });

  test("equal filters give the same text, whatever the order of members", () => {
    fc.assert(
      fc.property(anyFilter, (each) => {
        const turned = Object.fromEntries(
          Object.entries(each)
            .toReversed()
            .map(([member, value]) => [member, Array.isArray(value) ? value.toReversed() : value]),
        ) as NetworkFilter;
        expect(JSON.stringify(toQuery(turned))).toBe(JSON.stringify(toQuery(each)));
        expect(sameFilter(turned, each)).toBe(true);
      }),
    );
  });

  test("two filters are the same exactly where their texts are", () => {
    fc.assert(
      fc.property(anyFilter, anyFilter, (one, other) => {
        expect(sameFilter(one, other)).toBe(JSON.stringify(toQuery(one)) === JSON.stringify(toQuery(other)));
      }),
    );
  });

  test("what a text stands for is written as that text, and twice the same list is one text", () => {
    const asked = { layer: "energy,material", yearFrom: "2001", internal: "yes" };
    expect(toQuery(toFilter(Query.parse(asked)))).toEqual(asked);
    expect(toQuery(noFilter)).toEqual({
      status: "historic,operating,planned,under-construction",
      internal: "yes",
      linkKind: "by-product,product,utility,water-supply",
    });
  });

  test.each([
    [{}, false],
    [{ layer: "material", yearFrom: "2001" }, false],
    [{ province: "37" }, true],
    [{ city: "370100" }, true],
  ])("%j names an area: %s", (query, names) => {
    expect(namesArea(toFilter(Query.parse(query)))).toBe(names);
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
