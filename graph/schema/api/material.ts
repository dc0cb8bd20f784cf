import { z } from "zod";
import { MaterialDetail, MaterialId } from "#graph/schema/answers/material.ts";
import { filterQuery } from "#graph/schema/filter/filter.ts";

/** The row of one material. */
export const materialEndpoint = {
  method: "get",
  path: "/api/materials/{id}",
  summary: "One material: open offers and needs, its exchanges under the filter, its rules of use",
  params: z.strictObject({ id: MaterialId }),
  query: z.strictObject({ ...filterQuery }),
  response: MaterialDetail,
  problems: ["invalid-request", "unknown-id"],
} as const;
