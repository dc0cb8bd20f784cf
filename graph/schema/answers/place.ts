import { z } from "zod";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { Latitude, Longitude } from "#graph/schema/records/park.ts";

/**
 * 地点 by what it is: `park:<park id>`, `site:<enterprise id>` (no park, but a point of its own), `county:<6 digits>`,
 * `city:<6 digits>` (county not known), `province:<2 digits>` (city not known, inside the region) or
 * `outside:<2 digits | unknown>` (beyond the two provinces).
 */
export const PlaceId = z
  .string()
  .regex(
    /^(?:(?:park|site):[A-Za-z0-9._:-]{1,80}|(?:county|city):\d{6}|province:\d{2}|outside:(?:\d{2}|unknown))$/,
  )
  .describe(
    "Place id: park:<id>, site:<enterprise id>, county:<code>, city:<code>, province:<code> or outside:<code>",
  );

export const PlaceKind = z
  .enum(["park", "site", "county", "city", "province", "outside"])
  .describe(
    "Only `park` counts as a park. `park`, `site` (a plant's own point) and `county` are known places; `city`, `province` and `outside` stand for a place that is not known",
  );
export type PlaceKind = z.infer<typeof PlaceKind>;

/** Whether it is known where things of this place stand. A placeholder only says "somewhere in", and carries no path. */
export function isKnownPlace(kind: PlaceKind): boolean {
  return kind === "park" || kind === "site" || kind === "county";
}

/** The kind of a place, from its id. */
export function placeKindOf(placeId: string): PlaceKind {
  const word = placeId.slice(0, placeId.indexOf(":"));
  // Asked for both ends of every corridor in every drawing: a full check only where the word is none of ours.
  return PlaceKind.options.find((kind) => kind === word) ?? PlaceKind.parse(word);
}

export const regionProvinceCodes: readonly string[] = ["37", "32"];

export const Place = z
  .strictObject({
    id: PlaceId,
    kind: PlaceKind,
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    provinceCode: z.string().nullable(),
    cityCode: z.string().nullable(),
    countyCode: z.string().nullable(),
    lon: Longitude.nullable().describe(
      "Point of a park or plant, seat of a county or city; null where there is none: the place is not drawn",
    ),
    lat: Latitude.nullable(),
    coordErrorKm: z
      .number()
      .nullable()
      .describe(
        "Likely error of the point as the position of what stands here, km, by the kind of the place",
      ),
    enterpriseCount: z.int(),
    exchangeCount: z.int().describe("Exchanges with an end here, under the filter"),
    insideExchangeCount: z.int().describe("Exchanges with both ends here, under the filter"),
    exchangeCountByLayer: z.strictObject({ material: z.int(), energy: z.int(), water: z.int() }),
  })
  .meta({ id: "Place" });
export type Place = z.infer<typeof Place>;

type Placed = Pick<Enterprise, "id" | "parkId" | "lon" | "lat" | "countyCode" | "cityCode" | "provinceCode">;

/**
 * The place an enterprise stands at: its park, else its own point, its county, its city, its province. Outside the two
 * provinces it is the other province, whatever else is known: there the map has no room.
 */
export function placeIdOf(enterprise: Placed): string {
  const { id, parkId, lon, lat, countyCode, cityCode, provinceCode } = enterprise;
  if (parkId !== null) return `park:${parkId}`;
  if (provinceCode === null) return "outside:unknown";
  if (!regionProvinceCodes.includes(provinceCode)) return `outside:${provinceCode}`;
  if (lon !== null && lat !== null) return `site:${id}`;
  if (countyCode !== null) return `county:${countyCode}`;
  return cityCode === null ? `province:${provinceCode}` : `city:${cityCode}`;
}
