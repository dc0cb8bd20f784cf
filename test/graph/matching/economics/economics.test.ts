import { describe, expect, it } from "vitest";
import type { Economics } from "#graph/schema/answers/economics.ts";
import { economicsOver, priceOf } from "#test/fixtures/priced-link.ts";

const truck = [priceOf("truck-freight", [0.4, 0.5, 0.6]), priceOf("truck-loading", [10, 15, 20])];
const ash = { resourceCodes: ["SW02"] };
const worth = priceOf("worth", [20, 40, 60], ash);
const book = [...truck, worth];

const bandOf = ({ surplus }: Economics) => {
  if (surplus?.band == null) throw new Error("the surplus has no numbers");
  return surplus.band;
};

describe("the surplus of a tonne", () => {
  it("is worth less loading less freight: 40 − 15 − 0.5 × 26 = 12 yuan, which is 0 at (40 − 15) / 0.5 = 50 km", () => {
    const economics = economicsOver({ prices: book, routeKm: 26 });
    expect(bandOf(economics).best).toBeCloseTo(12, 1);
    expect(economics.breakEvenKm?.best).toBeCloseTo(50, 1);
    expect(economics.routeKm?.best).toBeCloseTo(26, 1);
    expect(economics.missing).toEqual([]);
  });

  it("falls by the freight with every kilometre, in a straight line", () => {
    const [near, middle, far] = [20, 40, 60].map(
      (routeKm) => bandOf(economicsOver({ prices: book, routeKm })).best,
    );
    expect((near ?? 0) - (middle ?? 0)).toBeCloseTo(0.5 * 20, 1);
    expect((middle ?? 0) - (far ?? 0)).toBeCloseTo(0.5 * 20, 1);
  });

  it("is 0 at the break-even way, above it a loss and before it a gain", () => {
    const at = (routeKm: number) => bandOf(economicsOver({ prices: book, routeKm })).best;
    expect(at(50)).toBeCloseTo(0, 1);
    expect(at(45)).toBeGreaterThan(0);
    expect(at(55)).toBeLessThan(0);
  });

  it("is seven times as much in a currency of a seventh, and neither way nor chance depends on the currency", () => {
    const inOther = book.map((price) => ({
      ...price,
      low: 7 * price.low,
      best: 7 * price.best,
      high: 7 * price.high,
    }));
    const [own, other] = [book, inOther].map((prices) => economicsOver({ prices, routeKm: 33 }));
    if (own === undefined || other === undefined) throw new Error("one is missing");
    expect(bandOf(other).best).toBeCloseTo(7 * bandOf(own).best, 1);
    expect(bandOf(other).low).toBeCloseTo(7 * bandOf(own).low, 1);
    expect([other.pays, other.paysAndFits, other.breakEvenKm]).toEqual([
      own.pays,
      own.paysAndFits,
      own.breakEvenKm,
    ]);
    expect(other.decisive?.flips).toBe(own.decisive?.flips);
  });

  it("pays for hazardous waste three times the loading and the freight: 200 − 3 × (15 + 0.5 × 26) = 116 yuan", () => {
    const prices = [...truck, priceOf("worth", [150, 200, 250], { resourceCodes: ["HW08"] })];
    const factor = priceOf("hazardous-factor", [2, 3, 4]);
    const economics = economicsOver({ prices: [...prices, factor], routeKm: 26, code: "HW08" });
    expect(economics.mode).toBe("hazardous");
    expect(bandOf(economics).best).toBeCloseTo(116, 0);
    expect(economicsOver({ prices, routeKm: 26, code: "HW08" })).toMatchObject({ surplus: null, pays: null });
  });

  it("of a year is that of a tonne times what both can do: 12 × 5,000 t = 60,000 yuan", () => {
    const economics = economicsOver({ prices: book, routeKm: 26, tonnes: 5000 });
    expect(economics.surplusPerYear?.band?.best).toBeCloseTo(60_000, -3);
    expect(economicsOver({ prices: book, routeKm: 26 }).surplusPerYear).toBeNull();
  });
});

