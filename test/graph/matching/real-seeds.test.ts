import { describe, expect, it } from "vitest";
import {
  Candidate as CandidateSchema,
  type Candidate,
  type CandidateEnd,
} from "#graph/schema/answers/candidate.ts";
import { overlapGroups } from "#graph/matching/ends/parties.ts";
import { createMatcher } from "#graph/matching/matcher.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const network = readSeedNetwork();
const asOf = "2026-11-24";
const candidates = allCandidates(network, { asOf });
const open = candidates.filter(({ blocked }) => !blocked);
const endsOf = ({
  supplier,
  receiver,
}: Pick<Candidate, "supplier" | "receiver">): readonly CandidateEnd[] => [supplier, receiver];
const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
const idsOf = (list: readonly Candidate[]) => list.map(({ id }) => id);
const between = (supplierId: string, receiverId: string, code: string) =>
  candidates.find(
    ({ supplier, receiver, resourceCode }) =>
      supplier.enterpriseId === supplierId && receiver.enterpriseId === receiverId && resourceCode === code,
  );

describe("candidates of the real seeds", () => {
  it("are documented and inferred ones, in all three layers", () => {
    expect(new Set(open.map(({ layer }) => layer))).toEqual(new Set(["material", "energy", "water"]));
    expect(new Set(open.map(({ basis }) => basis))).toEqual(
      new Set(["offer-need", "offer-industry", "industry-need", "industry-industry"]),
    );
  });

  it("fit the schema, each with an id of its own", () => {
    for (const candidate of candidates) expect(CandidateSchema.safeParse(candidate).error).toBeUndefined();
    expect(new Set(idsOf(candidates)).size).toBe(candidates.length);
  });

  it("are sorted: open before blocked, known places before those that may be one, better before worse", () => {
    const rank = ({ blocked, placement, score }: Candidate) =>
      (blocked ? 0 : 2) + (placement === "same-city-parks-open" ? 0 : 1) + score;
    const ranks = candidates.map(rank);
    expect(ranks.toSorted((left, right) => right - left)).toEqual(ranks);
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
    expect(allCandidates(shuffled, { asOf })).toEqual(candidates);
  });

  it("never join one company or one enterprise with itself, and between parks never one ground", () => {
    const groundOf = overlapGroups(network);
    const ground = ({ placeId }: CandidateEnd) =>
      placeId.startsWith("park:") ? groundOf(placeId.slice(5)) : null;
    const companyOf = ({ enterpriseId }: CandidateEnd) => enterpriseById.get(enterpriseId)?.companyZh ?? null;
    const joined = candidates.filter(
      ({ supplier, receiver, placement }) =>
        supplier.enterpriseId === receiver.enterpriseId ||
        (placement === "same-park") !==
          (ground(supplier) !== null && ground(supplier) === ground(receiver)) ||
        (companyOf(supplier) !== null && companyOf(supplier) === companyOf(receiver)),
    );
    expect(idsOf(joined)).toEqual([]);
  });

  it("keep both ends inside the two provinces, and totals of a whole province out", () => {
    const ends = candidates.flatMap(endsOf);
    expect(new Set(ends.map(({ provinceCode }) => provinceCode))).toEqual(new Set(["37", "32"]));
    expect(ends.filter(({ kind, cityCode }) => kind === "pooled" && cityCode === null)).toEqual([]);
  });

  it("never pass what is not known: a class, a hazard, a licence", () => {
    const passing = (id: string, list: readonly Candidate[]) =>
      idsOf(list.filter(({ gates }) => gates.some((gate) => gate.id === id && gate.verdict === "pass")));
    const doubtful = candidates.filter(({ match }) => match === "class-unknown");
    const hazardous = candidates.filter(({ resourceCode }) => resourceCode.startsWith("HW"));
    expect(passing("waste-identification", doubtful)).toEqual([]);
    expect(passing("hazardous-licence", hazardous)).toEqual([]);
    const guessed = candidates.filter(({ supplier }) => supplier.listingId === null);
    expect(guessed.length).toBeGreaterThan(50);
    expect(passing("waste-identification", guessed)).toEqual([]);
    for (const { gates } of candidates) {
      const ids = gates.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id !== "grade")).toHaveLength(4);
    }
  });

  it("have a grade gate only where somebody states something, and no tax clause for a technical limit", () => {
    const graded = candidates.flatMap(({ gates }) => gates.filter(({ id }) => id === "grade"));
    expect(graded.length).toBeGreaterThan(0);
    expect(graded.length).toBeLessThan(candidates.length / 2);
    for (const { reasonZh } of graded) expect(reasonZh).not.toMatch(/原料\d+%以上|燃料\d+%以上/);
    for (const { technicalLimitZh } of network.rules)
      expect(technicalLimitZh ?? "").not.toMatch(/(?:原料|燃料)\d+%以上/);
  });

  it("across the border pass only where nobody has to grant anything; hazardous waste never does", () => {
    const crossing = candidates.filter(
      ({ supplier, receiver }) => supplier.provinceCode !== receiver.provinceCode,
    );
    const gateOf = ({ gates }: Candidate) => gates.find(({ id }) => id === "cross-province-permission");
    const asks = (candidate: Candidate) =>
      !["none", "information-in-advance"].includes(gateOf(candidate)?.legal?.permission ?? "");
    expect(idsOf(crossing.filter((each) => gateOf(each)?.verdict === "pass" && asks(each)))).toEqual([]);
    const hazardous = crossing.filter(({ resourceCode }) => resourceCode.startsWith("HW"));
    expect(idsOf(hazardous.filter((each) => gateOf(each)?.verdict === "pass"))).toEqual([]);
  });
});

