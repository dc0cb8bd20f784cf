import { z } from "zod";
import { ActivityCode, InputUnit } from "./activity.ts";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Year } from "./exchange.ts";
import { Identifier } from "./identifier.ts";
import { ProvinceCode } from "./park.ts";
import { ResourceCode } from "./resource.ts";

export const CoefficientRole = z
  .enum(["offer", "need", "activity", "use-rate", "reference"])
  .describe(
    "What the value makes of one unit of the activity: an offer or a need of a resource, another activity (coal burnt, of coal power), the share of what arises that is used already, or nothing: kept for comparison alone",
  );
export type CoefficientRole = z.infer<typeof CoefficientRole>;

export const ResultUnit = z
  .enum(["t/a", "m3/a", "GJ/a", "MWh/a", "kWh/a", "tce/a", "share"])
  .describe("Unit of what results; the value is this unit per `inputUnit`");
export type ResultUnit = z.infer<typeof ResultUnit>;

/** 产排系数. What one unit of an activity gives or takes: low, best, high, and where that was read. */
export const Coefficient = z
  .strictObject({
    id: Identifier,
    activityCode: ActivityCode,
    activityZh: z.string().min(1).max(120).describe("What it counts per, Chinese"),
    activityEn: z.string().max(160).nullable().describe("What it counts per, English"),
    role: CoefficientRole,
    resourceCode: ResourceCode.nullable().describe("Resource offered, needed or used; null for other roles"),
    resultCode: ActivityCode.nullable().describe("Activity that results; null for other roles"),
    resultZh: z.string().min(1).max(120).describe("What results, Chinese"),
    resultEn: z.string().max(160).nullable().describe("What results, English"),
    low: z.number().nonnegative().nullable().describe("10 % point; null = no source for a range"),
    best: z.number().positive().describe("Median"),
    high: z.number().nonnegative().nullable().describe("90 % point; null = no source for a range"),
    resultUnit: ResultUnit,
    inputUnit: InputUnit.describe("Unit of the activity that the value counts per"),
    technology: ActivityCode.nullable().describe("Holds for this way of doing it alone; null = for all"),
    provinceCode: ProvinceCode.nullable().describe("Holds for plants of this province alone; null = for all"),
    ...bilingual("region", 200, "Where the value was seen"),
    yearFrom: Year.nullable(),
    yearTo: Year.nullable(),
    sourceCount: z.int().nonnegative().nullable().describe("Independent sources; null = not counted"),
    restsOn: z
      .array(Identifier)
      .max(50)
      .describe("Records of listings, exchanges and totals the value was read from: they cannot test it"),
    ...bilingual("note", 1000, "Arithmetic and doubts"),
    evidence: Evidence,
  })
  .meta({ id: "Coefficient" });
export type Coefficient = z.infer<typeof Coefficient>;
