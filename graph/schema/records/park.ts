import { z } from "zod";
import { bilingual, bilingualList } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Aliases, Identifier, OtherNames } from "./identifier.ts";

/** GB/T 2260 codes: province 2 digits, city and county 6 digits. */
export const ProvinceCode = z
  .string()
  .regex(/^\d{2}$/)
  .describe("GB/T 2260 province, two digits: 37 Shandong, 32 Jiangsu");
export const CityCode = z
  .string()
  .regex(/^\d{4}00$/)
  .describe("GB/T 2260 prefecture city, six digits ending in 00");
export const CountyCode = z
  .string()
  .regex(/^\d{6}$/)
  .describe("GB/T 2260 county or district, six digits");

export const Longitude = z.number().min(-180).max(180).describe("WGS-84 longitude, degrees east");
export const Latitude = z.number().min(-90).max(90).describe("WGS-84 latitude, degrees north");

/** 园区. An industrial park; its point is a plant or seat of the park, never its centroid. */
export const Park = z
  .strictObject({
    id: Identifier,
    nameZh: z.string().min(1).max(120),
    nameEn: z.string().max(200).nullable(),
    otherNames: OtherNames,
    aliases: Aliases,
    provinceCode: ProvinceCode,
    cityCode: CityCode,
    countyCode: CountyCode.nullable(),
    countyZh: z.string().max(60).nullable().describe("County as the source wrote it"),
    ...bilingual("level", 120, "Legal kind of the park"),
    ...bilingual("ecoType", 120, "Type of national eco-industrial park"),
    ecoStatus: z.enum(["named", "construction-approved", "acceptance-passed", "provincial-eip"]).nullable(),
    approvedOn: z.string().max(10).nullable().describe("ISO date, month or year as far as known"),
    namedOn: z.string().max(10).nullable().describe("ISO date, month or year as far as known"),
    ...bilingualList("titles", 300, "Further titles of the park"),
    lon: Longitude,
    lat: Latitude,
    ...bilingual("coordSource", 1200, "What the point is and where it comes from"),
    coordErrorKm: z
      .number()
      .positive()
      .describe("Likely error of the point, km; distances under twice this are uncertain"),
    ...bilingualList("mainIndustries", 120, "Main industries"),
    overlaps: z.array(Identifier).describe("Parks on the same ground; never neighbours of each other"),
    ...bilingual("note", 2000, "Remark"),
    evidence: Evidence,
  })
  .meta({ id: "Park" });
export type Park = z.infer<typeof Park>;