describe("nonsense that must not come back", () => {
  const offending = (list: readonly Candidate[], isNonsense: (candidate: Candidate) => boolean) =>
    list.filter(isNonsense).map(({ reasonZh }) => reasonZh);
  const receives = ({ receiver }: Candidate, industry: string) =>
    receiver.industryCode?.startsWith(industry) === true;

  it("no cement works is offered water, no treatment firm is guessed to use goods, energy or water", () => {
    expect(offending(open, (each) => receives(each, "301") && each.resourceCode.startsWith("WA"))).toEqual(
      [],
    );
    expect(
      offending(
        open,
        (each) => each.inferred && receives(each, "77") && /^(?:MA|EN|WA)/.test(each.resourceCode),
      ),
    ).toEqual([]);
  });

  it("household waste meets only those who say that they take it, and nobody farther than a truck goes", () => {
    const household = open.filter(({ resourceCode }) => resourceCode === "SW64");
    const leastKm = ({ distance }: Candidate) =>
      ((distance.greatCircleKm ?? 0) - (distance.errorKm ?? 0)) * 1.3;
    expect(offending(household, (each) => each.inferred || leastKm(each) > 80)).toEqual([]);
  });

  it("a kiln that burns waste is not offered ash because its name for it holds the word cement", () => {
    const coProcessing = (each: Candidate) => each.receiver.resourceZh?.includes("协同处置") === true;
    expect(offending(open, (each) => coProcessing(each) && each.match === "rule")).toEqual([]);
  });

  it("a straw-fired plant is not offered gangue or sludge in place of its straw", () => {
    const straw = (each: Candidate) => /棉秆|秸秆/.test(each.receiver.resourceZh ?? "");
    expect(offending(open, (each) => straw(each) && /^SW(?:04|90)$/.test(each.resourceCode))).toEqual([]);
  });

  it("no gas turbine, nuclear or waste-to-energy plant is taken for a source of coal ash", () => {
    const ash = candidates.filter(
      ({ basis, resourceCode }) => basis === "industry-need" && resourceCode === "SW02",
    );
    expect(offending(ash, ({ supplier }) => /燃机|燃气|核电|垃圾|生物质|秸秆/.test(supplier.nameZh))).toEqual(
      [],
    );
  });

  it("no inorganic hazardous waste goes to an incinerator", () => {
    const mineral = open.filter(({ resourceCode }) => /^HW(?:17|18|22|33|34)$/.test(resourceCode));
    expect(offending(mineral, ({ receiver }) => receiver.resourceZh?.includes("(焚烧)") === true)).toEqual(
      [],
    );
  });

  it("no guess rests on a total, an unnamed firm or a closed plant", () => {
    const closed = ["sd-jn-jigang", "sd-qd-steel"];
    const guessed = candidates.flatMap(endsOf).filter(({ listingId }) => listingId === null);
    expect(
      guessed.filter(({ kind, enterpriseId }) => kind !== "plant" || closed.includes(enterpriseId)),
    ).toEqual([]);
  });
});

