import { describe, expect, it } from "vitest";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { cityGaps } from "#graph/matching/gaps.ts";
import { partnersOfTotals, withPartners } from "#graph/matching/gap-partners.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import { evidence, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const asOf = "2026-11-24";

/** A plant with a point of its own, `km` of great circle east of the first, on 36.5° N, where 1° is 89.4 km. */
const plant = (id: string, km: number, over: Partial<Enterprise> = {}) =>
  makeEnterprise(id, {
    parkId: null,
    cityCode: km < 20 ? "370100" : "370300",
    lon: 117 + km / 89.4,
    lat: 36.5,
    coordErrorKm: 1,
    industryCode: "3011",
    ...over,
  });
const source = (over: Partial<Enterprise> = {}) => plant("source", 0, { industryCode: "4411", ...over });

function listsOf(enterprises: Enterprise[], listings: Listing[], rules: Rule[] = []) {
  const network = networkOf({ enterprises, listings, rules });
  return openCandidateList(network, asOf)
    .select({ list: "all", gates: "all" })
    .map(({ list }) => list);
}

const given = (over: Partial<Listing> = {}) => offer("source", "SW02", { resourceZh: "粉煤灰", ...over });
const wanted = (over: Partial<Listing> = {}) => need("works", "SW02", { resourceZh: "粉煤灰", ...over });

describe("a candidate with a total", () => {
  const total = { kind: "pooled" } as const;

  it("stands in a list of its own, whichever end the total is and whether a rule or a listing makes the match", () => {
    expect(listsOf([source(total), plant("works", 30)], [given(), wanted()])).toEqual(["with-total"]);
    expect(listsOf([source(), plant("works", 30, total)], [given(), wanted()])).toEqual(["with-total"]);
    expect(listsOf([source(total), plant("works", 30)], [given()], [makeRule("R", {})])).toEqual([
      "with-total",
    ]);
    expect(listsOf([source(), plant("works", 30)], [given(), wanted()])).toEqual(["between-parks"]);
  });

  it("is none where both are totals, which is a gap of the city alone", () => {
    expect(listsOf([source(total), plant("works", 30, total)], [given(), wanted()])).toEqual([]);
  });

  it("may exist already all the same: that is told first", () => {
    const network = networkOf({
      enterprises: [
        source({ id: "sources", kind: "pooled" }),
        source({ cityCode: "370100" }),
        plant("works", 30),
      ],
      listings: [given(), wanted()],
      exchanges: [
        makeExchange("x", {
          supplierId: "sources",
          receiverId: "works",
          resourceCode: "SW02",
          resourceZh: "粉煤灰",
          layer: "material",
          sameCompany: false,
        }),
      ],
    });
    const lists = openCandidateList(network, asOf).select({ list: "all" });
    expect(lists.map(({ list, supplier }) => [supplier.enterpriseId, list])).toContainEqual([
      "source",
      "probably-existing",
    ]);
  });

  it("is named in the gap of the city: nothing of it is lost", () => {
    const network = networkOf({
      enterprises: [source(total), plant("works", 30), plant("mill", 40)],
      listings: [given({}), wanted(), need("mill", "SW02", { resourceZh: "粉煤灰" })],
    });
    const list = openCandidateList(network, asOf);
    const partners = partnersOfTotals(list.select({ list: "with-total" }));
    const [gap] = cityGaps(network, asOf).map((each) => withPartners(each, partners));
    expect(gap?.partners.map(({ role, enterpriseId }) => [role, enterpriseId])).toEqual([
      ["takes", "works"],
      ["takes", "mill"],
    ]);
    const whyNot = list.whyNot({ supplierId: "source", receiverId: "works", code: "SW02" });
    expect(whyNot).toMatchObject({ cause: null, list: "with-total", rank: 1 });
    expect(whyNot.candidateId).toBe(gap?.partners[0]?.candidateId);
  });
});

describe("a bulk solid beyond the haul that its likely value pays", () => {
  // Fly ash bears likely 45 yuan a tonne: less 15 of loading, at 0.45 yuan/t·km, 67 km; at most 155 km.
  it("is a hypothesis, also where both ends list it", () => {
    expect(listsOf([source(), plant("works", 45)], [given(), wanted()])).toEqual(["between-parks"]);
    expect(listsOf([source(), plant("works", 85)], [given(), wanted()])).toEqual(["hypothesis"]);
  });

  it("is so by each resource's own value: granulated slag goes farther than ash", () => {
    const slag = (listing: Listing) => ({ ...listing, resourceCodes: ["SW01"], resourceZh: "高炉水渣" });
    const ends = [source({ industryCode: "3110" }), plant("works", 62)];
    expect(listsOf(ends, [slag(given()), slag(wanted())])).toEqual(["between-parks"]);
    expect(listsOf([source(), plant("works", 62)], [given(), wanted()])).toEqual(["hypothesis"]);
  });

  it("is none while the points are too vague to tell, nor where a ship or a stated premium carries it", () => {
    const vague = { coordErrorKm: 35 };
    expect(listsOf([source(vague), plant("works", 62, vague)], [given(), wanted()])).toEqual([
      "between-parks",
    ]);
    const wharf = { noteZh: "自有码头" };
    expect(listsOf([source(wharf), plant("works", 85, wharf)], [given(), wanted()])).toEqual([
      "between-parks",
    ]);
    const premium = wanted({ qualityZh: "到厂加价20元/吨" });
    expect(listsOf([source(), plant("works", 85)], [given(), premium])).toEqual(["between-parks"]);
  });
});

describe("a use that is called practice", () => {
  const listed = (over: Partial<Rule>) =>
    listsOf([source(), plant("works", 30)], [given()], [makeRule("R", { support: "practice", ...over })]);

  it("grounds no more than a hypothesis where neither an exchange nor a document shows it", () => {
    expect(listed({})).toEqual(["hypothesis"]);
    expect(listed({ shownBy: ["x"] })).toEqual(["between-parks"]);
    expect(listed({ evidence: { ...evidence, sourceUrl: "https://example.org/use" } })).toEqual([
      "between-parks",
    ]);
    expect(listed({ support: "stored" })).toEqual(["between-parks"]);
  });
});

describe("the shipped data", () => {
  const network = readSeedNetwork();
  const list = openCandidateList(network, asOf);

  it("has no total at an end between parks, in one park or in a hypothesis", () => {
    for (const name of ["between-parks", "same-park", "hypothesis"] as const) {
      const kinds = list
        .select({ list: name })
        .flatMap(({ supplier, receiver }) => [supplier.kind, receiver.kind]);
      expect(kinds).not.toContain("pooled");
    }
  });

  it("names every plant with a total in the gap of the total's city, as far as a row has room", () => {
    const partners = partnersOfTotals(list.select({ list: "with-total" }));
    expect(partners.length).toBeGreaterThan(15);
    const gaps = cityGaps(network, asOf).map((gap) => withPartners(gap, partners));
    for (const { listingId, partner } of partners) {
      const gap = gaps.find(({ surplus, need: short }) =>
        [...surplus.listingIds, ...short.listingIds].includes(listingId),
      );
      const names = gap?.partners.map(({ enterpriseId }) => enterpriseId) ?? [];
      expect(names.length === 5 || names.includes(partner.enterpriseId)).toBe(true);
    }
  });
});
