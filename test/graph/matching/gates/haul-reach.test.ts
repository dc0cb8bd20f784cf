import { describe, expect, it } from "vitest";
import { priceBookOf } from "#graph/matching/knowledge/price-book.ts";
import { reachesUnder } from "#graph/matching/knowledge/reach.ts";
import { inferredEnd, listedEnd, type End } from "#graph/matching/ends/end.ts";
import { listParties, type Party } from "#graph/matching/ends/parties.ts";
import { judgeHaul } from "#graph/matching/gates/haul-reach.ts";
import type { GateLink } from "#graph/matching/gates/gate.ts";
import { qualityValuesIn } from "#graph/matching/gates/quality-values.ts";
import { saturationCelsius, steamReachKm } from "#graph/matching/gates/steam-reach.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { shippedPrices } from "#test/fixtures/shipped-prices.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";

const book = priceBookOf(shippedPrices);
const { of: reachOf } = reachesUnder(book);

interface Side {
  readonly firm?: Partial<Enterprise>;
  readonly listing?: Partial<Listing>;
}

/** Two plants on one parallel, `km` apart, each known to `errorKm`. */
function linkOver(
  km: number,
  code: string,
  [from = {}, to = {}]: readonly Side[] = [],
  errorKm = 1,
): GateLink {
  const point = { lat: 36.5, coordErrorKm: errorKm };
  const lonAt = (distanceKm: number) => 117 + distanceKm / (111.195 * Math.cos((36.5 * Math.PI) / 180));
  const network = networkOf({
    enterprises: [
      makeEnterprise("from", { lon: 117, ...point, ...from.firm }),
      makeEnterprise("to", { lon: lonAt(km), ...point, ...to.firm }),
    ],
  });
  const parties = listParties(network).partyById;
  const end = (party: Party | undefined, listing: Listing): End => {
    if (party === undefined) throw new Error("a party is missing");
    return listedEnd(0, listing, party, 2026);
  };
  return {
    supplier: end(parties.get("from"), offer("from", code, from.listing)),
    receiver: end(parties.get("to"), need("to", code, to.listing)),
    code,
    match: "same-code",
    ruleCase: null,
  };
}

const verdictAt = (...args: Parameters<typeof linkOver>) => judgeHaul(linkOver(...args)).verdict;

describe("a bulk solid", () => {
  it("has a limit of its own: ash, gypsum, slag, sludge, red mud, carbide slag and tailings differ", () => {
    const limits = ["SW02", "SW06", "SW03", "SW90", "SW05"].map((code) => reachOf(code).hardKm);
    expect(new Set(limits).size).toBeGreaterThanOrEqual(4);
    expect(Math.max(...limits)).toBeLessThanOrEqual(155);
    expect(reachOf("SW16", ["carbide-slag"]).hardKm).toBeGreaterThan(reachOf("SW16", ["lime-mud"]).hardKm);
    expect(reachOf("SW01", ["granulated-slag"]).hardKm).toBeGreaterThan(
      reachOf("SW01", ["steel-slag"]).hardKm,
    );
  });

  it("never goes farther than cement itself is said to pay by road", () => {
    for (const code of "SW01 SW02 SW03 SW04 SW05 SW06 SW07 SW09 SW10 SW11 SW15 SW16 SW90".split(" ")) {
      expect(reachOf(code).widestKm).toBeLessThanOrEqual(320);
      const { low, best, high } = book.find("worth", { code }) ?? { low: 0, best: 0, high: 0 };
      expect([low, best, high]).toEqual([low, best, high].toSorted((left, right) => left - right));
    }
  });

  it("fails far beyond its limit, is unknown near it and passes well within", () => {
    expect(verdictAt(200, "SW02")).toBe("fail");
    expect(verdictAt(118, "SW02")).toBe("unknown");
    expect(verdictAt(60, "SW02")).toBe("pass");
  });

  it("goes by ship only where both ends are on record with a wharf, not where a name holds a harbour", () => {
    const wharf = { firm: { noteZh: "自有码头一座" } };
    const name = { firm: { areaZh: "运河经济开发区", nameZh: "临港热电" } };
    expect(verdictAt(250, "SW02", [wharf, wharf])).toBe("pass");
    expect(verdictAt(250, "SW02", [wharf])).toBe("fail");
    expect(verdictAt(250, "SW02", [name, name])).toBe("fail");
  });

  it("goes farther by a stated premium, by what it pays of the freight", () => {
    const paid = { listing: { qualityZh: "到厂价外另给运费补贴42元/吨" } };
    expect(verdictAt(150, "SW02")).toBe("fail");
    expect(verdictAt(150, "SW02", [{}, paid])).toBe("pass");
    const { limit } = judgeHaul(linkOver(150, "SW02", [{}, paid])).facts;
    expect(limit).toMatchObject({ by: "premium", premiumYuan: 42, hardKm: 255 });
  });
});

