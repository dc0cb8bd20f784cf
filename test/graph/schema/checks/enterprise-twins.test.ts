import { describe, expect, test } from "vitest";
import { checkRecords, recordsOf } from "#graph/schema/checks/check-network.ts";
import { probableTwins } from "#graph/schema/checks/enterprise-twins.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";

const plant = (id: string, nameZh: string, over: Partial<Enterprise> = {}) =>
  makeEnterprise(id, {
    nameZh,
    parkId: null,
    provinceCode: "37",
    cityCode: "371400",
    countyCode: "371426",
    industryCode: "4411",
    companyZh: null,
    noteZh: null,
    ...over,
  });
const twins = (...enterprises: Enterprise[]) =>
  probableTwins({ enterprises, exchanges: [] }).map(({ ids }) => ids.join(" "));

describe("two plants of one trade and place are probably one", () => {
  test("where their names share a word that nobody else has", () => {
    expect(twins(plant("a", "平原金阳水泥"), plant("b", "金阳水泥有限公司"))).toEqual(["a b"]);
    expect(
      twins(plant("a", "金阳水泥"), plant("b", "金阳二线"), plant("c", "金阳矿业", { industryCode: "0610" })),
    ).toEqual([]);
  });

  test("where one has no name of its own, as it stands or as its note says", () => {
    expect(twins(plant("a", "平原电厂"), plant("b", "华能平原电厂"))).toEqual(["a b"]);
    expect(twins(plant("a", "大河电厂", { noteZh: "文中未指明电厂" }), plant("b", "华能平原电厂"))).toEqual([
      "a b",
    ]);
    expect(twins(plant("a", "大河电厂"), plant("b", "华能平原电厂"))).toEqual([]);
    // A legal form makes a name whole; a name in brackets is one.
    expect(twins(plant("a", "平原热电集团"), plant("b", "华能平原电厂"))).toEqual([]);
    expect(twins(plant("a", "平原电厂(绿色动力)"), plant("b", "华能平原电厂"))).toEqual([]);
  });

  test("whether heat is told of or not: 4411 and 4412 are one trade; others are not", () => {
    expect(twins(plant("a", "金阳电厂"), plant("b", "金阳热电", { industryCode: "4412" }))).toEqual(["a b"]);
    expect(twins(plant("a", "金阳电厂"), plant("b", "金阳水泥", { industryCode: "3011" }))).toEqual([]);
  });

  test("but not in two counties or parks, as two works of one name, units of known companies, or a total", () => {
    const first = plant("a", "金阳电厂");
    const elsewhere = [
      plant("b", "金阳电厂", { countyCode: "371425" }),
      plant("b", "金阳电厂二期"),
      plant("b", "金阳电厂(合计)", { kind: "pooled" }),
    ];
    for (const other of elsewhere) expect(twins(first, other)).toEqual([]);
    expect(twins(plant("a", "金阳电厂", { countyCode: null }), plant("b", "金阳电厂"))).toEqual(["a b"]);
    const company = { companyZh: "金阳集团" };
    expect(twins(plant("a", "金阳电厂", company), plant("b", "金阳热电", company))).toEqual([]);
  });

  test("nor the two ends of an exchange", () => {
    const enterprises = [plant("a", "金阳电厂"), plant("b", "金阳热电")];
    const exchanges = [makeExchange("x", { supplierId: "b", receiverId: "a" })];
    expect(probableTwins({ enterprises, exchanges })).toEqual([]);
  });
});

describe("an import", () => {
  const stored = { ...emptyNetwork, enterprises: [plant("a", "金阳电厂"), plant("z", "金阳电厂乙")] };
  const warnings = (...records: Enterprise[]) =>
    checkRecords(
      records.map((record) => ({ kind: "enterprises", record }) as const),
      stored,
    )
      .filter(({ code }) => code === "probable-twin")
      .map(({ recordId, severity, reason }) => `${recordId} ${severity} ${reason.en}`);

  test("tells of the twins of what comes in, not of those that both lie there already", () => {
    expect(warnings(plant("m", "别的厂", { industryCode: "3011" }))).toEqual([]);
    const [first, ...more] = warnings(plant("m", "平原电厂"));
    expect(first).toContain("m warning is perhaps the same plant as a");
    expect(more).toHaveLength(1);
  });
});

test("the shipped data is left with the pairs that no source settles", () => {
  const seed = readSeedNetwork();
  const issues = checkRecords(recordsOf(seed), emptyNetwork).filter(({ code }) => code === "probable-twin");
  expect(probableTwins(seed).map(({ ids }) => ids.join(" "))).toEqual([
    "js-cz-liyang-tianshan js-ly-kiln-msw",
    "js-ly-jinfeng js-ly-kiln-msw",
    "js-pz-chunxing js-xz-chunxing",
    "js-sip-natsemi js-sip-samsung-semi",
    "sd-qd-alkali sd-qd-alkali-mud",
    "sd-qd-alkali-mud sd-qd-haijing",
    "sd-ta-fc-power sd-ta-shiheng-power",
  ]);
  expect(issues).toHaveLength(7);
});
