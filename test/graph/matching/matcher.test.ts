import { cityErrorKm } from "#graph/schema/region/counties.ts";
import { describe, expect, it } from "vitest";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { Candidate as CandidateSchema } from "#graph/schema/answers/candidate.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { createMatcher, type Hidden } from "#graph/matching/matcher.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const asOf = "2026-11-24";
const find = (network: Network) => allCandidates(network, { asOf });
const pairs = (candidates: readonly Pick<Candidate, "supplier" | "receiver">[]) =>
  candidates.map(({ supplier, receiver }) => `${supplier.enterpriseId}>${receiver.enterpriseId}`).sort();

/** One offer of fly ash in the west, one need in the east, 45 km apart; `over` replaces records. */
function ashNetwork(over: Partial<Network> = {}): Network {
  return networkOf({
    enterprises: [
      at("west", "plant", { industryCode: "4411" }),
      at("east", "works", { industryCode: "3011" }),
    ],
    listings: [
      offer("plant", "SW02", { resourceZh: "粉煤灰", tonnes: 100_000 }),
      need("works", "SW02", { resourceZh: "粉煤灰", tonnes: 400_000 }),
    ],
    ...over,
  });
}

describe("an offer and a need of one code at two parks", () => {
  const [candidate, ...others] = find(ashNetwork());

  it("make one candidate that fits its schema", () => {
    expect(others).toEqual([]);
    expect(CandidateSchema.parse(candidate)).toEqual(candidate);
    expect(candidate).toMatchObject({
      basis: "offer-need",
      match: "same-code",
      inferred: false,
      blocked: false,
    });
  });

  it("cover what both can: min of the two in tonnes, √(min/max) as a share", () => {
    expect(candidate).toMatchObject({ coverablePerYear: 100_000, unit: "t/a" });
    expect(candidate?.scoreParts.quantityCover).toBe(0.5);
  });

  it("are 44.7 km apart by hand: 0.5° of longitude at 36.5° N", () => {
    // Chord of the parallel: 2 asin(cos 36.5° · sin 0.25°) · 6371.0088.
    expect(candidate?.distance.greatCircleKm).toBe(44.7);
    expect(candidate?.distance.roadKmEstimate).toBe(58.1);
    expect(candidate?.distance.errorKm).toBe(4.2);
  });

  it("carry a sentence in each language with both names and no gap in it", () => {
    expect(candidate?.reasonZh).toMatch(
      /^企业plant有粉煤灰（约10万吨\/年，2024年）可供；企业works接收粉煤灰（约40万吨\/年，2024年）。园区west到园区east，公路约58公里/,
    );
    expect(candidate?.reasonEn).toContain("100,000 t/a");
    for (const text of [candidate?.reasonZh, candidate?.reasonEn])
      expect(text).not.toMatch(/undefined|null|NaN|\(\)|（）/);
  });
});

