import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coversOf } from "#graph/matching/ends/cover.ts";
import { residualsOf } from "#graph/matching/ends/residual.ts";
import { createCodeTable } from "#graph/matching/knowledge/codes.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { at, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeExchange } from "#test/fixtures/small-network.ts";

const works = at("east", "works", { cityCode: "370100", companyZh: "甲集团" });
const plant = at("west", "plant", { cityCode: "370100", companyZh: "甲集团" });
const stranger = at("west", "stranger", { cityCode: "370100" });

const residualIn = (network: Network, id: string) =>
  residualsOf(network.listings, coversOf(network), createCodeTable(network.resources, new Set()))(id);

const ash = (id: string, over: Partial<Exchange> & { readonly tonnes?: number } = {}) => {
  const { tonnes, ...rest } = over;
  return makeExchange(id, {
    supplierId: "stranger",
    receiverId: "works",
    resourceCode: "SW02",
    resourceZh: "粉煤灰",
    layer: "material",
    quantity: tonnes === undefined ? null : makeQuantity(tonnes, "t/a", "reported", "material"),
    sameCompany: null,
    ...rest,
  });
};
const ashNeed = (over: Parameters<typeof need>[2] = {}) =>
  need("works", "SW02", { resourceZh: "粉煤灰", ...over });

const network = (listings: readonly Listing[], exchanges: readonly Exchange[]) =>
  networkOf({ enterprises: [works, plant, stranger], listings, exchanges });

describe("the residual of a need", () => {
  it("is its quantity where nothing covers it, and not known where it names none", () => {
    expect(residualIn(network([ashNeed({ tonnes: 100 })], []), "need-works-SW02")).toEqual({
      perYear: 100,
      state: "known",
      unknownBecause: null,
      coveredBy: [],
      served: null,
    });
    expect(residualIn(network([ashNeed()], []), "need-works-SW02")).toMatchObject({
      perYear: null,
      unknownBecause: "quantity-unknown",
      served: null,
    });
  });

  it("is less by what operating exchanges bring, and served where they bring all", () => {
    const left = (...exchanges: Exchange[]) =>
      residualIn(network([ashNeed({ tonnes: 100 })], exchanges), "need-works-SW02");
    expect(left(ash("x", { tonnes: 30 }), ash("y", { tonnes: 20 }))).toMatchObject({
      perYear: 50,
      coveredBy: ["x", "y"],
      served: null,
    });
    expect(left(ash("x", { tonnes: 100 }))).toMatchObject({ perYear: 0, served: "exchanges" });
    expect(left(ash("x", { tonnes: 500 }))).toMatchObject({ perYear: 0, served: "exchanges" });
    for (const status of ["planned", "historic", "under-construction"] as const)
      expect(left(ash("x", { tonnes: 100, status }))).toMatchObject({ perYear: 100, coveredBy: [] });
  });

  it("is not known where an exchange brings an unknown amount, of another firm: still open", () => {
    const residual = residualIn(network([ashNeed({ tonnes: 100 })], [ash("x")]), "need-works-SW02");
    expect(residual).toMatchObject({ perYear: null, unknownBecause: "cover-unknown", served: null });
  });

  it("is served where the own company brings an unknown amount, or all, but not where a number shows a rest", () => {
    const left = (over: Parameters<typeof need>[2], exchange: Exchange) =>
      residualIn(network([ashNeed(over)], [exchange]), "need-works-SW02");
    expect(left({}, ash("x", { supplierId: "plant" }))?.served).toBe("own-company");
    expect(left({}, ash("x", { sameCompany: true }))?.served).toBe("own-company");
    expect(left({ tonnes: 100 }, ash("x", { supplierId: "plant", tonnes: 40 }))).toMatchObject({
      perYear: 60,
      served: null,
    });
  });

  it("is served by what the own company in the same city declares as used in house, but by no other thing", () => {
    const inHouse = (over: Parameters<typeof offer>[2]) =>
      offer("plant", "SW02", { resourceZh: "粉煤灰", status: "used-in-house", ...over });
    const left = (listing: Listing) =>
      residualIn(network([ashNeed({ tonnes: 100 }), listing], []), "need-works-SW02");
    expect(left(inHouse({ tonnes: 300 }))).toMatchObject({ perYear: 0, served: "own-company" });
    expect(left(inHouse({ tonnes: 30 }))).toMatchObject({ perYear: 70, served: null });
    expect(left(inHouse({}))).toMatchObject({ perYear: null, served: "own-company" });
    expect(left(inHouse({ resourceZh: "炉渣" }))).toMatchObject({ perYear: 100, served: null });
    expect(left({ ...inHouse({}), enterpriseId: "stranger" })).toMatchObject({ perYear: 100 });
  });

  it("leaves to a total what its parts do not cover, and nothing of it counts twice", () => {
    const total = ashNeed({ tonnes: 100 });
    const part = (id: string, tonnes?: number) =>
      need("stranger", "SW02", { id, partOf: total.id, ...(tonnes === undefined ? {} : { tonnes }) });
    const left = (...parts: Listing[]) => residualIn(network([total, ...parts], []), total.id);
    expect(left(part("a", 30), part("b", 50))).toMatchObject({ perYear: 20, coveredBy: ["a", "b"] });
    expect(left(part("a", 130))).toMatchObject({ perYear: 0, served: "exchanges" });
    expect(left(part("a"))).toMatchObject({ perYear: null, unknownBecause: "cover-unknown" });
  });

  it("gives the tonnes of an exchange first to the stage that runs full, then to the next", () => {
    const stages = [
      ashNeed({ id: "second", tonnes: 180, status: "under-construction" }),
      ashNeed({ id: "first", tonnes: 120, status: "utilised" }),
    ];
    const left = (tonnes: number, id: string) =>
      residualIn(network(stages, [ash("x", { tonnes })]), id)?.perYear;
    expect([left(120, "first"), left(120, "second")]).toEqual([0, 180]);
    expect([left(150, "first"), left(150, "second")]).toEqual([0, 150]);
  });
});

