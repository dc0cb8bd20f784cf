import { z } from "zod";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { Latitude, Longitude } from "#graph/schema/records/park.ts";

/**
 * Place id: `park:<parkId>`, `city:<6 digits>` (park not known), `province:<2 digits>` (city not known, inside the
 * region) or `outside:<2 digits | unknown>` (beyond the two provinces).
 */
export const PlaceId = z
  .string()
  .regex(/^(?:park:[A-Za-z0-9._:-]{1,80}|city:\d{6}|province:\d{2}|outside:(?:\d{2}|unknown))$/)
  .describe("Place id: park:<id>, city:<code>, province:<code> or outside:<code>");

/** Whether it is known where things of this place stand. A placeholder only says "somewhere in", and carries no path. */
export function isKnownPlace(kind: Place["kind"]): boolean {
  return kind === "park";
}

export const regionProvinceCodes: readonly string[] = ["37", "32"];

export const Place = z
  .strictObject({
    id: PlaceId,
    kind: z
      .enum(["park", "city", "province", "outside"])
      .describe("Only `park` counts as a park; the others are drawn hollow"),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    provinceCode: z.string().nullable(),
    cityCode: z.string().nullable(),
    lon: Longitude.nullable().describe("Null for places outside the region: they stand in a margin"),
    lat: Latitude.nullable(),
    coordErrorKm: z.number().nullable(),
    enterpriseCount: z.int(),
    exchangeCount: z.int().describe("Exchanges with an end here, under the filter"),
    insideExchangeCount: z.int().describe("Exchanges with both ends here, under the filter"),
    exchangeCountByLayer: z.strictObject({ material: z.int(), energy: z.int(), water: z.int() }),
  })
  .meta({ id: "Place" });
export type Place = z.infer<typeof Place>;

/** The place an enterprise stands at. */
export function placeIdOf(enterprise: Pick<Enterprise, "parkId" | "cityCode" | "provinceCode">): string {
  const { parkId, cityCode, provinceCode } = enterprise;
  if (parkId !== null) return `park:${parkId}`;
  if (provinceCode === null) return "outside:unknown";
  if (!regionProvinceCodes.includes(provinceCode)) return `outside:${provinceCode}`;
  return cityCode === null ? `province:${provinceCode}` : `city:${cityCode}`;
}
