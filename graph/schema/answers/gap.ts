import { z } from "zod";
import { CandidateId } from "./candidate.ts";
import { CityCode } from "#graph/schema/records/park.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { YearlyUnit } from "#graph/schema/records/quantity.ts";

/** One side of a gap: what the totals of a city offer, or what they want. */
export const GapSide = z
  .strictObject({
    perYear: z
      .number()
      .nonnegative()
      .nullable()
      .describe(
        "Sum of the residuals that are known; null where none is, for nothing on record is not nothing there",
      ),
    known: z.int().describe("Listings whose residual is in the sum"),
    unknown: z.int().describe("Listings whose residual is not known, none of whose tonnes are in the sum"),
    capacities: z.int().describe("Of the known ones, those that give a capacity: an upper bound"),
    listingIds: z.array(z.string()).describe("The listings behind both, ascending"),
  })
  .meta({ id: "GapSide" });
export type GapSide = z.infer<typeof GapSide>;

/**
 * 缺口. What the pooled offers and needs of one city leave of one resource: two totals are no candidate, for nobody could
 * act on it, but they show where to look for firms.
 */
export const Gap = z
  .strictObject({
    cityCode: CityCode,
    cityNameZh: z.string(),
    cityNameEn: z.string(),
    provinceCode: z.string(),
    resourceCode: z.string().describe("The broadest code of the listings behind it"),
    resourceNameZh: z.string(),
    resourceNameEn: z.string(),
    codes: z.array(z.string()).describe("Codes of the listings behind it, which meet under that one"),
    layer: Layer,
    unit: YearlyUnit,
    surplus: GapSide,
    need: GapSide,
    balancePerYear: z
      .number()
      .nullable()
      .describe(
        "surplus − need in `unit`: above 0 more is given than taken; null where a residual of either side is not known, or a side has nothing on record",
      ),
    partners: z
      .array(
        z.strictObject({
          role: z
            .enum(["takes", "gives"])
            .describe("takes: of what the totals offer; gives: of what they want"),
          candidateId: CandidateId,
          enterpriseId: z.string(),
          fromPlaceId: z.string().describe("Where the supplier of the candidate stands"),
          toPlaceId: z.string(),
          nameZh: z.string(),
          nameEn: z.string().nullable(),
        }),
      )
      .describe("Plants by name that could take the surplus or fill the need, best first, at most five"),
  })
  .meta({ id: "Gap" });
export type Gap = z.infer<typeof Gap>;
