import { z } from "zod";
import { dimensions, type DimensionKey } from "#graph/schema/filter/dimensions.ts";
import { NetworkFilter } from "#graph/schema/filter/filter.ts";

const Counts = z.array(z.strictObject({ value: z.string(), count: z.int() }));

/** Exchanges behind each value of each dimension; of a flag behind `yes` and `no`; of a range behind each number, and `unknown`. */
export type FacetCounts = Record<DimensionKey, z.infer<typeof Counts>>;

/** Counts behind each control of the filter panel: each dimension counted under all other dimensions' conditions. */
export const Facets = z
  .strictObject({
    filter: NetworkFilter,
    total: z.int().describe("All exchanges in the store"),
    matching: z.int().describe("Exchanges left by the filter"),
    ...(Object.fromEntries(dimensions.map(({ key, title }) => [key, Counts.describe(title.en)])) as Record<
      DimensionKey,
      typeof Counts
    >),
    networkVersion: z.int(),
  })
  .meta({ id: "Facets" });
export type Facets = z.infer<typeof Facets>;
