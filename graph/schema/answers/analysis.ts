import { z } from "zod";
import { metricParameters } from "./metric-parameters.ts";
import { Sample } from "./metric-result.ts";

/** Files that a network can be read from. */
export const NetworkFormat = z.enum(["json", "gexf", "graphml", "pajek", "csv"]);
export type NetworkFormat = z.infer<typeof NetworkFormat>;

const parameterNames = Object.keys(metricParameters) as [string, ...string[]];

/** A network to measure, and what of it. */
export const AnalysisBody = z
  .strictObject({
    network: z
      .union([
        z
          .strictObject({
            format: NetworkFormat,
            text: z.string().describe("The file"),
            nodes: z.string().optional().describe("With csv: a second file, of nodes"),
          })
          .describe("A file as text"),
        z
          .looseObject({ nodes: z.array(z.unknown()) })
          .describe("JSON of graphology, or node-link JSON of NetworkX, with `edges` or `links`"),
      ])
      .describe("The network"),
    metrics: z
      .union([z.literal("all"), z.array(z.string().max(60)).min(1).max(300)])
      .optional()
      .describe("Ids such as node.betweenness and network.density; default all"),
    directed: z.boolean().optional().describe("Overrules what the file says of direction"),
    weight: z
      .string()
      .max(200)
      .optional()
      .describe("Edge attribute that is the weight; default quantity, else weight"),
    layer: z
      .string()
      .max(200)
      .optional()
      .describe("Measures only the edges whose attribute `layer` says this, among all nodes; default all"),
    seed: z.int().min(0).max(4_294_967_295).optional().describe("Seed of the random steps; default 1"),
    parameters: z
      .partialRecord(z.enum(parameterNames), z.union([z.number(), z.string().max(40)]))
      .optional()
      .describe("Parameters of the metrics, by name as in the catalogue"),
  })
  .meta({ id: "AnalysisBody" });
export type AnalysisBody = z.infer<typeof AnalysisBody>;

const numbers = z.record(z.string(), z.number().nullable());

/** One metric of a file: a number, numbers by node or link, a matrix, or why it has none. */
export const MetricAnswer = z
  .union([
    z.strictObject({
      value: z.union([z.number(), numbers]).nullable(),
      parts: numbers.optional().describe("Numbers that belong to the value"),
      curve: z
        .strictObject({
          x: z.array(z.number()),
          columns: z.record(z.string(), z.array(z.number().nullable())),
        })
        .optional()
        .describe("The curve that the value sums up"),
    }),
    z.strictObject({
      byNode: z
        .record(z.string(), z.union([z.number(), numbers]).nullable())
        .describe("By id of a node; null where it has no value"),
      sample: Sample.optional(),
      parts: numbers.optional(),
    }),
    z.strictObject({
      byLink: z.array(
        z.strictObject({
          source: z.string(),
          target: z.string(),
          value: z.union([z.number(), numbers]).nullable(),
        }),
      ),
      sample: Sample.optional(),
    }),
    z.strictObject({
      matrix: z.looseObject({
        labels: z.array(z.string()),
        rows: z.array(z.array(z.number().nullable())).describe("Row supplies column"),
      }),
    }),
    z.strictObject({ undefined: z.string().describe("Why the network has no such value") }),
  ])
  .meta({ id: "MetricAnswer" });
export type MetricAnswer = z.infer<typeof MetricAnswer>;

/** What was measured on a network that an analyst brought. Unrounded; equal questions give equal bytes. */
export const Analysis = z
  .strictObject({
    network: z.strictObject({
      nodes: z.int(),
      links: z.int().describe("Of the simple graph: parallel edges are one link, self loops none"),
      edges: z.int().describe("As the file has them"),
      directed: z.boolean(),
      multi: z.boolean().describe("Whether two edges run between the same ends"),
      selfLoops: z.int(),
      weight: z.string().nullable().describe("Edge attribute that the weights were read from"),
      unknownWeights: z.int().describe("Edges whose weight is missing or no number: neither 0 nor 1"),
      layers: z.array(z.string()),
    }),
    parameters: z
      .record(z.string(), z.record(z.string(), z.union([z.number(), z.string()])))
      .describe("By metric"),
    versions: z
      .record(z.string(), z.string())
      .describe("Of the program, and of libraries that computed a metric"),
    metrics: z.record(z.string(), MetricAnswer).describe("By id, in the order of the catalogue"),
  })
  .meta({ id: "Analysis" });
export type Analysis = z.infer<typeof Analysis>;
