import { describe, expect, it } from "vitest";
import { createMatcher } from "#graph/matching/matcher.ts";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { at, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { allCandidates } from "#test/support/all-candidates.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const network = readSeedNetwork();
const matchers = ["2026-08-14", "2026-11-24"].map((asOf) => createMatcher(network, { asOf }));
const candidates = matchers.flatMap((matcher) => matcher.all().map((head) => matcher.explain(head)));
const enterpriseById = new Map(network.enterprises.map((each) => [each.id, each]));
const exchangeById = new Map(network.exchanges.map((each) => [each.id, each]));
const ruleById = new Map(network.rules.map((each) => [each.id, each]));
const gateOf = ({ gates }: Candidate, id: Candidate["gates"][number]["id"]) =>
  gates.find((gate) => gate.id === id);
const failing = ({ gates }: Candidate) => gates.filter(({ verdict }) => verdict === "fail");

/** What offends, by id with its text, so that a failure shows what to read. */
function offending(isWrong: (candidate: Candidate) => boolean, textOf: (candidate: Candidate) => string) {
  return candidates.filter(isWrong).map((candidate) => `${candidate.id}: ${textOf(candidate)}`);
}

const zhOf = ({ reasonZh }: Candidate) => reasonZh;
const enOf = ({ reasonEn }: Candidate) => reasonEn;

/** The Chinese text without the names of firms, places and things, which may hold letters. */
function withoutNames({ supplier, receiver, precedent, rule, reasonZh }: Candidate): string {
  const names = [supplier, receiver].flatMap((end) => [
    enterpriseById.get(end.enterpriseId)?.nameZh,
    end.placeNameZh,
    end.resourceZh,
  ]);
  const known = ruleById.get(rule?.id ?? "");
  const all = [
    ...names,
    precedent?.supplierZh,
    precedent?.receiverZh,
    precedent?.resourceZh,
    precedent?.placeZh,
    known?.wasteZh,
    known?.replacesZh,
  ];
  return all.reduce<string>((text, name) => (name ? text.replaceAll(name, "") : text), reasonZh);
}

describe("the slots of every candidate of the seeds", () => {
  it("make the sentence, in order", () => {
    for (const { slots, reasonZh, reasonEn } of candidates) {
      const { what, route, saving, decider, permission, precedent, firstCall } = slots;
      const said = [what, route, saving, decider, permission, precedent, firstCall].filter(
        (slot) => slot !== null,
      );
      expect(reasonZh).toBe(said.map(({ zh }) => `${zh}。`).join(""));
      expect(reasonEn).toBe(said.map(({ en }) => `${en}.`).join(" "));
    }
  });

  it("are Chinese in Chinese and English in English", () => {
    // Codes of wastes, exchanges and standards are the same in both.
    const letters = /(?!(?:HW|SW|EN|WA|MA)\d|[A-Z]{1,2}\d{3}|GB|HJ|T )[A-Za-z]+/;
    expect(
      offending(
        (candidate) =>
          letters.test(withoutNames(candidate).replaceAll(/[A-Z]{1,3}\d*|（[a-z]{2}-[a-z0-9-]+）/g, "")),
        withoutNames,
      ),
    ).toEqual([]);
    expect(offending(({ reasonEn }) => /\p{Script=Han}/u.test(reasonEn), enOf)).toEqual([]);
  });

  it("have no gap, no doubled mark and no sentence in a sentence", () => {
    const gap = /undefined|null|NaN|\[object|（）|\(\)|。。|，，|；；|：：|\.\.|,,|;;| {2}|，。|；。/;
    expect(offending(({ reasonZh, reasonEn }) => gap.test(reasonZh) || gap.test(reasonEn), zhOf)).toEqual([]);
    expect(
      offending(
        ({ slots }) => Object.values(slots).some((slot) => slot !== null && slot.zh.includes("。")),
        zhOf,
      ),
    ).toEqual([]);
  });

  it("never call hazardous waste a supply", () => {
    const hazardous = ({ resourceCode }: Candidate) => /^(?:HW|\d)/.test(resourceCode);
    expect(
      offending(
        (candidate) =>
          hazardous(candidate) &&
          (/可供|外供/.test(candidate.slots.what.zh) || / to give/.test(candidate.slots.what.en)),
        zhOf,
      ),
    ).toEqual([]);
  });

  it("mark a total and an unnamed firm where their names do not", () => {
    const kindsOf = ({ supplier, receiver }: Candidate) => [supplier.kind, receiver.kind];
    expect(
      offending(
        (candidate) =>
          kindsOf(candidate).includes("pooled") &&
          !(
            /合计|用户|管网|\d多?(?:家|座|处|项)/.test(candidate.slots.what.zh) &&
            /pooled|total|several|users|\(\w+/.test(candidate.slots.what.en)
          ),
        ({ slots }) => slots.what.zh,
      ),
    ).toEqual([]);
    expect(
      offending(
        (candidate) =>
          kindsOf(candidate).includes("anonymised") && !/未具名|遮盖/.test(candidate.slots.what.zh),
        ({ slots }) => slots.what.zh,
      ),
    ).toEqual([]);
  });
});

describe("the route", () => {
  it("gives freight only for what a truck carries: rate × road length, with its year", () => {
    for (const { resourceCode, slots } of candidates) {
      const range = /约(\d+)(?:–(\d+))?元\/吨/.exec(slots.route.zh);
      if (range === null) continue;
      expect(resourceCode).not.toMatch(/^(?:EN|WA)/);
      const km = Number(/公路(?:约|估计)(\d+)公里/.exec(slots.route.zh)?.[1]);
      const [low, high] = [Number(range[1]), Number(range[2] ?? range[1])];
      expect(Math.abs(low - Math.max(1, 0.42 * km))).toBeLessThanOrEqual(0.8);
      expect(Math.abs(high - Math.max(1, 0.49 * km))).toBeLessThanOrEqual(0.8);
      expect(slots.route.zh).toContain("2014年");
      expect(slots.route.en).toContain("of 2014");
    }
  });

  it("never names a park that is not known", () => {
    expect(offending(({ reasonZh }) => reasonZh.includes("园区未知"), zhOf)).toEqual([]);
  });
});

describe("slots and gates", () => {
  it("where a gate fails, say which and name nobody to call", () => {
    for (const candidate of candidates) {
      const [first] = failing(candidate);
      if (first === undefined) continue;
      expect(candidate.slots.firstCall).toBeNull();
      expect(candidate.slots.decider?.zh).toContain(first.reasonZh);
    }
  });

  it("never say that nothing is needed where a gate says that something is, or is not known to be", () => {
    const isFree = ({ slots }: Candidate) =>
      /不用审批|无需审批|没有转移审批/.test(slots.permission.zh) ||
      /no approval|no transfer/.test(slots.permission.en);
    const isOpen = (candidate: Candidate) =>
      gateOf(candidate, "cross-province-permission")?.verdict !== "pass" ||
      (gateOf(candidate, "waste-identification")?.verdict !== "pass" &&
        !candidate.slots.permission.zh.includes("供方确认")) ||
      ["approval", "approval-and-manifest", "filing", "undetermined"].includes(
        gateOf(candidate, "cross-province-permission")?.legal?.permission ?? "",
      );
    expect(
      offending(
        (candidate) => isFree(candidate) && isOpen(candidate),
        ({ slots }) => slots.permission.zh,
      ),
    ).toEqual([]);
  });

  it.each([
    ["2026-08-14", /须先向移出省备案/, /filed with the province of origin/],
    ["2026-08-15", /不用审批，起运前.*向两省报送信息/, /needs no approval; both provinces are informed/],
  ])("follow the law of the day: ash used over the border on %s", (asOf, zh, en) => {
    const ash = networkOf({
      enterprises: [
        at("west", "plant", { industryCode: "4411" }),
        at("south", "works", { industryCode: "3011" }),
      ],
      listings: [
        offer("plant", "SW02", { resourceZh: "粉煤灰" }),
        need("works", "SW02", { resourceZh: "粉煤灰" }),
      ],
    });
    const [candidate] = allCandidates(ash, { asOf });
    expect(candidate?.slots.permission.zh).toMatch(zh);
    expect(candidate?.slots.permission.en).toMatch(en);
  });
});

describe("the datum that decides", () => {
  it("is the first of what is open, with a way to get it", () => {
    for (const candidate of candidates) {
      const { slots, unknowns, existingExchangeId } = candidate;
      if (failing(candidate).length > 0 || existingExchangeId !== null) continue;
      if (candidate.likelyExisting !== null) continue;
      expect(slots.decider?.zh ?? "").toContain(unknowns[0]?.zh ?? "nothing open");
      expect(slots.decider?.zh).toMatch(/：.{3,}/u);
    }
  });

  it("of what may exist already is whether it does", () => {
    const likely = candidates.filter(
      ({ list, gates }) => list === "probably-existing" && gates.every(({ verdict }) => verdict !== "fail"),
    );
    expect(likely.length).toBeGreaterThan(0);
    for (const { slots, likelyExisting, existingExchangeId } of likely) {
      if (existingExchangeId !== null) continue;
      expect(slots.decider?.zh).toContain(`可能已经在做：交换 ${likelyExisting?.exchangeId}`);
      expect(slots.firstCall?.zh).toMatch(/是不是/);
    }
  });

  it("is not the same question everywhere, and the site of a plant only where the reach hangs on it", () => {
    const kinds = candidates.flatMap(
      ({ slots }) =>
        /有没有|用不用|还收不收|还有没有|许可证|是哪一类|建成没有|投产没有|哪几家|还缺不缺/.exec(
          slots.decider?.zh ?? "",
        )?.[0] ?? [],
    );
    expect(new Set(kinds).size).toBeGreaterThan(6);
    const isSite = ({ slots }: Candidate) => slots.decider?.zh.includes("的厂址") === true;
    expect(
      offending(
        (candidate) => isSite(candidate) && gateOf(candidate, "haul-reach")?.verdict !== "unknown",
        zhOf,
      ),
    ).toEqual([]);
  });

  it("asks by telephone only a plant with a name", () => {
    expect(
      offending(
        ({ slots, supplier, receiver }) =>
          slots.firstCall !== null &&
          slots.firstCall.zh.startsWith("先打给") &&
          ![supplier, receiver].some(
            ({ kind, nameZh }) => kind === "plant" && slots.firstCall?.zh.startsWith(`先打给${nameZh}`),
          ),
        ({ slots }) => slots.firstCall?.zh ?? "",
      ),
    ).toEqual([]);
  });
});

describe("the precedent", () => {
  const told = candidates.flatMap(({ precedent, ...candidate }) =>
    precedent === null ? [] : [{ ...candidate, precedent }],
  );

  it("is an exchange between companies, that runs or ran", () => {
    expect(told.length).toBeGreaterThan(300);
    for (const { precedent } of told) {
      const exchange = exchangeById.get(precedent.exchangeId);
      const companies = [exchange?.supplierId, exchange?.receiverId].map(
        (id) => enterpriseById.get(id ?? "")?.companyZh ?? id,
      );
      expect(exchange?.sameCompany).not.toBe(true);
      expect(new Set(companies).size).toBe(2);
      expect(["operating", "historic"]).toContain(exchange?.status);
    }
  });

  it("tells place, year and length, as far as they are known", () => {
    for (const { precedent, slots } of told) {
      const { placeZh, year, roadKmEstimate } = precedent;
      const km = roadKmEstimate === null ? "" : `约${Math.max(1, Math.round(roadKmEstimate))}公里`;
      const said = [placeZh, year === null ? "" : `${year}年`, km].filter(Boolean).join("，");
      expect(slots.precedent?.zh).toContain(`（${said}）`);
    }
  });

  it("is never the exchange that serves the listed need itself, nor the pair's own", () => {
    for (const { precedent, supplier, receiver } of told) {
      const exchange = exchangeById.get(precedent.exchangeId);
      if (exchange?.receiverId !== receiver.enterpriseId) continue;
      expect(receiver.listingId).toBeNull();
      expect(exchange.supplierId).not.toBe(supplier.enterpriseId);
      expect(precedent.isReceiversOwn).toBe(true);
    }
  });
});
