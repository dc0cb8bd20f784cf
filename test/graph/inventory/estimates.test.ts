import { describe, expect, test } from "vitest";
import { arithmeticOf } from "#graph/inventory/arithmetic.ts";
import { estimate, type EstimateInput } from "#graph/inventory/estimates.ts";
import { standingsOf } from "#graph/inventory/stated.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import { makeActivity, makeCoefficient, makeListing, makeResource } from "#test/contracts/sample-records.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";

const resources = [makeResource("SW02"), makeResource("SW01"), makeResource("WA10", { layer: "water" })];
const enterprises = [makeEnterprise("a"), makeEnterprise("b", { provinceCode: "32" })];

const definition = { low: 1, best: 1, high: 1 };
/** MW → hours → coal → ash, each known exactly, and a variant for one technology. */
const chain = [
  makeCoefficient("hours", {
    role: "activity",
    resourceCode: null,
    resultCode: "coal-electricity",
    resultZh: "发电量",
    low: 4300,
    best: 4300,
    high: 4300,
    resultUnit: "MWh/a",
  }),
  makeCoefficient("coal", {
    activityCode: "coal-electricity",
    inputUnit: "MWh/a",
    role: "activity",
    resourceCode: null,
    resultCode: "coal-burnt",
    resultZh: "燃煤",
    low: 0.3,
    best: 0.3,
    high: 0.3,
    resultUnit: "tce/a",
  }),
  makeCoefficient("coal-usc", {
    activityCode: "coal-electricity",
    inputUnit: "MWh/a",
    role: "activity",
    resourceCode: null,
    resultCode: "coal-burnt",
    resultZh: "燃煤",
    low: 0.25,
    best: 0.25,
    high: 0.25,
    resultUnit: "tce/a",
    technology: "ultra-supercritical",
  }),
  makeCoefficient("ash", { activityCode: "coal-burnt", inputUnit: "tce/a", low: 0.2, best: 0.3, high: 0.5 }),
];

const inputOf = (over: Partial<EstimateInput>): EstimateInput => ({
  activities: [],
  coefficients: chain,
  enterprises,
  resources,
  ...over,
});

describe("estimates", () => {
  test("multiply a plant through the chain of its coefficients, and show the reckoning", () => {
    const [ash, ...others] = estimate(
      inputOf({ activities: [makeActivity("p", { amount: 1200, unitCount: 2 })] }),
    );
    expect(others).toEqual([]);
    expect(ash).toMatchObject({
      siteId: "a",
      enterpriseId: "a",
      direction: "offer",
      resourceCode: "SW02",
      unit: "t/a",
    });
    expect(ash?.best).toBeCloseTo(1200 * 4300 * 0.3 * 0.3, 6);
    const { zh, en } = arithmeticOf(ash as never);
    expect(en).toMatch(
      /^1,200 MW \(2 units\) × 4,300 h\/a × 0\.3 tce\/MWh × 0\.3 t\/tce = 464,400 t\/a \(80 %: [\d,]+ to [\d,]+\)$/,
    );
    expect(zh).toMatch(
      /^1,200 MW（2 台） × 4,300 h\/a × 0\.3 tce\/MWh × 0\.3 t\/tce = 46\.4万 t\/a（80 % 区间 [\d.]+–[\d.]+万）$/,
    );
  });

  test("take the coefficient that fits most closely: of the technology, of the province, of all", () => {
    const bestOf = (over: object, coefficients = chain) =>
      estimate(inputOf({ coefficients, activities: [makeActivity("p", { amount: 1, ...over })] }))[0]?.best;
    expect(bestOf({ technology: "ultra-supercritical" })).toBeCloseTo(4300 * 0.25 * 0.3, 9);
    expect(bestOf({ technology: "cfb" })).toBeCloseTo(4300 * 0.3 * 0.3, 9);
    const ofJiangsu = makeCoefficient("ash-32", {
      activityCode: "coal-burnt",
      inputUnit: "tce/a",
      low: 0.1,
      best: 0.1,
      high: 0.1,
      provinceCode: "32",
    });
    expect(bestOf({}, [...chain, ofJiangsu])).toBeCloseTo(4300 * 0.3 * 0.3, 9);
    expect(bestOf({ enterpriseId: "b" }, [...chain, ofJiangsu])).toBeCloseTo(4300 * 0.3 * 0.1, 9);
  });

  test("count neither what does not operate nor what is not known, and a stated activity instead of a derived one", () => {
    const none = [
      makeActivity("p1", { status: "planned" }),
      makeActivity("p2", { amount: null }),
      makeActivity("p3", { activityCode: "glass" }),
      makeActivity("p4", { activityUnit: "t/a" }),
    ];
    expect(estimate(inputOf({ activities: none }))).toEqual([]);
    const burnt = makeActivity("q", { activityCode: "coal-burnt", amount: 10, activityUnit: "tce/a" });
    const [ash] = estimate(inputOf({ activities: [makeActivity("p"), burnt] }));
    expect(ash?.best).toBeCloseTo(3, 9);
    expect(ash?.terms.map(({ activity }) => activity.id)).toEqual(["q"]);
  });

  test("sum what has one name, keep apart what has another, and do not depend on the order of the records", () => {
    const slag = (id: string, activityCode: string, resultZh: string) =>
      makeCoefficient(id, { activityCode, inputUnit: "t/a", resourceCode: "SW01", resultZh, ...definition });
    const coefficients = [
      slag("c1", "bof", "钢渣"),
      slag("c2", "eaf", "钢渣"),
      slag("c3", "iron", "高炉矿渣"),
    ];
    const tonnes = (id: string, activityCode: string, amount: number) =>
      makeActivity(id, { activityCode, amount, activityUnit: "t/a" });
    const activities = [tonnes("1", "bof", 10), tonnes("2", "eaf", 20), tonnes("3", "iron", 40)];
    const estimates = estimate(inputOf({ coefficients, activities }));
    expect(estimates.map(({ resourceZh, best }) => [resourceZh, best])).toEqual([
      ["钢渣", 30],
      ["高炉矿渣", 40],
    ]);
    const reversed = estimate(
      inputOf({ coefficients: coefficients.toReversed(), activities: activities.toReversed() }),
    );
    expect(new Map(reversed.map((each) => [each.id, each]))).toEqual(
      new Map(estimates.map((each) => [each.id, each])),
    );
  });

  test("end where a chain of coefficients comes back to an activity it came from", () => {
    const back = makeCoefficient("back", {
      activityCode: "coal-burnt",
      inputUnit: "tce/a",
      role: "activity",
      resourceCode: null,
      resultCode: "coal-electricity",
      resultUnit: "MWh/a",
    });
    expect(
      estimate(inputOf({ coefficients: [...chain, back], activities: [makeActivity("p")] })),
    ).toHaveLength(1);
  });

  test("give nothing in a unit that the layer of the resource does not measure", () => {
    const water = makeCoefficient("w", { resourceCode: "WA10", resultUnit: "GJ/a" });
    expect(estimate(inputOf({ coefficients: [water], activities: [makeActivity("p")] }))).toEqual([]);
  });
});

