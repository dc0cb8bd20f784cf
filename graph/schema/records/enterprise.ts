import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { Aliases, Identifier } from "./identifier.ts";
import { CityCode, CountyCode, Latitude, Longitude, ProvinceCode } from "./park.ts";

/** GB/T 4754-2017 section letter or 2 to 4 digit code. */
export const IndustryCode = z
  .string()
  .regex(/^(?:[A-T]|\d{2,4})$/)
  .describe("GB/T 4754-2017 code");

/** 企业. A firm or unit; `pooled` and `anonymised` ones stand for more than one or an unnamed firm. */
export const Enterprise = z
  .strictObject({
    id: Identifier,
    nameZh: z.string().min(1).max(200),
    nameEn: z.string().max(300).nullable(),
    aliases: Aliases,
    kind: z.enum(["plant", "pooled", "anonymised"]),
    parkId: Identifier.nullable().describe(
      "Null where the park is not known; the enterprise then stands at its own point, its county, city or province",
    ),
    areaZh: z.string().max(120).nullable().describe("Park or place name as the source wrote it"),
    areaEn: z.string().max(200).nullable(),
    countyCode: CountyCode.nullable(),
    cityCode: CityCode.nullable(),
    provinceCode: ProvinceCode.nullable().describe("Null where the source names no province"),
    industryZh: z.string().max(120).nullable(),
    industryCode: IndustryCode.nullable(),
    industryBasis: z.string().max(200).nullable().describe("How the industry code was found"),
    companyZh: z.string().max(120).nullable().describe("Group the enterprise belongs to"),
    lon: Longitude.nullable().describe("Own point of the plant, where known"),
    lat: Latitude.nullable(),
    coordSource: z.string().max(800).nullable(),
    coordErrorKm: z
      .number()
      .positive()
      .nullable()
      .describe("Likely error of the own point, km; null where the source states none"),
    note: z.string().max(2000).nullable(),
    evidence: Evidence,
  })
  .meta({ id: "Enterprise" });
export type Enterprise = z.infer<typeof Enterprise>;
