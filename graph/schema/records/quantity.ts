import { z } from "zod";
import { unitByLayer, type Layer } from "./layer.ts";

/** Assumptions behind a conversion to a year; shown beside every figure they touch. */
export const daysPerYear = 365;
export const hoursPerYear = 8000;

export const EnteredUnit = z
  .enum(["t/a", "t/d", "t/h", "t/month", "kg/d", "m3/a", "m3/d", "m3/h", "GJ/a", "MWh/a", "kWh/a", "tce/a"])
  .describe("Unit as the source gave it");
export type EnteredUnit = z.infer<typeof EnteredUnit>;

export const QuantityKind = z
  .enum(["reported", "approximate", "capacity", "planned"])
  .describe(
    "reported = a flow that ran; capacity = plant size, an upper bound that never enters a sum of flows",
  );
export type QuantityKind = z.infer<typeof QuantityKind>;

export const YearlyUnit = z
  .enum(["t/a", "GJ/a", "m3/a"])
  .describe("t/a in the energy layer is a mass of steam whose enthalpy is not stated; it never adds to GJ/a");
export type YearlyUnit = z.infer<typeof YearlyUnit>;

/** A rate as entered, with its value per year in the unit it may be summed in. */
export const Quantity = z
  .strictObject({
    amount: z.number().nonnegative().describe("Value as entered, in `unit`"),
    unit: EnteredUnit,
    kind: QuantityKind,
    perYear: z.number().nonnegative().describe("Value per year, in `perYearUnit`"),
    perYearUnit: YearlyUnit,
    assumption: z
      .enum(["365-days-per-year", "8000-hours-per-year"])
      .nullable()
      .describe("Assumption behind the conversion to a year; null when the source gave a yearly value"),
  })
  .meta({ id: "Quantity" });
export type Quantity = z.infer<typeof Quantity>;

interface Conversion {
  readonly factor: number;
  readonly to: YearlyUnit;
  readonly assumption: Quantity["assumption"];
}

const conversions: Record<EnteredUnit, Conversion> = {
  "t/a": { factor: 1, to: "t/a", assumption: null },
  "t/d": { factor: daysPerYear, to: "t/a", assumption: "365-days-per-year" },
  "t/h": { factor: hoursPerYear, to: "t/a", assumption: "8000-hours-per-year" },
  "t/month": { factor: 12, to: "t/a", assumption: null },
  "kg/d": { factor: daysPerYear / 1000, to: "t/a", assumption: "365-days-per-year" },
  "m3/a": { factor: 1, to: "m3/a", assumption: null },
  "m3/d": { factor: daysPerYear, to: "m3/a", assumption: "365-days-per-year" },
  "m3/h": { factor: hoursPerYear, to: "m3/a", assumption: "8000-hours-per-year" },
  "GJ/a": { factor: 1, to: "GJ/a", assumption: null },
  "MWh/a": { factor: 3.6, to: "GJ/a", assumption: null },
  "kWh/a": { factor: 0.0036, to: "GJ/a", assumption: null },
  "tce/a": { factor: 29.3076, to: "GJ/a", assumption: null },
};

/**
 * Units a layer accepts. Steam in tonnes is a mass inside the energy layer and stays one: without a stated
 * enthalpy it is never turned into GJ. Water in tonnes is taken as 1 t = 1 m³.
 */
const acceptedByLayer: Record<Layer, readonly YearlyUnit[]> = {
  material: ["t/a"],
  energy: ["GJ/a", "t/a"],
  water: ["m3/a", "t/a"],
};

/** Whether a quantity in `unit` may stand in a record of `layer`. */
export function isUnitOfLayer(unit: EnteredUnit, layer: Layer): boolean {
  return acceptedByLayer[layer].includes(conversions[unit].to);
}

/**
 * Builds a quantity from what was entered: the only place where units convert.
 * Throws RangeError for a unit of another layer or an amount that is negative or not finite.
 */
export function makeQuantity(amount: number, unit: EnteredUnit, kind: QuantityKind, layer: Layer): Quantity {
  if (!Number.isFinite(amount) || amount < 0)
    throw new RangeError(`amount must be finite and not negative, got ${amount}`);
  if (!isUnitOfLayer(unit, layer)) throw new RangeError(`unit ${unit} does not belong to layer ${layer}`);
  const { factor, to, assumption } = conversions[unit];
  const perYearUnit = layer === "water" ? "m3/a" : to;
  return { amount, unit, kind, perYear: amount * factor, perYearUnit, assumption };
}

/** Whether the quantity is counted in the layer's own unit (false: steam known by mass only). */
export function isInLayerUnit(quantity: Quantity, layer: Layer): boolean {
  return quantity.perYearUnit === unitByLayer[layer];
}
