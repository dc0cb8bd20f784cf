import { z } from "zod";
import { NetworkFilter } from "#graph/schema/filter/filter.ts";

const Count = z.strictObject({ value: z.string(), count: z.int() });

/** Counts behind each control of the filter panel: each dimension counted under all other dimensions' filters. */
export const Facets = z
  .strictObject({
    filter: NetworkFilter,
    total: z.int().describe("All exchanges in the store"),
    matching: z.int().describe("Exchanges left by the filter"),
    layer: z.array(Count),
    status: z.array(Count),
    linkKind: z.array(Count),
    province: z.array(Count),
    source: z.array(Count),
    pooled: z.array(Count),
    internal: z.array(Count),
    synthetic: z.array(Count),
    years: z.array(z.strictObject({ year: z.int(), count: z.int() })),
    undatedCount: z.int(),
    parksByProvince: z.array(Count),
    networkVersion: z.int(),
  })
  .meta({ id: "Facets" });
export type Facets = z.infer<typeof Facets>;