describe("the list a pair stands in, by what its places say", () => {
  const listOf = (plant: Enterprise, works: Enterprise) =>
    find(ashNetwork({ enterprises: [plant, works] })).map(({ list, placement }) => [list, placement]);
  const where = (id: string, countyCode: string | null, cityCode = "370100") =>
    makeEnterprise(id, { countyCode, cityCode, industryCode: id === "plant" ? "4411" : "3011" });

  it("one park, overlapping parks, also over a third one and where only one side names the overlap: inside the park", () => {
    for (const park of ["west", "west-twin", "west-third"])
      expect(listOf(at("west", "plant"), at(park, "works"))).toEqual([["same-park", "same-park"]]);
  });

  it("parks side by side: between parks", () => {
    expect(listOf(at("west", "plant"), at("near", "works"))).toEqual([["between-parks", "apart"]]);
  });

  it("two counties of a city, or two cities: between parks", () => {
    const [county, other] = ["370102", "370103"];
    expect(listOf(where("plant", county), where("works", other))).toEqual([["between-parks", "apart"]]);
    expect(listOf(where("plant", null), where("works", null, "370900"))).toEqual([
      ["between-parks", "apart"],
    ]);
  });

  it("a city or a county that may hold the very park of the other: parks open, behind the known ones", () => {
    const open = [["between-parks", "same-city-parks-open"]];
    expect(listOf(where("plant", null), where("works", null))).toEqual(open);
    expect(listOf(where("plant", null), where("works", "370102"))).toEqual(open);
    expect(listOf(where("plant", "370102"), where("works", "370102"))).toEqual(open);
    const placements = find(
      ashNetwork({
        enterprises: [where("plant", null), where("works", null), where("distant", null, "370300")],
        listings: [
          offer("plant", "SW02", { resourceZh: "粉煤灰" }),
          need("works", "SW02", { resourceZh: "粉煤灰" }),
          need("distant", "SW02", { resourceZh: "粉煤灰" }),
        ],
      }),
    ).map(({ placement }) => placement);
    expect(placements).toEqual(["apart", "same-city-parks-open"]);
  });
});

describe("ends that may not be paired", () => {
  it("belong to one company", () => {
    const owned = (left: string | null, right: string | null) =>
      ashNetwork({
        enterprises: [at("west", "plant", { companyZh: left }), at("east", "works", { companyZh: right })],
      });
    expect(find(owned("甲集团", "甲集团"))).toEqual([]);
    expect(find(owned("甲集团", "乙集团"))).toHaveLength(1);
    expect(find(owned(null, null))).toHaveLength(1);
  });

  it("stand outside the two provinces, or are a total of a whole province", () => {
    const outside = makeEnterprise("works", { provinceCode: "33", cityCode: null });
    const total = makeEnterprise("works", { kind: "pooled", cityCode: null });
    const nowhere = makeEnterprise("works", { provinceCode: null, cityCode: null });
    for (const works of [outside, total, nowhere])
      expect(find(ashNetwork({ enterprises: [at("west", "plant"), works] }))).toEqual([]);
  });

  it("are two totals, of one city or of two", () => {
    const pooled = (cityCode: string) => ({ kind: "pooled", cityCode }) as const;
    const network = (from: string, to: string) =>
      ashNetwork({ enterprises: [at("west", "plant", pooled(from)), at("east", "works", pooled(to))] });
    expect(find(network("370100", "370100"))).toEqual([]);
    expect(find(network("370100", "370200"))).toEqual([]);
  });

  it("are two treatment firms handing waste round, but ash of one may go to the other", () => {
    const network = (resourceZh: string) =>
      ashNetwork({
        enterprises: [
          at("west", "plant", { industryCode: "7724" }),
          at("east", "works", { industryCode: "7724" }),
        ],
        listings: [offer("plant", "HW08", { resourceZh }), need("works", "HW08", { resourceZh: "危险废物" })],
      });
    expect(find(network("危险废物"))).toEqual([]);
    expect(find(network("炉渣"))).toHaveLength(1);
  });
});

describe("listings that are left out", () => {
  const withOffer = (over: Parameters<typeof offer>[2]) =>
    ashNetwork({
      listings: [
        offer("plant", "SW02", { resourceZh: "粉煤灰", ...over }),
        need("works", "SW02", { resourceZh: "粉煤灰" }),
      ],
    });

  it.each([
    ["used in-house", { status: "used-in-house" }],
    ["wholly used", { status: "utilised" }],
    ["historic", { status: "historic" }],
    ["expired", { validUntil: "2026-11-23" }],
    ["without a code", { resourceCodes: [] }],
  ] as const)("%s", (_, over) => {
    expect(find(withOffer({ ...over, resourceCodes: "resourceCodes" in over ? [] : ["SW02"] }))).toEqual([]);
  });

  it("but one valid to the very day is kept", () => {
    expect(find(withOffer({ validUntil: asOf }))).toHaveLength(1);
  });

  it("an older row for the same thing gives way to the newer, never both", () => {
    const network = ashNetwork({
      listings: [
        offer("plant", "SW02", { id: "old", resourceZh: "粉煤灰", yearTo: 2015, tonnes: 9 }),
        offer("plant", "SW02", { id: "new", resourceZh: "粉煤灰", yearTo: 2020, tonnes: 5 }),
        need("works", "SW02", { resourceZh: "粉煤灰" }),
      ],
    });
    expect(find(network).map(({ supplier }) => supplier.listingId)).toEqual(["new"]);
  });
});

