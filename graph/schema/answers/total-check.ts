import { z } from "zod";
import { Total } from "#graph/schema/records/total.ts";
import { Band } from "./band.ts";

export const TotalVerdict = z
  .enum(["near", "low", "high", "covered", "part", "family", "set-by", "none", "no-number"])
  .describe(
    "near = within a factor of two; low, high = outside it; covered = outside, but within a factor of two of the share that the listed plants are of all; part = a total of the nation, of which the two provinces are a part; family = a total of many wastes, of which only some kinds are estimated; set-by = a coefficient was read from it, so it proves nothing; none = nothing listed adds up to it; no-number = only words were published",
  );
export type TotalVerdict = z.infer<typeof TotalVerdict>;

/** A published total beside the sum of what is estimated or listed in the same division. */
export const TotalCheck = z
  .strictObject({
    total: Total,
    areaNameZh: z.string().describe("City, province or nation it speaks of"),
    areaNameEn: z.string(),
    publishedPerYear: z.number().nullable().describe("A year's amount, in `unit`"),
    unit: z.string(),
    sum: Band.nullable().describe("Null where nothing listed adds up to it"),
    plantCount: z.int().describe("Plants in the sum, those outside the network included"),
    unknownCount: z.int().describe("Listed plants whose amount is not known: missing in the sum"),
    ratio: z.number().nullable().describe("Best sum / published"),
    coverage: z
      .strictObject({ share: z.number(), totalId: z.string() })
      .nullable()
      .describe("Listed / published of the activity the sum rests on most; null where none is published"),
    verdict: TotalVerdict,
  })
  .readonly()
  .meta({ id: "TotalCheck" });
export type TotalCheck = z.infer<typeof TotalCheck>;

/** Estimates beside flows that were reported of the same. */
export const TruthSummary = z
  .strictObject({
    count: z.int(),
    medianAbsLogError: z.number().nullable().describe("Median of |ln(estimate / reported)|"),
    bandCoverage: z.number().nullable().describe("Share of the reported flows inside the 80 % band"),
  })
  .readonly()
  .meta({ id: "TruthSummary" });
export type TruthSummary = z.infer<typeof TruthSummary>;