describe("a statement", () => {
  const coefficients = [makeCoefficient("ash", { low: 200, best: 400, high: 800 })];
  const networkOf = (over: Partial<Network>): Network => ({
    ...emptyNetwork,
    resources,
    enterprises,
    coefficients,
    activities: [makeActivity("p", { amount: 1000 })],
    ...over,
  });
  const standingOf = (network: Network) => {
    const estimates = estimate(network);
    expect(estimates).toHaveLength(1);
    return standingsOf(network, estimates).get(estimates[0]?.id ?? "");
  };
  const listing = (amount: number, over: object = {}) =>
    makeListing("l", {
      resourceCodes: ["SW02"],
      quantity: makeQuantity(amount, "t/a", "reported", "material"),
      ...over,
    });

  test("of a listing replaces the estimate, and outside the band it disagrees", () => {
    expect(standingOf(networkOf({ listings: [listing(300_000)] }))).toEqual({
      stated: { recordId: "l", perYear: 300_000, kind: "reported", year: null },
      disagrees: false,
      logError: Math.log(400_000 / 300_000),
    });
    expect(standingOf(networkOf({ listings: [listing(5_000_000)] }))).toMatchObject({ disagrees: true });
  });

  test("is none in a part of a total, a plan, a heap or what is past, of another direction or unit", () => {
    const none = { stated: null, disagrees: null, logError: null };
    for (const over of [
      { partOf: "t" },
      { status: "planned" },
      { status: "stock" },
      { status: "historic" },
      { direction: "need" },
      { resourceCodes: ["SW01"] },
    ])
      expect([over, standingOf(networkOf({ listings: [listing(300_000, over)] }))]).toEqual([over, none]);
  });

  test("of exchanges that run is their sum where no listing speaks", () => {
    const exchange = (id: string, tonnes: number) =>
      makeExchange(id, {
        supplierId: "a",
        receiverId: "b",
        resourceCode: "SW02",
        resourceZh: "粉煤灰",
        status: "operating",
        quantity: makeQuantity(tonnes, "t/a", "reported", "material"),
      });
    const exchanges = [exchange("x1", 100_000), exchange("x2", 150_000)];
    expect(standingOf(networkOf({ exchanges }))?.stated).toMatchObject({ recordId: "x1", perYear: 250_000 });
    expect(standingOf(networkOf({ exchanges, listings: [listing(300_000)] }))?.stated?.recordId).toBe("l");
  });
});