describe("marks a candidate carries", () => {
  const one = (over: Partial<Network>) => find(ashNetwork(over))[0];
  const unknowns = (candidate: Candidate | undefined) =>
    (candidate?.unknowns ?? []).map(({ zh }) => zh).join("|");

  it("a heap is no yearly flow: nothing coverable, and it says so", () => {
    const candidate = one({
      listings: [
        offer("plant", "SW02", { resourceZh: "粉煤灰", tonnes: 40_000_000, status: "stock" }),
        need("works", "SW02", { resourceZh: "粉煤灰", tonnes: 5 }),
      ],
    });
    expect(candidate?.coverablePerYear).toBeNull();
    expect(candidate?.scoreParts.quantityCover).toBeNull();
    expect(unknowns(candidate)).toContain("只知堆存");
    expect(candidate?.reasonZh).toContain("2024年堆存，年产量不明");
  });

  it("an intake capacity is an upper bound, and a plan a plan", () => {
    const candidate = one({
      listings: [
        offer("plant", "SW02", { resourceZh: "粉煤灰", tonnes: 10, status: "planned" }),
        need("works", "SW02", { resourceZh: "粉煤灰", tonnes: 50, kind: "capacity" }),
      ],
    });
    expect(unknowns(candidate)).toContain("能力上限");
    expect(unknowns(candidate)).toContain("登记时为规划");
    expect(candidate?.reasonZh).toContain("接收能力50吨/年");
  });

  it("a city total is marked in the record and in both sentences", () => {
    const candidate = one({
      enterprises: [
        makeEnterprise("plant", { kind: "pooled", nameZh: "青岛产废单位(合计)", cityCode: "370200" }),
        at("west", "works"),
      ],
    });
    expect(candidate?.supplier.kind).toBe("pooled");
    expect(candidate?.reasonZh).toContain("青岛产废单位(合计)");
    expect(candidate?.reasonEn).toContain("合计");
  });

  it("an unnamed firm is marked, and an unknown park is said and measured from the city", () => {
    const candidate = one({
      enterprises: [makeEnterprise("plant", { kind: "anonymised", cityCode: "370300" }), at("far", "works")],
    });
    expect(candidate?.supplier).toMatchObject({ parkKnown: false, placeId: "city:370300", lon: 118.055 });
    expect(candidate?.reasonZh).toContain("企业plant（未具名）");
    expect(unknowns(candidate)).toContain("现按淄博市驻地算");
    expect(candidate?.distance.errorKm).toBeCloseTo(Math.hypot(cityErrorKm("370300") ?? 0, 3), 0);
  });

  it("an unknown park is measured from the plant's own point, else from its county, each with its own error", () => {
    const place = { cityCode: "370300", countyCode: "370322" };
    const own = one({
      enterprises: [
        makeEnterprise("plant", { ...place, lon: 117.9, lat: 37.1, coordErrorKm: 2 }),
        at("far", "works"),
      ],
    });
    expect(own?.supplier).toMatchObject({ parkKnown: false, placeId: "site:plant", lon: 117.9 });
    expect(own?.distance.errorKm).toBeCloseTo(Math.hypot(2, 3), 1);
    const somewhere = one({ enterprises: [makeEnterprise("plant", place), at("far", "works")] });
    expect(somewhere?.supplier).toMatchObject({ parkKnown: false, placeId: "county:370322" });
    expect(somewhere?.reasonZh).toContain("高青县到园区far");
    expect(unknowns(somewhere)).toContain("现按高青县驻地算");
    expect(somewhere?.distance.errorKm).toBeCloseTo(Math.hypot(16.3, 3), 0);
  });

  it("an end somewhere in the city of the other's park may stand in that park, and it says so", () => {
    const inCity = (cityCode: string) =>
      one({ enterprises: [makeEnterprise("plant", { cityCode }), at("east", "works")] });
    expect(unknowns(inCity("370100"))).toContain("两家是否在同一园区");
    expect(unknowns(inCity("370300"))).not.toContain("两家是否在同一园区");
  });

  it("a pair that already exchanges the resource names the exchange; one that did so in the past does not", () => {
    const exchange = (status: "operating" | "historic") =>
      makeExchange("x1", { supplierId: "plant", receiverId: "works", resourceCode: "SW02", status });
    expect(one({ exchanges: [exchange("operating")] })?.existingExchangeId).toBe("x1");
    expect(one({ exchanges: [exchange("historic")] })?.existingExchangeId).toBeNull();
  });

  it("the precedent is a real one of the same resource and industry, the nearest, and not the pair itself", () => {
    const enterprises = [
      at("west", "plant", { industryCode: "4411" }),
      at("east", "works", { industryCode: "3011" }),
      at("near", "p1", { industryCode: "4411" }),
      at("far", "p2", { industryCode: "4411" }),
      at("far", "kiln", { industryCode: "3011" }),
    ];
    const link = (id: string, supplierId: string, over: object = {}) =>
      makeExchange(id, {
        supplierId,
        receiverId: "kiln",
        resourceCode: "SW02",
        resourceZh: "粉煤灰",
        yearTo: 2019,
        ...over,
      });
    const precedentOf = (exchanges: Network["exchanges"]) =>
      find(ashNetwork({ enterprises, exchanges })).find(({ id }) => id.startsWith("offer-plant"))?.precedent;
    expect(precedentOf([link("a", "p2"), link("b", "p1")])).toMatchObject({ exchangeId: "b", year: 2019 });
    expect(precedentOf([link("c", "p1", { status: "planned" })])).toBeNull();
    expect(precedentOf([link("d", "p1", { resourceZh: "炉渣" })])).toBeNull();
    expect(precedentOf([link("e", "plant", { receiverId: "works" })])).toBeNull();
  });
});

