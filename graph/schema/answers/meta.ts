import { z } from "zod";
import { Origin } from "./origin.ts";
import { Layer } from "#graph/schema/records/layer.ts";

export const Meta = z
  .strictObject({
    product: z.literal("gongsheng"),
    ...Origin,
    networkVersion: z.int(),
    importedAt: z.string().nullable().describe("ISO time of the last import that changed something"),
    asOf: z.string().nullable().describe("Month to which the data speaks, YYYY-MM"),
    counts: z.record(z.string(), z.int()).describe("Records by kind"),
    syntheticCount: z.int(),
    withheld: z
      .strictObject({ listings: z.int() })
      .describe("Records that are not public: they stand in no answer and in no count"),
    units: z.record(z.string(), z.string()),
    provinces: z.array(z.strictObject({ code: z.string(), nameZh: z.string(), nameEn: z.string() })),
    cities: z.array(
      z.strictObject({
        code: z.string(),
        provinceCode: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        lon: z.number(),
        lat: z.number(),
      }),
    ),
    resources: z.array(
      z.strictObject({ code: z.string(), layer: Layer, nameZh: z.string(), nameEn: z.string() }),
    ),
    credits: z.array(z.string()),
    coordinateSystem: z.literal("WGS-84"),
  })
  .meta({ id: "Meta" });
export type Meta = z.infer<typeof Meta>;
