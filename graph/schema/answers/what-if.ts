import { z } from "zod";
import { filterQuery, NetworkFilter } from "#graph/schema/filter/filter.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import { Text } from "#graph/schema/text.ts";
import { AnalysisBody } from "./analysis.ts";
import { MetricDescription } from "./metric-description.ts";
import { NullReason } from "./null-reason.ts";

/** A link that is supposed. */
export const SupposedLink = z
  .strictObject({
    supplierId: Identifier,
    receiverId: Identifier,
    resourceCode: ResourceCode,
    perYear: z
      .number()
      .nonnegative()
      .max(1e12)
      .nullable()
      .default(null)
      .describe("Yearly flow in the unit of the layer of the code: t/a, GJ/a or m³/a; null = not known"),
  })
  .meta({ id: "SupposedLink" });
export type SupposedLink = z.infer<typeof SupposedLink>;

const { seed, parameters } = AnalysisBody.shape;

/** What is supposed, and what is measured with it and without it. */
export const WhatIfBody = z
  .strictObject({
    metrics: z.array(z.string().max(60)).min(1).max(30),
    filter: z
      .strictObject(filterQuery)
      .optional()
      .describe("In the names and words of the query of /api/metrics/{id}"),
    seed,
    parameters,
    add: z.array(SupposedLink).max(200).optional().describe("Links that are supposed to run"),
    remove: z
      .array(Identifier)
      .max(200)
      .optional()
      .describe("Enterprises that are supposed to be gone, with all their exchanges"),
  })
  .refine(({ add = [], remove = [] }) => add.length + remove.length > 0, {
    path: ["add"],
    message: "expected at least one link to add or one enterprise to remove",
  })
  .meta({ id: "WhatIfBody" });
export type WhatIfBody = z.infer<typeof WhatIfBody>;

const numbers = z.array(z.number().nullable());

/** How one metric differs. */
export const MetricChange = z
  .strictObject({
    metric: MetricDescription,
    parameters: z.record(z.string(), z.union([z.number(), z.string()])),
    reasonBefore: NullReason.nullable().describe(
      "Why there is no value without the change; null where there is",
    ),
    reasonAfter: NullReason.nullable(),
    columns: z.array(z.strictObject({ id: z.string(), zh: z.string(), en: z.string() })),
    rows: z
      .array(
        z.strictObject({
          nodes: z
            .array(z.strictObject({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }))
            .describe("What the numbers are of: none for the whole network, two for a link"),
          label: Text.nullable(),
          before: numbers.describe("One number a column; null where it is not known or the row is new"),
          after: numbers,
          difference: numbers.describe("after − before; null where one of them is"),
        }),
      )
      .describe(
        "Numbers of the whole network always; of single nodes and links those that change, the largest difference first",
      ),
    changed: z.int().describe("Rows that change, not only those listed"),
    unchanged: z.int(),
  })
  .meta({ id: "MetricChange" });
export type MetricChange = z.infer<typeof MetricChange>;

/** What would be different. Nothing of it is kept. */
export const WhatIf = z
  .strictObject({
    networkVersion: z.int(),
    filter: NetworkFilter,
    added: z.array(
      SupposedLink.extend({
        perYear: z.number().nullable(),
        layer: Layer,
        kept: z.boolean().describe("Whether the filter lets it take part"),
      }),
    ),
    removed: z.array(
      z.strictObject({
        id: Identifier,
        nameZh: z.string(),
        nameEn: z.string().nullable(),
        exchanges: z.int().describe("Its exchanges under the filter, which are gone with it"),
      }),
    ),
    metrics: z.array(MetricChange),
  })
  .meta({ id: "WhatIf" });
export type WhatIf = z.infer<typeof WhatIf>;