describe("matching by code", () => {
  const match = (offered: string, needed: string, names: readonly [string, string] = ["甲", "乙"]) =>
    find(
      ashNetwork({
        enterprises: [at("west", "plant"), at("near", "works")],
        listings: [
          offer("plant", offered, { resourceZh: names[0] }),
          need("works", needed, { resourceZh: names[1] }),
        ],
      }),
    ).map((candidate) => candidate.match);

  it.each([
    ["SW02", "SW02", ["same-code"]],
    ["EN41", "EN40", ["parent-code"]],
    ["EN40", "EN41", ["parent-code"]],
    ["EN41", "EN42", []],
    ["900-249-08", "HW08", ["parent-code"]],
    ["HW08", "HW", ["class-unknown"]],
    ["HW", "HW", ["class-unknown"]],
    ["SW59", "SW59", ["class-unknown"]],
    ["EN41", "EN", ["class-unknown"]],
    ["EN", "EN", ["class-unknown"]],
    ["HW01", "HW", []],
    ["SW02", "SW59", []],
  ] as const)("%s offered, %s wanted", (offered, needed, expected) => {
    expect(match(offered, needed)).toEqual(expected);
  });

  it("two names that contradict each other under one wide code are two things", () => {
    expect(match("SW17", "SW17", ["废纸", "废钢"])).toEqual([]);
    expect(match("SW17", "SW17", ["废钢", "废钢"])).toEqual(["same-code"]);
  });
});

