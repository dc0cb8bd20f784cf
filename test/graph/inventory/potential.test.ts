import { expect, test } from "vitest";
import { estimate } from "#graph/inventory/estimates.ts";
import { potentialOf } from "#graph/inventory/potential.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { makeActivity, makeCoefficient, makeListing, makeResource } from "#test/contracts/sample-records.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";

const tonnes = (amount: number) => makeQuantity(amount, "t/a", "reported", "material");
const definition = { low: 100, best: 100, high: 100 };

const networkOf = (over: Partial<Network>): Network => ({
  ...emptyNetwork,
  resources: [makeResource("SW02")],
  enterprises: [makeEnterprise("a"), makeEnterprise("b"), makeEnterprise("c", { cityCode: null })],
  coefficients: [makeCoefficient("ash", definition)],
  ...over,
});

const byCity = (network: Network) =>
  potentialOf(network, estimate(network), "city", ({ cityCode }) =>
    cityCode === null ? null : { id: cityCode, nameZh: cityCode, nameEn: null },
  );

test("a city offers what is stated and, where nothing is, what is estimated; what is needed is set against it", () => {
  const network = networkOf({
    activities: [makeActivity("p", { enterpriseId: "b", amount: 10 })],
    listings: [
      makeListing("l1", { enterpriseId: "a", resourceCodes: ["SW02"], quantity: tonnes(500) }),
      makeListing("l2", {
        enterpriseId: "a",
        direction: "need",
        resourceCodes: ["SW02"],
        quantity: tonnes(300),
      }),
      makeListing("l3", { enterpriseId: "c", resourceCodes: ["SW02"], quantity: tonnes(900) }),
    ],
    exchanges: [
      makeExchange("x", {
        supplierId: "a",
        receiverId: "c",
        resourceCode: "SW02",
        quantity: tonnes(200),
        status: "operating",
      }),
    ],
  });
  const [row, ...others] = byCity(network);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    areaId: "370100",
    resourceCode: "SW02",
    offer: { amount: { best: 1500 }, matchedPerYear: 200, rest: { best: 1300 }, stated: 1, estimated: 1 },
    need: { amount: { low: 300, best: 300, high: 300 }, matchedPerYear: 0, stated: 1, estimated: 0 },
    balancePerYear: 1000,
  });
});

test("a statement keeps the estimate of the same out, whatever it says, and one without a quantity is counted", () => {
  const activities = [makeActivity("p", { enterpriseId: "a", amount: 10 })];
  const of = (over: object) =>
    byCity(networkOf({ activities, listings: [makeListing("l", { resourceCodes: ["SW02"], ...over })] }))[0];
  expect(of({ quantity: tonnes(50) })?.offer).toMatchObject({ amount: { best: 50 }, estimated: 0 });
  expect(of({})?.offer).toMatchObject({ amount: null, rest: null, unknown: 1, estimated: 0 });
  expect(of({})?.balancePerYear).toBeNull();
  expect(of({ quantity: tonnes(50), status: "utilised" })?.offer).toMatchObject({ rest: { best: 0 } });
});

test("of an estimate the share that a published rate says is used is no longer free, and the rest is as unsure as the rate", () => {
  const rate = makeCoefficient("rate", {
    role: "use-rate",
    resultUnit: "share",
    low: 0.9,
    best: 0.96,
    high: 0.98,
  });
  const network = networkOf({
    activities: [makeActivity("p", { enterpriseId: "a", amount: 10 })],
    coefficients: [makeCoefficient("ash", definition), rate],
  });
  const [row] = byCity(network);
  expect(row?.offer.amount?.best).toBe(1000);
  expect(row?.offer.matchedPerYear).toBeCloseTo(960, 9);
  expect(row?.offer.rest?.best).toBeCloseTo(40, 9);
  expect(row?.offer.rest?.high).toBeGreaterThan(100 - 1e-9);
  expect(row?.balancePerYear).toBeNull();
});

test("a code that names only a family has sums and no balance, for its offers and needs may be different things", () => {
  const listings = (["offer", "need"] as const).map((direction) =>
    makeListing(direction, { direction, resourceCodes: ["SW02"], quantity: tonnes(500) }),
  );
  const balanceOf = (familyOnly: boolean) =>
    byCity(networkOf({ resources: [{ ...makeResource("SW02"), familyOnly }], listings }))[0]?.balancePerYear;
  expect([balanceOf(false), balanceOf(true)]).toEqual([0, null]);
});