describe("a pipe", () => {
  it("is not open over a longer route than its limit, however uncertain the points are", () => {
    for (const errorKm of [1, 10, 30, 60]) {
      for (const km of [19.3, 25, 40]) expect(verdictAt(km, "EN10", [], errorKm)).toBe("fail");
      for (const km of [31, 45, 80]) expect(verdictAt(km, "WA10", [], errorKm)).toBe("fail");
    }
  });

  it("is unknown where the points leave it open", () => {
    expect(verdictAt(25, "WA10", [], 15)).toBe("unknown");
    expect(verdictAt(5, "WA10")).toBe("pass");
  });
});

describe("hot water", () => {
  it("goes far only in the amounts that long lines are built for", () => {
    const great = { listing: { quantityNoteZh: "供热面积4500万m2" } };
    const modest = { listing: { quantityNoteZh: "供热5510000 m2" } };
    expect(verdictAt(80, "EN20")).toBe("fail");
    expect(verdictAt(80, "EN20", [modest])).toBe("fail");
    expect(verdictAt(80, "EN20", [great])).toBe("unknown");
    expect(verdictAt(120, "EN20", [great])).toBe("fail");
    expect(verdictAt(30, "EN20")).toBe("unknown");
    expect(verdictAt(12, "EN20")).toBe("pass");
  });
});

describe("steam of known flow, temperature and pressure", () => {
  // Background on matching, §3: 250 °C in a DN500 pipe loses 2.8 °C a km at 100 t/h, 5.5 at 50 and 13.8 at 20 t/h.
  it.each([
    [100, 2.8],
    [50, 5.5],
    [20, 13.8],
  ])("cools at %d t/h by %f °C a km", (tonnesPerHour, kelvinPerKm) => {
    const reachKm = steamReachKm(
      { temperature: 250, pressure: 100 },
      { temperature: 220, pressure: 0.1 },
      tonnesPerHour,
    );
    expect(30 / reachKm).toBeCloseTo(kelvinPerKm, 0);
  });

  it("condenses at the steam tables' temperatures", () => {
    // IAPWS: 99.97 °C at 0.101325 MPa, 151.8 °C at 0.5, 179.9 °C at 1.0, 212.4 °C at 2.0.
    for (const [pressure, celsius] of [
      [0.101325, 99.97],
      [0.5, 151.8],
      [1, 179.9],
      [2, 212.4],
    ] as const)
      expect(Math.abs(saturationCelsius(pressure) - celsius)).toBeLessThan(3.5);
  });

  it("settles what the default screen leaves open, both ways", () => {
    const source = (tonnesPerHour: number) => ({
      listing: {
        qualityZh: "过热蒸汽，250℃，1.6MPa",
        quantity: makeQuantity(tonnesPerHour, "t/h", "reported", "energy"),
      },
    });
    const sink = { listing: { qualityZh: "温度190℃，压力0.8MPa" } };
    expect(verdictAt(9, "EN10")).toBe("unknown");
    expect(verdictAt(9, "EN10", [source(100), sink])).toBe("pass");
    expect(verdictAt(9, "EN10", [source(10), sink])).toBe("fail");
  });
});

describe("figures in quality texts", () => {
  it.each([
    ["含水率≤60%", "moisture", -Infinity, 60],
    ["水分不超过 10%", "moisture", -Infinity, 10],
    ["SO3≥42%", "SO3", 42, Infinity],
    ["烧失量<=8%", "loss-on-ignition", -Infinity, 8],
    ["45 um 筛余<=12%(I级)", "sieve-residue", -Infinity, 12],
    ["含铁>70%", "iron", 70, Infinity],
    ["纯度99%以上", "purity", 99, Infinity],
    ["热值 2000-2500 kcal/kg", "calorific-value", 8373.6, 10467],
    ["压碎值<=26%, 磨耗值<=30%", "abrasion", -Infinity, 30],
    ["蒸汽250℃", "temperature", 250, 250],
    ["1.6MPa", "pressure", 1.6, 1.6],
    ["压力 16 bar", "pressure", 1.6, 1.6],
    ["氯离子不大于0.05%", "chloride", -Infinity, 0.05],
    ["COD 30mg/L以下", "COD", -Infinity, 30],
  ])("%s", (text, property, low, high) => {
    const found = qualityValuesIn(text).find((each) => each.property === property);
    expect(found?.low).toBeCloseTo(low, 6);
    expect(found?.high).toBeCloseTo(high, 6);
  });

  it("are not found where there are none", () => {
    for (const text of ["", "需陈化", "GB/T 19923水质", "安定性限制", "产品原料70%以上来自废渣"])
      expect(qualityValuesIn(text)).toEqual([]);
  });
});

it("an end without a point leaves the haul unknown", () => {
  const link = linkOver(10, "SW02");
  const lost = { ...inferredEnd(0, { ...link.supplier.party, point: null }, 2026) };
  expect(judgeHaul({ ...link, supplier: lost }).verdict).toBe("unknown");
});
