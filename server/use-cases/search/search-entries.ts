import { cities, cityByCode } from "#graph/schema/region/cities.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { SearchHit } from "#graph/schema/answers/search-hit.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { PlaceHeader } from "#graph/projection/places/headers.ts";

/** What the entries are drawn from. */
export interface SearchSource {
  readonly network: Network;
  readonly placeIdByEnterprise: ReadonlyMap<string, string>;
  readonly placeById: ReadonlyMap<string, PlaceHeader>;
}

/** Something that can be found, with further words for it besides name and id. */
export interface SearchEntry {
  readonly hit: SearchHit;
  readonly aliases: string;
}

/** Everything that can be found, kinds in the order in which results are grouped. */
export function* searchEntries(snapshot: SearchSource): Generator<SearchEntry> {
  yield* parkEntries(snapshot);
  yield* enterpriseEntries(snapshot);
  for (const { code, nameZh, nameEn, groupZh } of snapshot.network.resources)
    yield {
      hit: {
        kind: "resource",
        id: code,
        nameZh,
        nameEn,
        contextZh: groupZh,
        contextEn: null,
        placeId: null,
      },
      aliases: "",
    };
  yield* cityEntries(snapshot);
}

function* parkEntries({ network }: SearchSource): Generator<SearchEntry> {
  for (const { id, nameZh, nameEn, cityCode, provinceCode, titles } of network.parks)
    yield {
      hit: { kind: "park", id, nameZh, nameEn, ...divisionOf(cityCode, provinceCode), placeId: `park:${id}` },
      aliases: titles.join(" "),
    };
}

function* enterpriseEntries({
  network,
  placeIdByEnterprise,
  placeById,
}: SearchSource): Generator<SearchEntry> {
  for (const { id, nameZh, nameEn, companyZh } of network.enterprises) {
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
      aliases: companyZh ?? "",
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
      aliases: "",
    };
  }
}

function divisionOf(cityCode: string, provinceCode: string) {
  const province = provinceByCode.get(provinceCode);
  const city = cityByCode.get(cityCode);
  return {
    contextZh: `${province?.nameZh ?? ""}${city?.nameZh ?? ""}`,
    contextEn: [city?.nameEn, province?.nameEn].filter((name) => name !== undefined).join(", "),
  };
}
