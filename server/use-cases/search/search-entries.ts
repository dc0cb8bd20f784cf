import { cities, cityByCode } from "#graph/schema/region/cities.ts";
import { counties } from "#graph/schema/region/counties.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { SearchHit } from "#graph/schema/answers/search-hit.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { MaterialName } from "#graph/projection/materials.ts";
import type { PlaceHeader } from "#graph/projection/places/headers.ts";
import { divisionWords, type DivisionWords } from "./division-words.ts";

/** What the entries are drawn from. */
export interface SearchSource {
  readonly network: Network;
  readonly materialNames: ReadonlyMap<string, MaterialName>;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
  readonly placeById: ReadonlyMap<string, PlaceHeader>;
}

/** Something that can be found, with further words for it besides name and id. */
export interface SearchEntry {
  readonly hit: SearchHit;
  readonly aliases: readonly string[];
  /** Further names that are found by their reading too. */
  readonly readAlso: readonly string[];
}

/** Everything that can be found, kinds in the order in which results are grouped. */
export function* searchEntries(source: SearchSource): Generator<SearchEntry> {
  yield* parkEntries(source);
  yield* enterpriseEntries(source);
  yield* codeEntries(source);
  yield* nameEntries(source);
  yield* cityEntries(source);
  yield* countyEntries(source);
}

function* parkEntries({ network }: SearchSource): Generator<SearchEntry> {
  for (const park of network.parks) {
    const { id, nameZh, nameEn, cityCode, provinceCode } = park;
    const words = divisionWords(park);
    yield {
      hit: { kind: "park", id, nameZh, nameEn, ...divisionOf(cityCode, provinceCode), placeId: `park:${id}` },
      aliases: [...park.titlesZh, ...park.titlesEn, ...park.otherNames, ...park.aliases, ...words.aliases],
      readAlso: words.readAlso,
    };
  }
}

function* enterpriseEntries({
  network,
  placeIdByEnterprise,
  placeById,
}: SearchSource): Generator<SearchEntry> {
  for (const enterprise of network.enterprises) {
    const { id, nameZh, nameEn, otherNames, aliases, companyZh, companyEn, areaZh, areaEn } = enterprise;
    const placeId = placeIdByEnterprise.get(id) ?? null;
    const place = placeById.get(placeId ?? "");
    yield {
      hit: {
        kind: "enterprise",
        id,
        nameZh,
        nameEn,
        contextZh: place?.nameZh ?? null,
        contextEn: place?.nameEn ?? null,
        placeId,
      },
      aliases: [companyZh, companyEn, areaZh, areaEn, ...otherNames, ...aliases].filter(
        (word) => word !== null,
      ),
      readAlso: [],
    };
  }
}

/** The code list: each code also under the names that records of that code carry. */
function* codeEntries({ network, materialNames }: SearchSource): Generator<SearchEntry> {
  const namesByCode = Map.groupBy(
    [...materialNames.values()].flatMap((name) => name.codes.map((code) => ({ code, name }))),
    ({ code }) => code,
  );
  for (const { code, nameZh, nameEn, groupZh, groupEn } of network.resources)
    yield {
      hit: {
        kind: "resource",
        id: code,
        nameZh,
        nameEn,
        contextZh: [code, groupZh].filter((word) => word !== null).join(" "),
        contextEn: [code, groupEn].filter((word) => word !== null).join(" "),
        placeId: null,
      },
      aliases: (namesByCode.get(code) ?? []).flatMap(({ name }) => [name.nameZh, name.nameEn ?? ""]),
      readAlso: [],
    };
}

/** The names on exchanges, listings and rules that are not simply the name of a code. */
function* nameEntries({ network, materialNames }: SearchSource): Generator<SearchEntry> {
  const codeNames = new Map(network.resources.map((resource) => [resource.code, resource]));
  const taken = new Set(network.resources.map(({ nameZh }) => nameZh));
  for (const { nameZh, nameEn, codes } of materialNames.values()) {
    if (taken.has(nameZh)) continue;
    const under = codes.flatMap((code) => codeNames.get(code) ?? []);
    yield {
      hit: {
        kind: "resource",
        id: nameZh,
        nameZh,
        nameEn,
        contextZh: under.map((one) => `${one.code} ${one.nameZh}`).join("、") || null,
        contextEn: under.map((one) => `${one.code} ${one.nameEn}`).join(", ") || null,
        placeId: null,
      },
      aliases: [],
      readAlso: [],
    };
  }
}

function* cityEntries({ placeById }: SearchSource): Generator<SearchEntry> {
  for (const { code, nameZh, nameEn, provinceCode } of cities) {
    const placeId = `city:${code}`;
    const province = provinceByCode.get(provinceCode);
    yield {
      hit: {
        kind: "city",
        id: code,
        nameZh,
        nameEn,
        contextZh: province?.nameZh ?? null,
        contextEn: province?.nameEn ?? null,
        placeId: placeById.has(placeId) ? placeId : null,
      },
      ...cityWords(provinceCode, code),
    };
  }
}

/** Counties in which something stands of which no more is known. */
function* countyEntries({ placeById }: SearchSource): Generator<SearchEntry> {
  for (const { code, nameZh, nameEn, cityCode, provinceCode } of counties) {
    const placeId = `county:${code}`;
    if (!placeById.has(placeId)) continue;
    yield {
      hit: { kind: "county", id: code, nameZh, nameEn, ...divisionOf(cityCode, provinceCode), placeId },
      ...divisionWords({ provinceCode, cityCode, countyCode: code, countyZh: null }),
    };
  }
}

/** A city also stands for its counties: where nothing stands in one of them, its city is what there is. */
function cityWords(provinceCode: string, cityCode: string): DivisionWords {
  const inCity = counties.filter((county) => county.cityCode === cityCode).map(({ code }) => code);
  const words = [null, ...inCity].map((countyCode) =>
    divisionWords({ provinceCode, cityCode, countyCode, countyZh: null }),
  );
  return {
    aliases: words.flatMap(({ aliases }) => aliases),
    readAlso: words.flatMap(({ readAlso }) => readAlso),
  };
}

function divisionOf(cityCode: string, provinceCode: string) {
  const province = provinceByCode.get(provinceCode);
  const city = cityByCode.get(cityCode);
  return {
    contextZh: `${province?.nameZh ?? ""}${city?.nameZh ?? ""}`,
    contextEn: [city?.nameEn, province?.nameEn].filter((name) => name !== undefined).join(", "),
  };
}
