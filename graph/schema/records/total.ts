import { z } from "zod";
import { ActivityCode } from "./activity.ts";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Year } from "./exchange.ts";
import { Identifier } from "./identifier.ts";
import { CityCode, ProvinceCode } from "./park.ts";
import { ResourceCode } from "./resource.ts";

/** 公布总量. What an authority or a trade published for a city, a province or the nation: the check of what is estimated. */
export const Total = z
  .strictObject({
    id: Identifier,
    provinceCode: ProvinceCode.nullable().describe("Null for a total of the nation"),
    cityCode: CityCode.nullable().describe("Null for a total of a province or the nation"),
    itemZh: z.string().min(1).max(120),
    itemEn: z.string().max(160).nullable(),
    kind: z
      .enum(["capacity", "output", "generation", "use", "use-rate"])
      .describe(
        "capacity, output = of an activity; generation, use = of a resource; use-rate = the share of what arises that is used",
      ),
    resourceCode: ResourceCode.nullable(),
    activityCodes: z
      .array(ActivityCode)
      .max(10)
      .describe("Activities whose amounts it is the sum of; empty for a resource"),
    coefficientIds: z
      .array(Identifier)
      .max(20)
      .describe("Estimates by these coefficients alone are summed; empty = all of the resource"),
    amount: z.number().positive().nullable().describe("In `totalUnit`; null where only words were published"),
    totalUnit: z.enum(["t/a", "t/d", "m3/a", "m3/d", "MW", "share"]),
    months: z
      .int()
      .min(1)
      .max(12)
      .describe("Months that the amount counts; fewer than 12 are scaled to a year before comparing"),
    year: Year.nullable(),
    ...bilingual("note", 1000, "Remark"),
    evidence: Evidence,
  })
  .meta({ id: "Total" });
export type Total = z.infer<typeof Total>;