describe("what rests on assumptions", () => {
  it("is told as the share of the sizes of the terms, 15 / (40 + 15 + 13) = 0.22", () => {
    const [freight, loading] = truck.map(
      (price) => ({ ...price, kind: price.item === "truck-loading" ? "assumed" : "read" }) as const,
    );
    if (freight === undefined || loading === undefined) throw new Error("a price is missing");
    const { surplus } = economicsOver({ prices: [worth, freight, loading], routeKm: 26 });
    expect(surplus?.assumedShare).toBeCloseTo(0.2206, 3);
    expect(surplus?.band).not.toBeNull();
  });

  it("leaves of more than half, 40 / 68 = 0.59, the sign and the break-even way alone", () => {
    const economics = economicsOver({
      prices: [...truck, { ...worth, kind: "assumed" }],
      routeKm: 26,
      tonnes: 5000,
    });
    expect(economics.surplus).toMatchObject({ band: null, sign: "gain" });
    expect(economics.surplus?.assumedShare).toBeCloseTo(0.588, 2);
    expect(economics.surplusPerYear?.band).toBeNull();
    expect(economics.tornado.flatMap(({ low, high }) => [low, high])).toEqual(Array(6).fill(null));
    expect(economics.breakEvenKm?.best).toBeCloseTo(50, 1);
  });
});

describe("the range of prices", () => {
  const parts = [priceOf("disposal", [25, 30, 35], ash), priceOf("use", [20, 25, 30], ash)];

  it("goes from minus the disposal saved, −30, to the use less the haul, 25 − 15 − 13 = −3: it is as wide as the surplus", () => {
    const economics = economicsOver({ prices: [...truck, ...parts], routeKm: 26 });
    const { corridor } = economics;
    expect(corridor?.floor.band?.best).toBeCloseTo(-30, 1);
    expect(corridor?.ceiling.band?.best).toBeCloseTo(-3, 1);
    expect(bandOf(economics).best).toBeCloseTo(27, 1);
  });

  it("is not told where the book has both gains in one figure", () => {
    expect(economicsOver({ prices: book, routeKm: 26 }).corridor).toBeNull();
  });

  it("counts a material at its price times the rule's ratio, less treatment: 1.5 × 40 − 20 − 28 = 12", () => {
    const prices = [
      ...truck,
      priceOf("disposal", [25, 30, 35], ash),
      priceOf("material", [40, 40, 40], { nameZh: "石灰石" }),
      priceOf("treatment", [20, 20, 20], ash),
    ];
    const rule = { replacesZh: "石灰石", substitutionRatio: 1.5 };
    const economics = economicsOver({ prices, routeKm: 26, rule });
    expect(economics.corridor?.ceiling.band?.best).toBeCloseTo(12, 1);
    expect(economics.replaced).toMatchObject({ nameZh: "石灰石", tonnesPerTonne: 1.5 });
  });
});

describe("what is not known", () => {
  it("gives no surplus and says what is missing, never 0", () => {
    expect(economicsOver({ prices: truck, routeKm: 26 })).toMatchObject({
      surplus: null,
      pays: null,
      breakEvenKm: null,
      decisive: { flips: null },
      missing: [
        { en: expect.stringContaining("disposal") },
        { en: expect.stringContaining("saves the receiver") },
      ],
    });
    expect(economicsOver({ prices: [worth], routeKm: 26 }).missing).toMatchObject([{ zh: "公路运价" }]);
  });

  it("counts the environmental tax for nothing where no taxable part is declared", () => {
    const tax = priceOf("environmental-tax", [25, 25, 25], ash);
    const economics = economicsOver({ prices: [...book, tax], routeKm: 26 });
    expect(bandOf(economics).best).toBeCloseTo(12, 1);
    expect(economics.terms.find(({ item }) => item === "environmental-tax")?.enters).toBe("nothing");
  });
});

describe("carbon", () => {
  const rule = { ghgSavingKgPerTonne: 567, replacesZh: "水泥熟料", substitutionRatio: 1 };

  it("is the rule's saving less the haul: 567 − 0.078 × 26 = 565 kg a tonne, with the source of both", () => {
    const prices = [...book, priceOf("truck-carbon", [0.057, 0.078, 0.098])];
    const { carbon } = economicsOver({ prices, routeKm: 26, rule });
    expect(carbon?.kgPerTonne.best).toBeCloseTo(565, 1);
    expect(carbon?.sourceEn).toContain("rule");
    expect(carbon?.sourceEn).toContain("0.078 kg/t·km");
  });

  it("is not told where the rule or the haul has no factor", () => {
    expect(economicsOver({ prices: book, routeKm: 26, rule })).toMatchObject({ carbon: null });
    const none = economicsOver({ prices: book, routeKm: 26, rule: { ...rule, ghgSavingKgPerTonne: null } });
    expect(none.carbon).toBeNull();
    expect(none.carbonMissing?.zh).toMatch(/规则/);
  });
});
