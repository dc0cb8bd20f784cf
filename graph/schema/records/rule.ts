import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { IndustryCode } from "./enterprise.ts";
import { Evidence } from "./evidence.ts";
import { Identifier } from "./identifier.ts";
import { ResourceCode } from "./resource.ts";

/** 利用规则. Waste → use: which industry's waste can serve which industry, in what proportion and under what limit. */
export const Rule = z
  .strictObject({
    id: Identifier,
    wasteZh: z.string().min(1).max(200),
    wasteEn: z.string().max(200).nullable(),
    resourceCodes: z.array(ResourceCode).min(1).max(8),
    sourceIndustryCodes: z.array(IndustryCode),
    useZh: z.string().min(1).max(200).describe("Use, as it reads after 可用于"),
    useEn: z.string().max(200).nullable().describe('Use, as it reads after "can be used": for …, as …, to …'),
    ...bilingual("targetIndustry", 300, "Industry that can use it"),
    targetIndustryCodes: z.array(IndustryCode),
    ...bilingual("replaces", 300, "What it replaces"),
    substitutionRatio: z
      .number()
      .positive()
      .nullable()
      .describe("Tonnes replaced per tonne of waste; null where not a plain ratio"),
    ...bilingual("substitutionNote", 300, "Ratio as the source wrote it, where it has another unit"),
    ...bilingual("technicalLimit", 1000, "Technical limit of the use"),
    ...bilingual("minWasteShare", 300, "Tax threshold on the product recipe, not a technical ceiling"),
    ...bilingual("minWasteShareSource", 800, "Where the threshold stands"),
    ghgSavingKgPerTonne: z
      .number()
      .nullable()
      .describe("Gross saving, kg CO2e per tonne of waste, no transport"),
    ...bilingual("ghgBasis", 800, "How the saving was found"),
    standard: z.string().max(300).nullable(),
    hazardous: z.boolean().nullable(),
    support: z
      .enum(["stored", "derived", "practice", "catalogue"])
      .describe(
        "stored = figure read; derived = arithmetic on read figures; practice = a real exchange shows the use; catalogue = clause known, recheck",
      ),
    shownBy: z
      .array(Identifier)
      .max(50)
      .describe("Exchanges the use was read from; a rule without any stands on its source alone"),
    evidence: Evidence,
  })
  .meta({ id: "Rule" });
export type Rule = z.infer<typeof Rule>;
