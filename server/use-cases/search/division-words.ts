import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import { retiredDivisions } from "#graph/schema/region/retired-divisions.ts";

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
  readonly countyCode: string | null;
  /** The source's own words, for a county whose code is not known. */
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
 * 山东省滨州市无棣县 and 山东滨州无棣, as people write it; the county under each kind of division, since many were a
 * county first and a city or district later (邹平县, 邹平市); and names and codes of what went into the county or city.
 */
export function divisionWords({ provinceCode, cityCode, countyCode, countyZh }: Division): DivisionWords {
  const province = provinceByCode.get(provinceCode)?.nameZh ?? "";
  const city = cityByCode.get(cityCode ?? "")?.nameZh ?? "";
  const county = countyByCode.get(countyCode ?? "")?.nameZh ?? countyZh ?? "";
  const short = [province, city, county].filter((name) => name !== "").map(shortName);
  const stem = shortName(county);
  const formerly = stem === county ? [] : kinds.map((kind) => `${stem}${kind}`);
  const retired = retiredDivisions.filter(({ successors }) =>
    successors.includes(countyCode ?? cityCode ?? ""),
  );
  return {
    aliases: [
      `${province}${city}${county}`,
      short.join(""),
      ...formerly,
      ...retired.flatMap(({ nameZh, code }) => [nameZh, code]),
    ],
    readAlso: county === "" ? [] : [county, `${shortName(city)}${county}`],
  };
}
