import { describe, expect, test } from "vitest";
import { flowOf, type Exchange } from "#graph/schema/records/exchange.ts";
import { isInLayerUnit, isUnitOfLayer, makeQuantity } from "#graph/schema/records/quantity.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

describe("converting a rate to a year", () => {
  // Hand numbers: 365 days, 8000 hours, 12 months; 1 MWh = 3.6 GJ; 1 tce = 29.3076 GJ (7000 kcal/kg × 4.1868 kJ/kcal).
  test.each([
    [2, "t/a", "material", 2, "t/a", null],
    [2, "t/d", "material", 730, "t/a", "365-days-per-year"],
    [2, "t/h", "material", 16000, "t/a", "8000-hours-per-year"],
    [2, "t/month", "material", 24, "t/a", null],
    [1000, "kg/d", "material", 365, "t/a", "365-days-per-year"],
    [2, "m3/a", "water", 2, "m3/a", null],
    [2, "m3/d", "water", 730, "m3/a", "365-days-per-year"],
    [2, "m3/h", "water", 16000, "m3/a", "8000-hours-per-year"],
    [2, "t/d", "water", 730, "m3/a", "365-days-per-year"],
    [2, "GJ/a", "energy", 2, "GJ/a", null],
    [10, "MWh/a", "energy", 36, "GJ/a", null],
    [10_000, "kWh/a", "energy", 36, "GJ/a", null],
    [10, "tce/a", "energy", 293.076, "GJ/a", null],
    [2, "t/h", "energy", 16000, "t/a", "8000-hours-per-year"],
  ] as const)("%d %s of %s is %d %s a year", (...row) => {
    const [amount, unit, layer, perYear, perYearUnit, assumption] = row;
    const quantity = makeQuantity(amount, unit, "reported", layer);
    expect(quantity).toEqual({
      amount,
      unit,
      kind: "reported",
      perYear: expect.closeTo(perYear, 9) as number,
      perYearUnit,
      assumption,
    });
  });

  test("a ton of steam stays a mass: it is in the energy layer and not in its unit", () => {
    const steam = makeQuantity(10, "t/h", "reported", "energy");
    expect(isInLayerUnit(steam, "energy")).toBe(false);
    expect(isInLayerUnit(makeQuantity(10, "GJ/a", "reported", "energy"), "energy")).toBe(true);
  });

  test.each([
    ["m3/a", "energy"],
    ["m3/a", "material"],
    ["GJ/a", "material"],
    ["GJ/a", "water"],
    ["kWh/a", "water"],
  ] as const)("%s does not belong to %s", (unit, layer) => {
    expect(isUnitOfLayer(unit, layer)).toBe(false);
    expect(() => makeQuantity(1, unit, "reported", layer)).toThrow(RangeError);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("%d is no amount", (amount) => {
    expect(() => makeQuantity(amount, "t/a", "reported", "material")).toThrow(RangeError);
  });
});

describe("the flow of an exchange", () => {
  const [template] = readSeedNetwork().exchanges;
  if (template === undefined) throw new Error("the seed has no exchanges");
  const exchange = (kind: "reported" | "approximate" | "capacity" | "planned", status: Exchange["status"]) =>
    flowOf({ ...template, status, quantity: makeQuantity(5, "t/a", kind, "material") })?.perYear ?? null;

  test("a capacity is never a flow, whatever the status", () => {
    for (const status of ["operating", "under-construction", "planned", "historic"] as const)
      expect(exchange("capacity", status)).toBeNull();
  });

  test("a planned amount is a flow only of an exchange that does not run yet", () => {
    expect(exchange("planned", "operating")).toBeNull();
    expect(exchange("planned", "historic")).toBeNull();
    expect(exchange("planned", "planned")).toBe(5);
    expect(exchange("planned", "under-construction")).toBe(5);
  });

  test("what is reported or approximate is a flow, what is unknown is null", () => {
    expect(exchange("reported", "operating")).toBe(5);
    expect(exchange("approximate", "historic")).toBe(5);
    expect(flowOf({ ...template, quantity: null })).toBeNull();
  });
});
