import { z } from "zod";
import { Layer } from "#graph/schema/records/layer.ts";
import { YearlyUnit } from "#graph/schema/records/quantity.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import { Band } from "./band.ts";

export const PotentialLevel = z.enum(["park", "county", "city", "province"]);
export type PotentialLevel = z.infer<typeof PotentialLevel>;

/** One side of the potential of an area: what is offered, or what is needed, of one resource. */
export const PotentialSide = z
  .strictObject({
    amount: Band.nullable().describe(
      "Stated quantities, and estimates where nothing is stated; null where none is known",
    ),
    matchedPerYear: z
      .number()
      .describe(
        "Best value of what is used or met already: by recorded exchanges, by the word of its listing, by a published rate",
      ),
    rest: Band.nullable().describe("Amount less what is matched; null where no amount is known"),
    stated: z.int().describe("Quantities that records state"),
    estimated: z.int().describe("Estimates in it"),
    unknown: z.int().describe("Listings without a quantity, missing in the amount"),
  })
  .readonly()
  .meta({ id: "PotentialSide" });
export type PotentialSide = z.infer<typeof PotentialSide>;

/** 潜力. What an area offers and needs of one resource in a year, and what of it has no partner on record. */
export const Potential = z
  .strictObject({
    level: PotentialLevel,
    areaId: z.string().describe("Park id, or GB/T 2260 code of the county, city or province"),
    areaNameZh: z.string(),
    areaNameEn: z.string().nullable(),
    resourceCode: ResourceCode,
    resourceNameZh: z.string(),
    resourceNameEn: z.string(),
    layer: Layer,
    unit: YearlyUnit,
    offer: PotentialSide,
    need: PotentialSide,
    balancePerYear: z
      .number()
      .nullable()
      .describe(
        "Best rest of the offers − best rest of the needs; null where either side is not known, and for a code that names only a family",
      ),
  })
  .readonly()
  .meta({ id: "Potential" });
export type Potential = z.infer<typeof Potential>;
