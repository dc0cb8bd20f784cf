import { describe, expect, it } from "vitest";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const asOf = "2026-11-24";
const power = at("west", "power", {
  nameZh: "城东发电厂",
  nameEn: "Chengdong power plant",
  industryCode: "4411",
});
const works = at("east", "works", { industryCode: "3011" });
const unnamed = (over: Partial<Enterprise>) =>
  makeEnterprise("unnamed", {
    nameZh: "附近电厂(未具名)",
    nameEn: null,
    kind: "anonymised",
    parkId: null,
    provinceCode: "37",
    cityCode: "370100",
    industryCode: "4412",
    ...over,
  });
const recorded = (supplierId: string, tonnes?: number) =>
  makeExchange("x", {
    supplierId,
    receiverId: "works",
    resourceCode: "SW02",
    resourceZh: "粉煤灰",
    layer: "material",
    sameCompany: false,
    quantity: tonnes === undefined ? null : makeQuantity(tonnes, "t/a", "reported", "material"),
  });

/** The candidate power → works, whose need an exchange with `other` already names. */
function found(other: Enterprise, tonnes?: number) {
  const network = networkOf({
    enterprises: [power, works, other],
    listings: [need("works", "SW02", { resourceZh: "粉煤灰", tonnes: 100 })],
    exchanges: [recorded(other.id, tonnes)],
    rules: [makeRule("R", {})],
  });
  return allCandidates(network, { asOf }).find(({ supplier }) => supplier.enterpriseId === "power");
}

describe("a candidate that an exchange with a total or an unnamed firm may describe already", () => {
  it("stands in a list of its own, with why and how to confirm it, though the need is met", () => {
    const candidate = found(unnamed({}), 100);
    expect(candidate).toMatchObject({
      list: "probably-existing",
      existingExchangeId: null,
      likelyExisting: { exchangeId: "x", because: "member" },
    });
    expect(candidate?.likelyExisting?.reasonZh).toContain("数量也与供需信息一致");
    expect(candidate?.likelyExisting?.reasonZh).toContain("核实方法：问城东发电厂");
    expect(candidate?.likelyExisting?.reasonEn).toContain("To confirm: ask Chengdong power plant");
    expect(candidate?.likelyExisting?.reasonEn).toMatch(/^[\x20-\x7e]*"附近电厂\(未具名\)"[\x20-\x7e]*$/);
  });

  it("says nothing of the quantity where it is another or not known", () => {
    for (const tonnes of [60, undefined])
      expect(found(unnamed({}), tonnes)?.likelyExisting?.reasonZh).not.toContain("数量也与");
  });

  it("is another trade's, another city's or another park's: then the need is met, and no candidate is left", () => {
    expect(found(unnamed({ industryCode: "3120" }), 100)).toBeUndefined();
    expect(found(unnamed({ cityCode: "370200" }), 100)).toBeUndefined();
    expect(found(unnamed({ parkId: "far" }), 100)).toBeUndefined();
  });

  it("is of a total without a trade only where the two share a known place", () => {
    const total = { kind: "pooled", industryCode: null } as const;
    expect(found(unnamed(total), 100)?.list).toBe("probably-existing");
    expect(found(unnamed({ ...total, cityCode: null }), 100)).toBeUndefined();
  });

  it("is of the total of a park whatever its trade: its users are of many", () => {
    const users = { kind: "pooled", industryCode: "2614" } as const;
    expect(found(unnamed({ ...users, parkId: "west" }), 100)?.list).toBe("probably-existing");
    expect(found(unnamed(users), 100)).toBeUndefined();
    expect(found(unnamed({ parkId: "west", industryCode: "2614" }), 100)).toBeUndefined();
  });

  it("is told of a twin too: a plant that has no name of its own beside one that has", () => {
    const twin = unnamed({ kind: "plant", nameZh: "发电厂", noteZh: "文中未指明电厂" });
    expect(found(twin, 100)).toMatchObject({
      list: "probably-existing",
      likelyExisting: { because: "twin" },
    });
  });

  it("is no guess where the very pair is on record", () => {
    const network = networkOf({
      enterprises: [power, works],
      listings: [offer("power", "SW02", { tonnes: 100 }), need("works", "SW02", { tonnes: 100 })],
      exchanges: [recorded("power", 100)],
    });
    expect(allCandidates(network, { asOf })).toMatchObject([
      { existingExchangeId: "x", likelyExisting: null, list: "between-parks" },
    ]);
  });
});
