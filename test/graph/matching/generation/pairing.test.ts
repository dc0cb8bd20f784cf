import { expect, it } from "vitest";
import { indexListings } from "#graph/matching/generation/match-index.ts";
import { hindranceOf } from "#graph/matching/generation/pairing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { at, need, networkOf, offer } from "#test/fixtures/matching-network.ts";
import { makeExchange } from "#test/fixtures/small-network.ts";

const enterprises = [
  at("west", "plant"),
  at("west", "sister", { companyZh: "甲集团" }),
  at("east", "works", { companyZh: "甲集团" }),
  at("far", "stranger"),
  at("east", "total", { kind: "pooled" }),
  at("west", "city", { kind: "pooled" }),
];
const moved = (supplierId: string, receiverId: string, tonnes: number) =>
  makeExchange(`${supplierId}-${receiverId}`, {
    supplierId,
    receiverId,
    resourceCode: "SW02",
    resourceZh: "资源SW02",
    layer: "material",
    sameCompany: false,
    quantity: makeQuantity(tonnes, "t/a", "reported", "material"),
  });

/** What keeps the offer of one from the need of another. */
function hindrance(supplierId: string, receiverId: string, over: Partial<Network> = {}) {
  const network = networkOf({
    enterprises,
    listings: enterprises.flatMap(({ id }) => [
      offer(id, "SW02", { tonnes: 100 }),
      need(id, "SW02", { tonnes: 100 }),
    ]),
    ...over,
  });
  const { offers, needs } = indexListings(network, "2026-11-24");
  const [supplier] = offers.ends.filter(({ party }) => party.enterprise.id === supplierId);
  const [receiver] = needs.ends.filter(({ party }) => party.enterprise.id === receiverId);
  if (supplier === undefined || receiver === undefined) throw new Error("the fixture has no such end");
  return hindranceOf(supplier, receiver, "SW02");
}

it("strangers may be partners, and a total with a named plant", () => {
  expect(hindrance("plant", "works")).toBeNull();
  expect(hindrance("city", "works")).toBeNull();
  expect(hindrance("plant", "total")).toBeNull();
});

it("not an enterprise with itself, one company with itself, or two totals", () => {
  expect(hindrance("plant", "plant")).toBe("same-enterprise");
  expect(hindrance("sister", "works")).toBe("same-company");
  expect(hindrance("city", "total")).toBe("pooled-with-pooled");
});

it("not where others already take or bring all; half of it leaves the rest open", () => {
  const exchanges = [moved("plant", "sister", 100)];
  expect(hindrance("plant", "works", { exchanges })).toBe("supply-served");
  expect(hindrance("plant", "works", { exchanges: [moved("stranger", "works", 100)] })).toBe("need-served");
  expect(hindrance("plant", "works", { exchanges: [moved("stranger", "works", 50)] })).toBeNull();
});

it("a pair that exchanges already is not kept apart by its own exchange", () => {
  expect(hindrance("plant", "works", { exchanges: [moved("plant", "works", 100)] })).toBeNull();
});
