import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { bilingual } from "./bilingual.ts";
import { Identifier } from "./identifier.ts";
import { Year } from "./exchange.ts";
import { CityCode, CountyCode, Latitude, Longitude, ProvinceCode } from "./park.ts";
import { daysPerYear } from "./quantity.ts";
import { ExchangeStatus } from "./status.ts";

/** Key that an activity and the coefficients that count per unit of it share: `coal-power`, `cement`. */
export const ActivityCode = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "expected lower-case letters and digits joined by -")
  .max(60)
  .describe("Key of an activity, such as coal-power; coefficients are found by it");

export const ActivityUnit = z
  .enum(["MW", "t/a", "t/d", "m3/a", "m3/d", "MWh/a", "tce/a", "GJ/a"])
  .describe("Unit of an activity");
export type ActivityUnit = z.infer<typeof ActivityUnit>;

/**
 * 活动水平. What a plant does and how much of it: the capacity or the output that coefficients are applied to. A plant
 * that nothing else is known of is no enterprise: it takes no part in candidates, paths and metrics, but its estimates
 * count in the sums of its county, city and province.
 */
export const Activity = z
  .strictObject({
    id: Identifier,
    enterpriseId: Identifier.nullable().describe(
      "Null for a plant that is no enterprise of the network: `plantId` and what follows then say which it is",
    ),
    plantId: Identifier.nullable().describe("Key of a plant outside the network; its activities share it"),
    ...bilingual("plant", 300, "Name of a plant outside the network"),
    provinceCode: ProvinceCode.nullable().describe("Of a plant outside the network"),
    cityCode: CityCode.nullable(),
    countyCode: CountyCode.nullable(),
    lon: Longitude.nullable(),
    lat: Latitude.nullable(),
    activityCode: ActivityCode,
    activityZh: z.string().min(1).max(120).describe("The activity in words, Chinese"),
    activityEn: z.string().max(160).nullable().describe("The activity in words, English"),
    amount: z.number().nonnegative().nullable().describe("In `activityUnit`; null = not known"),
    activityUnit: ActivityUnit,
    basis: z
      .enum(["capacity", "output"])
      .describe("capacity = what the plant is built for; output = what it did in `year`"),
    unitCount: z.int().positive().nullable().describe("Machines that make up the amount; null = not known"),
    technology: ActivityCode.nullable().describe(
      "Key of the way it is done, such as ultra-supercritical; coefficients may hold for one alone",
    ),
    year: Year.nullable().describe("Year the amount speaks of"),
    status: ExchangeStatus,
    ...bilingual("note", 1000, "Remark"),
    evidence: Evidence,
  })
  .meta({ id: "Activity" });
export type Activity = z.infer<typeof Activity>;

/** Units in which activities are counted a year; MW stays, hours of use make energy of it. */
export const InputUnit = z.enum(["MW", "t/a", "m3/a", "MWh/a", "tce/a", "GJ/a"]);
export type InputUnit = z.infer<typeof InputUnit>;

/** A year's amount of an activity; the days are those assumed of listings. */
export function yearlyOf(
  amount: number,
  unit: ActivityUnit,
): { amount: number; unit: InputUnit; days: number | null } {
  if (unit === "t/d") return { amount: amount * daysPerYear, unit: "t/a", days: daysPerYear };
  if (unit === "m3/d") return { amount: amount * daysPerYear, unit: "m3/a", days: daysPerYear };
  return { amount, unit, days: null };
}