describe("matching by rule", () => {
  const enterprises = [
    at("west", "plant", { industryCode: "4411" }),
    at("east", "works", { industryCode: "3011" }),
    at("near", "mill", { industryCode: "2221" }),
  ];
  const rules = [makeRule("R1", {})];

  it("an offer meets a plant of the industry the rule names, marked as inferred", () => {
    const top = find(
      ashNetwork({ enterprises, rules, listings: [offer("plant", "SW02", { resourceZh: "粉煤灰" })] }),
    );
    expect(pairs(top)).toEqual(["plant>works"]);
    expect(top[0]).toMatchObject({ basis: "offer-industry", inferred: true, rule: { id: "R1" } });
    expect(top[0]?.receiver.listingId).toBeNull();
    expect(top[0]?.reasonZh).toContain("没有登记过需求");
  });

  it("a need meets a plant of the industry the rule names as source", () => {
    const top = find(
      ashNetwork({ enterprises, rules, listings: [need("works", "SW02", { resourceZh: "粉煤灰" })] }),
    );
    expect(pairs(top)).toEqual(["plant>works"]);
    expect(top[0]).toMatchObject({ basis: "industry-need", inferred: true });
  });

  it("two guesses make no candidate", () => {
    expect(find(ashNetwork({ enterprises, rules, listings: [] }))).toEqual([]);
  });

  it("a listed need is preferred to a guess at the same firm", () => {
    const top = find(ashNetwork({ enterprises, rules }));
    expect(top.map(({ basis }) => basis)).toEqual(["offer-need"]);
  });

  it("serves a need of another code that names what the use replaces, and no other", () => {
    const withNeed = (resourceZh: string, industryCode: string) =>
      find(
        ashNetwork({
          enterprises: [at("west", "plant", { industryCode: "4411" }), at("east", "works", { industryCode })],
          rules: [makeRule("R1", { replacesZh: "水泥熟料" })],
          listings: [offer("plant", "SW02", { resourceZh: "粉煤灰" }), need("works", "MA90", { resourceZh })],
        }),
      ).filter(({ basis }) => basis === "offer-need");
    expect(withNeed("水泥熟料", "3011").map(({ match }) => match)).toEqual(["rule"]);
    expect(withNeed("生活垃圾", "3011")).toEqual([]);
    const fit = (industry: string) => withNeed("水泥熟料", industry)[0]?.scoreParts.resourceFit;
    expect([fit("3011"), fit("3012"), fit("3031"), fit("2614")]).toEqual([1, 0.85, 0.6, undefined]);
  });

  it.each([
    ["a gas turbine burns no coal", { nameZh: "某燃机热电" }],
    ["a total is nobody to guess at", { kind: "pooled" }],
    ["an unnamed firm neither", { kind: "anonymised" }],
  ] as const)("%s", (_, over) => {
    const guessed = [
      at("west", "plant", { industryCode: "4411", ...over }),
      at("east", "works", { industryCode: "3011" }),
    ];
    const listings = [need("works", "SW02", { resourceZh: "粉煤灰" })];
    expect(find(ashNetwork({ enterprises: guessed, rules, listings }))).toEqual([]);
  });

  it("a plant of which all records are over is closed and not guessed at", () => {
    const exchanges = [makeExchange("x", { supplierId: "plant", receiverId: "mill", status: "historic" })];
    const listings = [need("works", "SW02", { resourceZh: "粉煤灰" })];
    expect(find(ashNetwork({ enterprises, rules, listings, exchanges }))).toEqual([]);
  });

  it("a class of 'other' products does not make a user; a documented use of the resource does", () => {
    const residual = [
      at("west", "plant", { industryCode: "4411" }),
      at("east", "works", { industryCode: "3039" }),
    ];
    const base = {
      enterprises: residual,
      rules: [makeRule("R1", { targetIndustryCodes: ["3039"] })],
      listings: [offer("plant", "SW02", { resourceZh: "粉煤灰" })],
    };
    expect(find(ashNetwork(base))).toEqual([]);
    const exchanges = [makeExchange("x", { supplierId: "other", receiverId: "works", resourceCode: "SW02" })];
    expect(pairs(find(ashNetwork({ ...base, exchanges })))).toEqual(["plant>works"]);
  });
});