describe("residuals obey", () => {
  const tonnes = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined });
  const cases = fc.record({
    needs: fc.array(
      fc.record({
        tonnes,
        status: fc.constantFrom("operating", "utilised", "planned", "used-in-house"),
        total: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    exchanges: fc.array(fc.record({ tonnes, own: fc.boolean() }), { maxLength: 5 }),
  });
  const build = ({ needs, exchanges }: typeof cases extends fc.Arbitrary<infer T> ? T : never) => {
    const listings = needs.map(({ tonnes: amount, status, total }, at) =>
      ashNeed({
        id: `n${at}`,
        status: status as Listing["status"],
        partOf: total && at > 0 ? "n0" : null,
        ...(amount === undefined ? {} : { tonnes: amount }),
      }),
    );
    const moved = exchanges.map(({ tonnes: amount, own }, at) =>
      ash(`x${at}`, {
        supplierId: own ? "plant" : "stranger",
        ...(amount === undefined ? {} : { tonnes: amount }),
      }),
    );
    return network(listings, moved);
  };
  const sum = (values: readonly (number | undefined)[]) =>
    values.reduce<number>((all, one) => all + (one ?? 0), 0);

  it("never below zero, never above the listing, whatever covers it", () => {
    fc.assert(
      fc.property(cases, (some) => {
        const built = build(some);
        for (const { id, quantity } of built.listings) {
          const residual = residualIn(built, id);
          if (residual?.perYear === null || residual?.perYear === undefined) continue;
          expect(residual.perYear).toBeGreaterThanOrEqual(0);
          expect(residual.perYear).toBeLessThanOrEqual(quantity?.perYear ?? 0);
        }
      }),
    );
  });

  it("each tonne once: what is left and what is brought are never more than what the leaves of the totals say", () => {
    fc.assert(
      fc.property(cases, (some) => {
        const built = build(some);
        const isKnown = built.listings.every(({ quantity }) => quantity !== null);
        if (!isKnown || some.exchanges.some((each) => each.tonnes === undefined)) return;
        const [first, ...rest] = built.listings;
        const parts = rest.filter(({ partOf }) => partOf !== null);
        const partTonnes = sum(parts.map(({ quantity }) => quantity?.perYear));
        // A total and its parts say together the greater of the two.
        const said =
          Math.max(first?.quantity?.perYear ?? 0, partTonnes) +
          sum(rest.filter(({ partOf }) => partOf === null).map(({ quantity }) => quantity?.perYear));
        const left = sum(built.listings.map(({ id }) => residualIn(built, id)?.perYear ?? 0));
        const brought = sum(some.exchanges.map((each) => each.tonnes));
        expect(left).toBeCloseTo(Math.max(0, said - brought), 6);
      }),
    );
  });

  it("the order of the records does not matter", () => {
    fc.assert(
      fc.property(cases, (some) => {
        const built = build(some);
        const turned = {
          ...built,
          listings: built.listings.toReversed(),
          exchanges: built.exchanges.toReversed(),
          enterprises: built.enterprises.toReversed(),
        };
        for (const { id } of built.listings) expect(residualIn(turned, id)).toEqual(residualIn(built, id));
      }),
    );
  });
});

describe("on the shipped data", () => {
  const seed = readSeedNetwork();
  const residualOf = residualsOf(seed.listings, coversOf(seed), createCodeTable(seed.resources, new Set()));

  it("the needs that an operating exchange of the own company fills, or that its quantity reaches, are served", () => {
    const served = seed.listings
      .filter(({ direction, status }) => direction === "need" && status === "operating")
      .filter(({ id }) => residualOf(id)?.served !== null)
      .map(({ id }) => `${id} ${residualOf(id)?.served}`);
    expect(served).toEqual([
      "L003 exchanges",
      "L007 exchanges",
      "MC006 own-company",
      "ME019 exchanges",
      "MK024 exchanges",
      "MN019 own-company",
      "MN051 own-company",
      "MS042 exchanges",
      "MS044 exchanges",
    ]);
  });
});
