import { describe, expect, it } from "vitest";
import { Candidate as CandidateSchema, type Candidate, type CandidateEnd } from "#graph/schema/candidate.ts";
import { groundsOf } from "#graph/matching/actors.ts";
import { findCandidates } from "#graph/matching/find-candidates.ts";
import { createMatcher } from "#graph/matching/matcher.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const network = readSeedNetwork();
const asOf = "2026-11-24";
const candidates = findCandidates(network, { asOf });
const open = candidates.filter(({ blocked }) => !blocked);
const endsOf = ({ supplier, receiver }: Candidate): readonly CandidateEnd[] => [supplier, receiver];
const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
const idsOf = (list: readonly Candidate[]) => list.map(({ id }) => id);
const between = (supplierId: string, receiverId: string, code: string) =>
  candidates.find(
    ({ supplier, receiver, resourceCode }) =>
      supplier.enterpriseId === supplierId && receiver.enterpriseId === receiverId && resourceCode === code,
  );

describe("candidates of the real seeds", () => {
  it("number in the hundreds, documented and inferred ones, in all three layers", () => {
    expect(open.length).toBeGreaterThan(500);
    expect(candidates.length).toBeLessThan(3000);
    expect(new Set(open.map(({ layer }) => layer))).toEqual(new Set(["material", "energy", "water"]));
    expect(new Set(open.map(({ basis }) => basis))).toEqual(
      new Set(["offer-need", "offer-industry", "industry-need"]),
    );
  });

  it("fit the schema, each with an id of its own", () => {
    for (const candidate of candidates) expect(CandidateSchema.safeParse(candidate).error).toBeUndefined();
    expect(new Set(idsOf(candidates)).size).toBe(candidates.length);
  });

  it("are sorted: open before blocked, better before worse", () => {
    for (const [index, candidate] of candidates.entries()) {
      const next = candidates[index + 1];
      if (next === undefined) continue;
      expect(Number(candidate.blocked)).toBeLessThanOrEqual(Number(next.blocked));
      if (candidate.blocked === next.blocked) expect(candidate.score).toBeGreaterThanOrEqual(next.score);
    }
  });

  it("do not depend on the order of the records", () => {
    const shuffled = {
      ...network,
      parks: network.parks.toReversed(),
      enterprises: network.enterprises.toReversed(),
      exchanges: network.exchanges.toReversed(),
      listings: network.listings.toReversed(),
      rules: network.rules.toReversed(),
      resources: network.resources.toReversed(),
    };
    expect(findCandidates(shuffled, { asOf })).toEqual(candidates);
  });

  it("never join one place, one ground, one company or one enterprise with itself", () => {
    const groundOf = groundsOf(network);
    const ground = ({ placeId }: CandidateEnd) =>
      placeId.startsWith("park:") ? groundOf(placeId.slice(5)) : placeId;
    for (const { supplier, receiver } of candidates) {
      expect(ground(supplier)).not.toBe(ground(receiver));
      const [from, to] = [supplier, receiver].map(({ enterpriseId }) => enterpriseById.get(enterpriseId));
      expect(from).not.toBe(to);
      if (from?.companyZh) expect(from.companyZh).not.toBe(to?.companyZh);
    }
  });

  it("keep both ends inside the two provinces, and totals of a whole province out", () => {
    for (const end of candidates.flatMap(endsOf)) {
      expect(["37", "32"]).toContain(end.provinceCode);
      if (end.kind === "pooled") expect(end.cityCode).not.toBeNull();
    }
  });

  it("mark every pooled and unnamed end in both sentences", () => {
    for (const candidate of candidates)
      for (const { kind } of endsOf(candidate)) {
        if (kind === "pooled") {
          expect(candidate.reasonZh).toContain("非单个企业");
          expect(candidate.reasonEn).toContain("not one firm");
        }
        if (kind === "anonymised") expect(candidate.reasonZh).toContain("未具名");
      }
  });

  it("speak one whole sentence in each language, without gaps", () => {
    for (const { reasonZh, reasonEn } of candidates) {
      expect(reasonZh).toMatch(/^.{20,}。$/u);
      expect(reasonEn).toMatch(/^.{20,}\.$/u);
      for (const text of [reasonZh, reasonEn])
        expect(text).not.toMatch(/undefined|null|NaN|\[object|（）|\(\)/);
    }
  });

  it("never pass what is not known: a class, a hazard, a licence, a grade", () => {
    for (const { gates, match, resourceCode } of candidates) {
      const verdict = new Map(gates.map((gate) => [gate.id, gate.verdict]));
      expect(verdict.size).toBe(5);
      expect(verdict.get("grade")).not.toBe("pass");
      if (match === "class-unknown") expect(verdict.get("waste-identification")).toBe("unknown");
      if (resourceCode.startsWith("HW")) expect(verdict.get("hazardous-licence")).toBe("unknown");
    }
  });

  it("across the border say exactly one permission class wherever the law is named", () => {
    const crossing = candidates.filter(
      ({ supplier, receiver }) => supplier.provinceCode !== receiver.provinceCode,
    );
    expect(crossing.length).toBeGreaterThan(100);
    for (const { gates, resourceCode } of crossing) {
      const gate = gates.find(({ id }) => id === "cross-province-permission");
      if (gate?.verdict === "pass")
        expect(["none", "information-in-advance"]).toContain(gate.legal?.permission);
      if (resourceCode.startsWith("HW")) expect(gate?.legal?.article).toBe("§536");
    }
  });

  it("say in the unknowns where a distance rests on a city seat", () => {
    for (const candidate of candidates)
      for (const end of endsOf(candidate))
        if (!end.parkKnown)
          expect(candidate.unknowns.map(({ zh }) => zh).join()).toMatch(/所在园区|所在城市和园区/);
  });
});

describe("nonsense that must not come back", () => {
  const receivers = (condition: (code: string) => boolean) =>
    open.filter(({ receiver }) => condition(receiver.industryCode ?? ""));

  it("no cement works is offered water, no treatment firm goods, energy or water", () => {
    for (const { resourceCode } of receivers((code) => code.startsWith("301")))
      expect(resourceCode).not.toMatch(/^WA/);
    for (const { resourceCode, basis } of receivers((code) => code.startsWith("77")))
      if (basis !== "offer-need") expect(resourceCode).not.toMatch(/^(?:MA|EN|WA)/);
  });

  it("household waste meets only those who say that they take it, and nobody farther than a truck goes", () => {
    for (const { resourceCode, basis, distance } of open)
      if (resourceCode === "SW64") {
        expect(basis).toBe("offer-need");
        const leastKm = ((distance.greatCircleKm ?? 0) - (distance.errorKm ?? 0)) * 1.3;
        expect(leastKm).toBeLessThanOrEqual(80);
      }
  });

  it("no gas turbine, nuclear or waste-to-energy plant is taken for a source of coal ash", () => {
    for (const { supplier, resourceCode, basis } of candidates)
      if (basis === "industry-need" && resourceCode === "SW02")
        expect(supplier.nameZh).not.toMatch(/燃机|燃气|核电|垃圾|生物质|秸秆/);
  });

  it("no inorganic hazardous waste goes to an incinerator", () => {
    for (const { resourceCode, receiver } of open)
      if (/^HW(?:17|18|22|33|34)$/.test(resourceCode))
        expect(receiver.resourceZh ?? "").not.toMatch(/\(焚烧\)/);
  });

  it("no guess rests on a total, an unnamed firm or a closed plant", () => {
    const closed = new Set(["sd-jn-jigang", "sd-qd-steel"]);
    for (const candidate of candidates)
      for (const { listingId, kind, enterpriseId } of endsOf(candidate))
        if (listingId === null) {
          expect(kind).toBe("plant");
          expect(closed).not.toContain(enterpriseId);
        }
  });
});

describe("candidates somebody who knows the region expects", () => {
  it("ash of Zouxian power plant to the fine-ash mill at Xintai, with cover and capacity mark", () => {
    const candidate = between("sd-jn-zouxian", "sd-ta-huajie", "SW02");
    expect(candidate).toMatchObject({
      basis: "offer-need",
      match: "same-code",
      coverablePerYear: 900_000,
      blocked: false,
    });
    expect(candidate?.unknowns.map(({ en }) => en).join()).toContain("a capacity, an upper bound");
  });

  it("spent alkylation acid of the refineries around Dongying to the Lubei acid plant, licence unknown", () => {
    const candidate = between("sd-dy-lihuayi", "sd-lubei-acid-cement", "HW34");
    expect(candidate).toMatchObject({ basis: "industry-need", rule: { id: "R021" } });
    const licence = candidate?.gates.find(({ id }) => id === "hazardous-licence");
    expect(licence?.verdict).toBe("unknown");
    expect(licence?.reasonZh).toContain("公开记录");
  });

  it("red mud of the Zibo refinery to the road-material firm at Jinan, as a heap", () => {
    const candidate = between("sd-zb-chalco", "sd-haiyi", "SW09");
    expect(candidate?.basis).toBe("offer-need");
    expect(candidate?.coverablePerYear).toBeNull();
    expect(candidate?.unknowns.map(({ zh }) => zh).join()).toContain("只知堆存");
  });

  it("heat of Haiyang nuclear plant to Rushan is known as an exchange that exists", () => {
    expect(between("sd-yt-haiyang-npp", "sd-wh-rushan-heat", "EN20")?.existingExchangeId).toBe("X080");
  });

  it("fly ash over the border is use of ordinary waste: information in advance", () => {
    const candidate = candidates.find(
      ({ resourceCode, supplier, receiver, blocked }) =>
        resourceCode === "SW02" &&
        !blocked &&
        supplier.provinceCode === "32" &&
        receiver.provinceCode === "37",
    );
    const gate = candidate?.gates.find(({ id }) => id === "cross-province-permission");
    expect(gate).toMatchObject({ verdict: "pass", legal: { permission: "information-in-advance" } });
  });
});

describe("the search with its bounds", () => {
  it("finds what looking at every pair finds", () => {
    const everything = { listed: 5000, inferred: 5000, doubtful: 5000, blocked: 5000 };
    const all = findCandidates(network, { asOf, keep: everything, limit: 1_000_000 });
    const known = new Set(idsOf(all));
    for (const id of idsOf(candidates)) expect(known).toContain(id);
    const kept = new Set(idsOf(candidates));
    const listingIds = new Set(all.flatMap(endsOf).flatMap(({ listingId }) => listingId ?? []));
    const kindOf = ({ basis, match }: Candidate) =>
      match === "class-unknown" ? "doubtful" : basis === "offer-need" ? "listed" : "inferred";
    const size = { listed: 20, inferred: 8, doubtful: 5 } as const;
    for (const listingId of listingIds)
      for (const kind of ["listed", "inferred", "doubtful"] as const) {
        const best = all
          .filter((candidate) => !candidate.blocked && kindOf(candidate) === kind)
          .filter((candidate) => endsOf(candidate).some((end) => end.listingId === listingId))
          .slice(0, size[kind]);
        for (const { id } of best) expect(kept).toContain(id);
      }
  });

  it("answers for one place what the whole list holds for it, and a little more", () => {
    const place = "park:sd-lubei";
    const here = createMatcher(network, { asOf }).forPlace(place);
    const inList = candidates.filter((each) => endsOf(each).some(({ placeId }) => placeId === place));
    expect(inList.length).toBeGreaterThan(5);
    for (const candidate of here) expect(endsOf(candidate).map(({ placeId }) => placeId)).toContain(place);
    expect(here.filter(({ blocked }) => !blocked).length).toBeGreaterThan(5);
  });
});
