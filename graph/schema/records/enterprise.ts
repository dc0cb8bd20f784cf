import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Aliases, Identifier, OtherNames } from "./identifier.ts";
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
    otherNames: OtherNames,
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
    ...bilingual("industry", 200, "Industry as the source or the code list names it"),
    industryCode: IndustryCode.nullable(),
    ...bilingual("industryBasis", 300, "How the industry code was found"),
    ...bilingual("company", 200, "Group the enterprise belongs to"),
    lon: Longitude.nullable().describe("Own point of the plant, where known"),
    lat: Latitude.nullable(),
    ...bilingual("coordSource", 1200, "What the own point is and where it comes from"),
    coordErrorKm: z
      .number()
      .positive()
      .nullable()
      .describe("Likely error of the own point, km; null where the source states none"),
    ...bilingual("placeBasis", 1200, "How park and county were found, and how sure that is"),
    ...bilingual("note", 2000, "Remark"),
    evidence: Evidence,
  })
  .meta({ id: "Enterprise" });
export type Enterprise = z.infer<typeof Enterprise>;
