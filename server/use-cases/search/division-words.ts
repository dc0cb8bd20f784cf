import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyNames } from "#graph/schema/region/counties.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";

/** Words by which people look for what stands in an administrative division. */
export interface DivisionWords {
  /** Where Chinese fragments are looked for. */
  readonly aliases: readonly string[];
  /** Names whose reading is searched too. */
  readonly readAlso: readonly string[];
}

interface Division {
  readonly provinceCode: string;
  readonly cityCode: string | null;
  readonly countyZh: string | null;
}

const suffix = /(?:省|市|县|区)$/;
const kinds = ["县", "市", "区"] as const;

/** A name without what kind of division it is; names of one character keep it: 单县. */
function shortName(nameZh: string): string {
  const stem = nameZh.replace(suffix, "");
  return stem.length < 2 ? nameZh : stem;
}

/**
 * 山东省滨州市无棣县 and 山东滨州无棣, as people write it; and the county under each kind of division, since many were
 * a county first and a city or district later (邹平县, 邹平市).
 */
export function divisionWords({ provinceCode, cityCode, countyZh }: Division): DivisionWords {
  const province = provinceByCode.get(provinceCode)?.nameZh ?? "";
  const city = cityByCode.get(cityCode ?? "")?.nameZh ?? "";
  const county = countyZh ?? "";
  const short = [province, city, county].filter((name) => name !== "").map(shortName);
  const stem = shortName(county);
  const formerly = stem === county ? [] : kinds.map((kind) => `${stem}${kind}`);
  return {
    aliases: [`${province}${city}${county}`, short.join(""), ...formerly],
    readAlso: county === "" ? [] : [county, `${shortName(city)}${county}`],
  };
}

/** The county's name of today; the source's own words where the code is not known. */
export function countyNameOf(countyCode: string | null, countyZh: string | null): string | null {
  return countyNames.get(countyCode ?? "") ?? countyZh;
}
