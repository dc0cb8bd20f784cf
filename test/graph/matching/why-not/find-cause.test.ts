import { describe, expect, it } from "vitest";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { createMatcher, type MatchOptions } from "#graph/matching/matcher.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import { WhyNotCause } from "#graph/schema/answers/why-not.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";
import { isLongRun } from "#test/support/long-run.ts";

const asOf = "2026-11-24";
const seeds = readSeedNetwork();

describe("hiding each exchange of the seeds", () => {
  const every = isLongRun ? 1 : 7;
  const answers = seeds.exchanges
    .filter((_, index) => index % every === 0)
    .map((exchange) => {
      const options: MatchOptions = { asOf, hidden: { exchangeIds: new Set([exchange.id]) } };
      const { supplierId, receiverId, resourceCode: code } = exchange;
      return { exchange, found: createMatcher(seeds, options).whyNot({ supplierId, receiverId, code }) };
    });

  it("gives exactly one first cause, or the candidate that it is", () => {
    expect(answers.length).toBe(Math.ceil(390 / every));
    for (const { found } of answers) {
      const isCause = WhyNotCause.safeParse(found.cause).success;
      expect([isCause, found.head !== null]).toContain(true);
      expect(isCause && found.head !== null).toBe(false);
    }
  });

  it("says company and ground where the records do, and nowhere else", () => {
    for (const { exchange, found } of answers) {
      const { supplier, receiver } = found;
      const isOne = supplier.id === receiver.id;
      const isCompany = !isOne && supplier.companyZh !== null && supplier.companyZh === receiver.companyZh;
      expect([exchange.id, found.cause === "company"]).toEqual([exchange.id, isCompany]);
      expect(found.cause === "ground").toBe(isOne);
    }
  });

  it("says of no code that it is not known unless the record has none, or only the family", () => {
    for (const { exchange, found } of answers) {
      if (found.cause !== "code") continue;
      expect(exchange.resourceCode === null || isHazardousCode(exchange.resourceCode)).toBe(true);
    }
  });

  it("finds a better one for everything that is outranked", () => {
    for (const { found } of answers)
      expect([found.cause === "outranked", found.rivals.length > 0]).not.toEqual([true, false]);
  });
});

/** What the remedy of a cause does to the records; the cause must then be gone. */
const ends = [at("west", "plant", { industryCode: "4411" }), at("east", "works", { industryCode: "3011" })];
const listed = [
  offer("plant", "SW02", { resourceZh: "粉煤灰", tonnes: 100_000 }),
  need("works", "SW02", { resourceZh: "粉煤灰", tonnes: 400_000 }),
];
const whyNot = (over: Partial<Network>, code = "SW02") =>
  createMatcher(networkOf({ enterprises: ends, listings: listed, ...over }), { asOf }).whyNot({
    supplierId: "plant",
    receiverId: "works",
    code,
  });