describe("order", () => {
  const network = ashNetwork({
    enterprises: [
      at("west", "plant", { industryCode: "4411" }),
      at("east", "works", { industryCode: "3011" }),
      at("near", "close", { industryCode: "3011" }),
      at("far", "remote", { industryCode: "3011" }),
    ],
    rules: [makeRule("R1", {})],
    listings: [
      offer("plant", "SW02", { resourceZh: "粉煤灰", tonnes: 10 }),
      need("works", "SW02", { resourceZh: "粉煤灰" }),
      need("remote", "SW02", { resourceZh: "粉煤灰" }),
    ],
  });

  it("is by score, blocked ones last", () => {
    const top = find(network);
    expect(top.map(({ receiver }) => receiver.enterpriseId)).toEqual(["works", "close", "remote"]);
    expect(top.map(({ blocked }) => blocked)).toEqual([false, false, true]);
  });

  it("does not depend on the order of the records", () => {
    const reversed: Network = {
      ...network,
      parks: network.parks.toReversed(),
      enterprises: network.enterprises.toReversed(),
      listings: network.listings.toReversed(),
      resources: network.resources.toReversed(),
    };
    expect(find(reversed)).toEqual(find(network));
  });

  it("is kept by the questions about one listing and one place", () => {
    const matcher = createMatcher(network, { asOf });
    expect(pairs(matcher.forListing("need-works-SW02"))).toEqual(["plant>works"]);
    expect(matcher.forListing("no-such-listing")).toEqual([]);
    expect(pairs(matcher.forPlaces(["park:near"]))).toEqual(["plant>close"]);
    expect(pairs(matcher.forPlaces(["park:west-twin"]))).toEqual([]);
  });

  it("ends at the limit, best kept", () => {
    expect(allCandidates(network, { asOf, limit: 1 })).toEqual(find(network).slice(0, 1));
  });
});

describe("hidden records", () => {
  const network = ashNetwork({
    rules: [makeRule("R1", {})],
    exchanges: [makeExchange("X1", { supplierId: "plant", receiverId: "works", resourceCode: "SW02" })],
  });
  const hiding = (kind: keyof Hidden, id: string) => ({ asOf, hidden: { [kind]: new Set([id]) } });

  it("count as if they were absent", () => {
    const without = (kind: "exchanges" | "listings" | "rules", id: string): Network => ({
      ...network,
      [kind]: network[kind].filter((record) => record.id !== id),
    });
    const cases = [
      ["exchangeIds", "exchanges", "X1"],
      ["listingIds", "listings", "need-works-SW02"],
      ["ruleIds", "rules", "R1"],
    ] as const;
    for (const [hidden, kind, id] of cases)
      expect(allCandidates(network, hiding(hidden, id))).toEqual(find(without(kind, id)));
  });

  it("free a pair that exists, and take a partner away", () => {
    expect(find(network)[0]?.existingExchangeId).toBe("X1");
    expect(allCandidates(network, hiding("exchangeIds", "X1"))[0]?.existingExchangeId).toBeNull();
    expect(allCandidates(network, hiding("listingIds", "need-works-SW02"))[0]?.basis).toBe("offer-industry");
  });
});

