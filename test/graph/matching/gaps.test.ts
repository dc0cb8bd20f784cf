import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cityGaps } from "#graph/matching/gaps.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { at, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeExchange } from "#test/fixtures/small-network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const asOf = "2026-11-24";
const enterprises = [
  at("west", "makers", { kind: "pooled", cityCode: "370100" }),
  at("west", "takers", { kind: "pooled", cityCode: "370100" }),
  at("west", "plant", { cityCode: "370100" }),
  at("far", "others", { kind: "pooled", cityCode: "370600" }),
  at("far", "nowhere", { kind: "pooled", parkId: null, cityCode: null }),
];
const gapsOf = (...listings: Listing[]) => cityGaps(networkOf({ enterprises, listings }), asOf);

describe("the gap of a city", () => {
  it("is what its totals offer less what they want, with the listings behind", () => {
    expect(gapsOf(offer("makers", "SW02", { tonnes: 500 }), need("takers", "SW02", { tonnes: 200 }))).toEqual(
      [
        {
          cityCode: "370100",
          cityNameZh: "济南市",
          cityNameEn: "Jinan",
          provinceCode: "37",
          resourceCode: "SW02",
          resourceNameZh: "名称SW02",
          resourceNameEn: "name of SW02",
          codes: ["SW02"],
          layer: "material",
          unit: "t/a",
          surplus: { perYear: 500, known: 1, unknown: 0, capacities: 0, listingIds: ["offer-makers-SW02"] },
          need: { perYear: 200, known: 1, unknown: 0, capacities: 0, listingIds: ["need-takers-SW02"] },
          balancePerYear: 300,
        },
      ],
    );
  });

  it("counts what is not known and then has no balance", () => {
    const [gap] = gapsOf(
      offer("makers", "SW02", { tonnes: 500 }),
      need("takers", "SW02"),
      need("takers", "SW02", { id: "plants", resourceZh: "别的", tonnes: 90, kind: "capacity" }),
    );
    expect(gap?.need).toMatchObject({ perYear: 90, known: 1, unknown: 1, capacities: 1 });
    expect(gap?.balancePerYear).toBeNull();
  });

  it("has no balance where one side has nothing on record: that is not 0", () => {
    const [gap] = gapsOf(offer("makers", "SW02", { tonnes: 500 }));
    expect(gap).toMatchObject({
      surplus: { perYear: 500 },
      need: { perYear: null, known: 0 },
      balancePerYear: null,
    });
  });

  it("puts a class under the family that takes it, and another city, unit or thing apart", () => {
    const rows = gapsOf(
      offer("makers", "HW08", { tonnes: 30 }),
      need("takers", "HW", { tonnes: 100 }),
      need("others", "HW08", { tonnes: 5 }),
      offer("makers", "SW02", { tonnes: 7 }),
    ).map(({ cityCode, resourceCode, codes, balancePerYear }) => [
      cityCode,
      resourceCode,
      codes.join("+"),
      balancePerYear,
    ]);
    expect(rows).toEqual([
      ["370100", "HW", "HW+HW08", -70],
      ["370100", "SW02", "SW02", null],
      ["370600", "HW08", "HW08", null],
    ]);
  });

  it("leaves out plants, totals without a city, and what is closed or over", () => {
    expect(
      gapsOf(
        offer("plant", "SW02", { tonnes: 1 }),
        offer("nowhere", "SW02", { tonnes: 1 }),
        offer("makers", "SW02", { tonnes: 1, status: "utilised" }),
        need("takers", "SW02", { tonnes: 1, validUntil: "2026-11-23" }),
      ),
    ).toEqual([]);
  });

  it("is net of exchanges, and a total of what its parts say", () => {
    const listings = [
      need("takers", "SW02", { tonnes: 100 }),
      need("plant", "SW02", { id: "part", tonnes: 30, partOf: "need-takers-SW02" }),
    ];
    const exchange = makeExchange("x", {
      supplierId: "plant",
      receiverId: "takers",
      resourceCode: "SW02",
      resourceZh: "资源SW02",
      layer: "material",
      quantity: makeQuantity(20, "t/a", "reported", "material"),
    });
    const [gap] = cityGaps(networkOf({ enterprises, listings, exchanges: [exchange] }), asOf);
    expect(gap?.need.perYear).toBe(50);
  });
});

it("gaps hold each listing once, whatever the order of the records", () => {
  const codes = fc.constantFrom("HW", "HW08", "HW01", "SW02", "EN40", "EN41");
  const row = fc.record({
    code: codes,
    direction: fc.constantFrom("offer", "need"),
    owner: fc.constantFrom("makers", "takers", "others"),
    tonnes: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const listings = rows.map(({ code, direction, owner, tonnes }, index) => {
        const over = {
          id: `l${index}`,
          resourceZh: `资源${index}`,
          ...(tonnes === undefined ? {} : { tonnes }),
        };
        return direction === "offer" ? offer(owner, code, over) : need(owner, code, over);
      });
      const gaps = gapsOf(...listings);
      const behind = gaps.flatMap(({ surplus, need: wanted }) => [
        ...surplus.listingIds,
        ...wanted.listingIds,
      ]);
      expect(behind.sort()).toEqual(listings.map(({ id }) => id).sort());
      expect(gapsOf(...listings.toReversed())).toEqual(gaps);
    }),
  );
});

it("in the shipped data is 47,200 t/a of hazardous waste at Zaozhuang, five classes against four treatments", () => {
  const gap = cityGaps(readSeedNetwork(), "2026-11-27").find(
    ({ cityCode, resourceCode }) => cityCode === "370400" && resourceCode === "HW",
  );
  expect(gap).toMatchObject({
    surplus: { perYear: 256_300, known: 5, unknown: 0 },
    need: { perYear: 303_500, known: 4, unknown: 0 },
    balancePerYear: -47_200,
  });
});