describe("each cause by itself", () => {
  it("a pair that nothing hinders is the candidate", () => {
    const found = whyNot({});
    expect(found.cause).toBeNull();
    expect(found.head).toMatchObject({ list: "between-parks", resourceCode: "SW02" });
  });

  it("two of one park are a candidate of the list of their own", () => {
    const works = at("west", "works", { industryCode: "3011" });
    expect(
      whyNot({ enterprises: [at("west", "plant", { industryCode: "4411" }), works] }).head,
    ).toMatchObject({
      list: "same-park",
    });
  });

  it("company comes before everything else, the code among it", () => {
    const owned = ends.map((end) => ({ ...end, companyZh: "甲集团" }));
    expect(whyNot({ enterprises: owned, listings: [] }, "SW77").cause).toBe("company");
  });

  it("one enterprise is no partner of its own", () => {
    const matcher = createMatcher(networkOf({ enterprises: ends, listings: listed }), { asOf });
    expect(matcher.whyNot({ supplierId: "plant", receiverId: "plant", code: "SW02" }).cause).toBe("ground");
  });

  it.each([
    ["outside", { provinceCode: "33", cityCode: null }],
    ["province-total", { provinceCode: "37", cityCode: null, kind: "pooled" }],
  ] as const)("an end %s cannot be cast", (because, place) => {
    const [plant] = ends;
    const found = whyNot({ enterprises: [plant ?? at("west", "plant"), makeEnterprise("works", place)] });
    expect(found).toMatchObject({ cause: "not-castable", side: "receiver", because });
  });

  it("two totals are a gap and nothing to call", () => {
    const pooled = [at("west", "plant", { kind: "pooled" }), at("east", "works", { kind: "pooled" })];
    expect(whyNot({ enterprises: pooled })).toMatchObject({
      cause: "not-castable",
      because: "pooled-with-pooled",
    });
  });

  it("an unnamed firm that lists nothing is not guessed; once it lists its need it is a candidate", () => {
    const unnamed = [
      at("west", "plant", { industryCode: "4411" }),
      at("east", "works", { industryCode: "3011", kind: "anonymised" }),
    ];
    const rules = [makeRule("r1", {})];
    const found = whyNot({ enterprises: unnamed, listings: listed.slice(0, 1), rules });
    expect(found).toMatchObject({ cause: "not-castable", side: "receiver", because: "not-guessed" });
    expect(whyNot({ enterprises: unnamed, rules }).cause).toBeNull();
  });

  it("a code nobody knows", () => {
    expect(whyNot({}, "SW77")).toMatchObject({ cause: "code", because: "no-code" });
  });

  it("without listing and rule, the side that lacks them is named, and its listing mends it", () => {
    const [offered, wanted] = listed;
    expect(whyNot({ listings: [] })).toMatchObject({ cause: "rule", side: "supplier" });
    expect(whyNot({ listings: offered ? [offered] : [] })).toMatchObject({ cause: "rule", side: "receiver" });
    expect(whyNot({ listings: wanted ? [wanted] : [] })).toMatchObject({ cause: "rule", side: "supplier" });
  });

  it("a rule that the receiver's process contradicts, and a thing of another name under one wide code", () => {
    const grinding = at("east", "works", { industryCode: "3011", nameZh: "某水泥粉磨站" });
    const slag = makeRule("r1", {
      wasteZh: "电石渣",
      resourceCodes: ["SW16"],
      sourceIndustryCodes: ["2611"],
      targetIndustryCodes: ["3011"],
    });
    const found = whyNot(
      {
        enterprises: [at("west", "plant", { industryCode: "2611" }), grinding],
        listings: [offer("plant", "SW16", { resourceZh: "电石渣" })],
        rules: [slag],
      },
      "SW16",
    );
    expect(found).toMatchObject({ cause: "process", because: "fit" });
    const other = whyNot({
      listings: [
        offer("plant", "SW02", { resourceZh: "粉煤灰" }),
        need("works", "SW02", { resourceZh: "炉渣" }),
      ],
    });
    expect(other).toMatchObject({ cause: "process", because: "fit" });
  });

  it("a supply that is used up, which stays the cause as long as it is closed", () => {
    const closed = (status: "utilised" | "operating") =>
      whyNot({
        listings: [
          offer("plant", "SW02", { resourceZh: "粉煤灰", status }),
          need("works", "SW02", { resourceZh: "粉煤灰" }),
        ],
      });
    expect(closed("utilised")).toMatchObject({ cause: "served", side: "supplier" });
    expect(closed("operating").cause).toBeNull();
  });

  it("a way too long, and the same pair nearer by", () => {
    const far = [at("west", "plant", { industryCode: "4411" }), at("far", "works", { industryCode: "3011" })];
    expect(whyNot({ enterprises: far })).toMatchObject({
      cause: "reach",
      gate: { id: "haul-reach", verdict: "fail" },
    });
  });

  it("hot water for a need of steam", () => {
    const heat = [
      offer("plant", "EN20", { resourceZh: "热水" }),
      need("works", "EN10", { resourceZh: "蒸汽" }),
    ];
    const near = [at("west", "plant"), at("near", "works", { industryCode: "3011" })];
    const rules = [
      makeRule("r1", {
        wasteZh: "余热",
        resourceCodes: ["EN20"],
        sourceIndustryCodes: ["4411"],
        targetIndustryCodes: ["3011"],
        hazardous: null,
      }),
    ];
    const found = whyNot({ enterprises: near, listings: heat, rules }, "EN20");
    expect(found).toMatchObject({ cause: "grade", gate: { id: "grade", verdict: "fail" } });
  });

  it("twenty-five nearer needs fill the list of an offer and of a need that has better offers; they are named", () => {
    const names = Array.from({ length: 25 }, (_, index) => `n${String(index).padStart(2, "0")}`);
    const enterprises = [
      ...ends,
      ...names.flatMap((name) => [at("near", name, { industryCode: "3011" }), at("near", `o${name}`)]),
    ];
    const listings = [
      ...listed,
      ...names.flatMap((name) => [
        need(name, "SW02", { resourceZh: "粉煤灰", tonnes: 100_000 }),
        offer(`o${name}`, "SW02", { resourceZh: "粉煤灰", tonnes: 400_000, id: `zz-${name}` }),
      ]),
    ];
    const found = whyNot({ enterprises, listings });
    expect(found.cause).toBe("outranked");
    expect(found.rivals.length).toBeGreaterThan(20);
  });
});

describe("the records behind a cause", () => {
  it("have names in both languages, and a thing to open: an enterprise, or the resource of a rule", () => {
    const list = openCandidateList(seeds, asOf);
    const kinds = new Set<string>();
    for (const { supplierId, receiverId, resourceCode: code } of seeds.exchanges.slice(0, 60))
      for (const record of list.whyNot({ supplierId, receiverId, code }).records) {
        kinds.add(record.kind);
        expect(record.nameZh).not.toContain(record.id);
        expect(record.nameEn).not.toBe("");
        expect(record.enterpriseId ?? record.resourceCode).not.toBeNull();
      }
    expect([...kinds].sort()).toEqual(["enterprise", "exchange", "listing", "rule"]);
  });
});
