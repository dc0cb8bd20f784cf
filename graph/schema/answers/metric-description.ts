import { z } from "zod";
import { MetricParameter } from "./metric-parameters.ts";

/** `node`, and also `link`, `network` and `flow` are measured on a file; all but `node` on records. */
export const MetricScope = z.enum(["park", "enterprise", "city", "node", "link", "network", "flow"]);
export type MetricScope = z.infer<typeof MetricScope>;

/** The graphs that metrics are measured on. */
export const Projection = z
  .enum(["raw", "flow", "path", "tie"])
  .describe(
    "raw: one edge an exchange; flow: simple digraph, exchanges summed; path: flow in which every pooled or unknown end is a leaf of its own; tie: path without directions",
  );
export type Projection = z.infer<typeof Projection>;

const worded = { zh: z.string(), en: z.string() };

/** What a metric is: drawn by screens, docs and exports alike. */
export const MetricDescription = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z]+\.[a-zA-Z-]+$/)
      .describe("scope.name"),
    scope: MetricScope,
    nameZh: z.string(),
    nameEn: z.string(),
    meaningZh: z.string().describe("What a high value means, one sentence"),
    meaningEn: z.string(),
    unit: z.string().describe("Unit, or 1 for a pure number; `layer` = the unit of the one layer asked for"),
    range: z.string().describe("Interval of possible values, e.g. [0, 1]"),
    reads: Projection,
    needsOneLayer: z
      .boolean()
      .describe("True where the metric sums quantities: the filter must name exactly one layer"),
    formula: z.string().describe("Mathematics alone; `_` and `^` set the next word low or high"),
    whereZh: z.string().describe("What the letters of the formula mean"),
    whereEn: z.string(),
    columns: z
      .array(z.strictObject({ name: z.string(), ...worded }))
      .describe(
        "What the named numbers, matrices or points of the result mean; empty where it is one number",
      ),
    parameters: z
      .record(z.string(), MetricParameter)
      .describe(
        "What may be asked for: by name as query parameter, option of the command line and field of the form",
      ),
    conventions: z
      .record(z.string(), z.union([z.number(), z.string()]))
      .describe("What is fixed by the definition"),
    source: z.string().describe("Author, year, DOI"),
    agreesWith: z.string().describe("Function whose values it equals, with version"),
  })
  .meta({ id: "MetricDescription" });
export type MetricDescription = z.infer<typeof MetricDescription>;