describe("hazardous waste", () => {
  const hazardous = open.filter(({ resourceCode }) => /^(?:HW|\d)/.test(resourceCode));

  it("is no candidate by its family alone: the supplier names a class, the receiver a class or a treatment", () => {
    expect(hazardous.length).toBeGreaterThan(0);
    expect(hazardous.filter(({ resourceCode }) => resourceCode === "HW").map(({ id }) => id)).toEqual([]);
    const vague = hazardous.filter(
      ({ match, receiver }) =>
        match === "class-unknown" && !/焚烧|填埋|物化|水泥窑|HW\d/.test(receiver.resourceZh ?? ""),
    );
    expect(vague.map(({ id }) => id)).toEqual([]);
  });

  it("of a city total, or from another province, never goes to a collection point", () => {
    const collects = ({ receiver }: Candidate) => /小微|收集/.test(receiver.resourceZh ?? "");
    const far = ({ supplier, receiver }: Candidate) =>
      supplier.kind === "pooled" || supplier.provinceCode !== receiver.provinceCode;
    expect(hazardous.filter((each) => collects(each) && far(each)).map(({ id }) => id)).toEqual([]);
  });

  it("goes to a specialised receiver only where it is of its kind", () => {
    const takes = (kind: RegExp) => hazardous.filter(({ receiver }) => kind.test(receiver.resourceZh ?? ""));
    const others = (kind: RegExp, fits: RegExp) =>
      takes(kind).filter(
        ({ supplier, resourceCode }) => !fits.test(`${supplier.resourceZh ?? ""} ${resourceCode}`),
      );
    expect(others(/贵金属/, /贵金属|HW16/)).toEqual([]);
    expect(others(/蓄电池/, /电池|HW31/)).toEqual([]);
    expect(others(/电子废弃物/, /电子|电路/)).toEqual([]);
    expect(others(/油泥/, /油泥|浮渣/)).toEqual([]);
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
    expect(candidate?.unknowns.map(({ en }) => en).join()).toContain(
      "a capacity is recorded, an upper bound",
    );
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

  it("declared waste over the border is information in advance where it is used; a guess leaves the class open", () => {
    const solid = candidates.filter(({ resourceCode }) => resourceCode.startsWith("SW"));
    const classOf = ({ gates }: Candidate) =>
      gates.find(({ id }) => id === "cross-province-permission")?.legal?.permission;
    const crossing = solid.filter(
      ({ supplier, receiver }) => supplier.provinceCode !== receiver.provinceCode,
    );
    expect(crossing.map(classOf)).toContain("information-in-advance");
    const guessed = solid.filter(({ supplier }) => supplier.listingId === null);
    expect(guessed.length).toBeGreaterThan(20);
    expect(new Set(guessed.map(classOf))).toEqual(new Set(["undetermined"]));
  });
});

describe("the search with its bounds", () => {
  it("finds what looking at every pair finds", () => {
    const most = 5000;
    const everything = {
      listed: most,
      inferred: most,
      hypothesis: most,
      doubtful: most,
      samePark: most,
      parksOpen: most,
      blocked: most,
    };
    const all = allCandidates(network, { asOf, keep: everything, limit: 1_000_000 });
    const known = new Set(idsOf(all));
    for (const id of idsOf(candidates)) expect(known).toContain(id);
    const kept = new Set(idsOf(candidates));
    const listingIds = new Set(all.flatMap(endsOf).flatMap(({ listingId }) => listingId ?? []));
    const kindOf = ({ basis, match, placement, list }: Candidate) => {
      if (basis === "industry-industry" || match === "practice") return "hypothesis";
      if (placement !== "apart") return list;
      return match === "class-unknown" ? "doubtful" : basis === "offer-need" ? "listed" : "inferred";
    };
    const size = { listed: 20, inferred: 8, hypothesis: 4, doubtful: 5 } as const;
    for (const listingId of listingIds)
      for (const kind of ["listed", "inferred", "hypothesis", "doubtful"] as const) {
        const best = all
          .filter((candidate) => !candidate.blocked && kindOf(candidate) === kind)
          .filter((candidate) => endsOf(candidate).some((end) => end.listingId === listingId))
          .slice(0, size[kind]);
        for (const { id } of best) expect(kept).toContain(id);
      }
  });

  it("answers for one place what the whole list holds for it, and a little more", () => {
    const place = "park:sd-lubei";
    const here = createMatcher(network, { asOf }).forPlaces([place]);
    const inList = candidates.filter((each) => endsOf(each).some(({ placeId }) => placeId === place));
    expect(inList.length).toBeGreaterThan(0);
    for (const candidate of here) expect(endsOf(candidate).map(({ placeId }) => placeId)).toContain(place);
    expect(here.filter(({ blocked }) => !blocked).length).toBeGreaterThan(0);
  });
});
