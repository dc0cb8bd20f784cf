import type { PlaceHeader } from "#graph/projection/places/headers.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Text } from "#graph/schema/text.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { Party } from "#graph/matching/ends/parties.ts";

/** What a name that stands for several firms says of itself. */
const saysSeveral =
  /合计|总计|用户|网络|管网|\d+多?(?:家|座|处|项)|pooled|total|users|\((?:\d+|two|three|four|five|six|eight)\b/i;
const saysUnnamed = /未具名|遮盖|unnamed|not named|masked/i;

export const nameOf = ({ enterprise }: Party): Text => nameOfEnterprise(enterprise);

/** Name of an enterprise, with a mark where it is no single named firm and the name does not say so. */
export function nameOfEnterprise({
  kind,
  nameZh,
  nameEn,
}: Pick<Enterprise, "kind" | "nameZh" | "nameEn">): Text {
  const name = { zh: nameZh, en: nameEn ?? nameZh };
  if (kind === "pooled")
    return {
      zh: saysSeveral.test(name.zh) ? name.zh : `${name.zh}（多家合计）`,
      en: saysSeveral.test(name.en) ? name.en : `${name.en} (several firms)`,
    };
  if (kind === "anonymised")
    return {
      zh: saysUnnamed.test(name.zh) ? name.zh : `${name.zh}（未具名）`,
      en: saysUnnamed.test(name.en) ? name.en : `${name.en} (not named)`,
    };
  return name;
}

/** The narrowest place that is known of an end: its park, else its county, its city or its province. */
export function placeOf({ kind, nameZh, nameEn, countyCode, cityCode }: PlaceHeader): Text {
  if (kind === "park") return { zh: nameZh, en: nameEn ?? nameZh };
  const county = countyByCode.get(countyCode ?? "");
  if (county !== undefined) return { zh: county.labelZh, en: county.labelEn };
  const city = cityByCode.get(cityCode ?? "");
  if (city !== undefined) return { zh: city.nameZh, en: city.nameEn };
  return { zh: nameZh, en: nameEn ?? nameZh };
}

/** City of an end, else the narrowest place that is known: whose office would be asked. */
export function cityOf(header: PlaceHeader): Text {
  const city = cityByCode.get(header.cityCode ?? "");
  return city === undefined ? placeOf(header) : { zh: city.nameZh, en: city.nameEn };
}

/** The thing an end gives or takes in its own words; null where the end has listed nothing. */
export function listedThing({ listing }: End, fallbackEn: string): Text | null {
  return listing === null ? null : { zh: listing.resourceZh, en: listing.resourceEn ?? fallbackEn };
}

/** Name of an industry as it stands inside a sentence; null where none is recorded. */
export function industryOf({
  industryZh,
  industryEn,
}: Pick<Enterprise, "industryZh" | "industryEn">): Text | null {
  if (industryZh === null) return null;
  const en = industryEn ?? "its industry";
  return { zh: industryZh, en: /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en };
}
