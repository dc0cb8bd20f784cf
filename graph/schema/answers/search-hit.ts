import { z } from "zod";
import { PlaceId } from "./place.ts";

export const SearchHit = z
  .strictObject({
    kind: z.enum(["park", "enterprise", "resource", "city", "county"]),
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    contextZh: z.string().nullable().describe("Where it is or what it belongs to"),
    contextEn: z.string().nullable(),
    placeId: PlaceId.nullable(),
  })
  .meta({ id: "SearchHit" });
export type SearchHit = z.infer<typeof SearchHit>;