describe("the receivers of what one supplier gives", () => {
  const network = ashNetwork({
    rules: [makeRule("R1", {})],
    enterprises: [
      at("west", "plant", { industryCode: "4411" }),
      at("east", "works", { industryCode: "3011" }),
      at("near", "kiln", { industryCode: "3011" }),
      at("west", "mill", { industryCode: "3011" }),
      at("far", "remote", { industryCode: "3011" }),
      at("near", "bakery", { industryCode: "1411" }),
    ],
  });
  const rank = (supplierId: string) =>
    createMatcher(network, { asOf }).rankReceivers({ supplierId, code: "SW02", wordsZh: "粉煤灰" });

  it("are all that may be paired, each once, best first, whatever list or gate", () => {
    const ranked = rank("plant");
    expect(ranked.map(({ enterpriseId }) => enterpriseId).sort()).toEqual([
      "bakery",
      "kiln",
      "mill",
      "remote",
      "works",
    ]);
    const scores = ranked.map(({ lnScore }) => lnScore);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    const byId = new Map(ranked.map((each) => [each.enterpriseId, each]));
    expect(byId.get("mill")?.list).toBe("same-park");
    expect(byId.get("kiln")).toMatchObject({ list: "between-parks", blocked: false });
    expect(byId.get("remote")?.blocked).toBe(true);
    // Nothing but its being there speaks for the bakery: a guess, and worse than the kiln beside it.
    expect(byId.get("bakery")?.list).toBe("hypothesis");
    expect(byId.get("bakery")?.lnScore).toBeLessThan(byId.get("kiln")?.lnScore ?? 0);
  });

  it("of an unknown supplier are none", () => {
    expect(rank("nobody")).toEqual([]);
  });
});

describe("a hypothesis between two that list nothing", () => {
  const took = (id: string) =>
    makeExchange(id, { supplierId: "maker", receiverId: `kiln-${id}`, resourceCode: "SW02" });
  /** A power plant in the west and a cement works near it; two works in the far east take ash already. */
  const network = (records: {
    readonly exchanges: number;
    readonly worksAt?: string;
    readonly rules?: boolean;
  }) =>
    networkOf({
      enterprises: [
        at("west", "plant", { industryCode: "4411" }),
        at(records.worksAt ?? "near", "works", { industryCode: "3011" }),
        at("far", "maker", { industryCode: "4411" }),
        at("far", "kiln-1", { industryCode: "3011", companyZh: "甲集团" }),
        at("far", "kiln-2", { industryCode: "3011", companyZh: "甲集团" }),
      ],
      exchanges: ["1", "2"].slice(0, records.exchanges).map(took),
      rules: records.rules === false ? [] : [makeRule("R1", {})],
    });
  const found = (records: Parameters<typeof network>[0]) =>
    find(network(records)).filter(({ supplier }) => supplier.enterpriseId === "plant");

  it("stands where a rule leads from one industry to the other and two exchanges bear it out", () => {
    const [candidate, ...others] = found({ exchanges: 2 });
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({
      basis: "industry-industry",
      list: "hypothesis",
      inferred: true,
      supplier: { enterpriseId: "plant", listingId: null },
      receiver: { enterpriseId: "works", listingId: null },
    });
    expect(CandidateSchema.parse(candidate)).toEqual(candidate);
  });

  it("does not where one exchange or no rule speaks for it, or the way is longer than is typical", () => {
    expect(found({ exchanges: 1 })).toEqual([]);
    expect(found({ exchanges: 2, rules: false })).toEqual([]);
    expect(found({ exchanges: 2, worksAt: "south" })).toEqual([]);
  });

  it("does not where one of them lists the code itself: that is a candidate", () => {
    const listed = {
      ...network({ exchanges: 2 }),
      listings: [offer("plant", "SW02", { resourceZh: "粉煤灰" })],
    };
    const ofPlant = find(listed).filter(({ supplier }) => supplier.enterpriseId === "plant");
    expect(ofPlant.map(({ basis }) => basis)).not.toContain("industry-industry");
    expect(ofPlant.map(({ list }) => list)).toContain("between-parks");
  });
});
