import { z } from "zod";
import { NetworkFilter } from "#graph/schema/filter/filter.ts";
import { MetricDescription } from "./metric-description.ts";
import { MetricResult } from "./metric-result.ts";
import { Origin } from "./origin.ts";

/** How much of the network a result stands on. */
export const Coverage = z
  .strictObject({
    exchanges: z.int().describe("Exchanges left by the filter"),
    quantified: z.int().describe("Of these, with a flow in the layer's own unit"),
    steamByMassOnly: z
      .int()
      .describe("Of these, with a flow known only as mass of steam (never added to GJ)"),
    filteredOut: z.int().describe("Exchanges the filter took away"),
    selfLoops: z.int().describe("Exchanges inside one node of this graph, left out of link metrics"),
    nodes: z.int().describe("Nodes of the graph that the metric reads, leaves included: its n"),
    leaves: z
      .int()
      .describe(
        "Of these, leaves of the path graph: ends that are pooled, unnamed, of unknown place or outside the area of the filter",
      ),
    pooledNodes: z
      .int()
      .describe(
        "Of these, nodes with a name that stand for more than one: pooled enterprises; in the park scope, places that are not known",
      ),
    outsideNodes: z
      .int()
      .describe("Of these, nodes with a name outside the area of the filter, at which its exchanges end"),
  })
  .meta({ id: "Coverage" });
export type Coverage = z.infer<typeof Coverage>;

const findings = {
  metric: MetricDescription,
  networkVersion: z.int(),
  filter: NetworkFilter,
  coverage: Coverage,
  parameters: z
    .record(z.string(), z.union([z.number(), z.string()]))
    .describe("Values of the metric's parameters that were applied, defaults filled in"),
  seed: z.int().nullable().describe("Seed of the random steps; null where there is none"),
  libraries: z
    .record(z.string(), z.string())
    .describe("Libraries that computed it, with version; none where it is our own code of productVersion"),
  result: MetricResult,
} as const;

/** One metric, computed: always with what it was computed from. */
export const MetricReport = z.strictObject({ ...findings, ...Origin }).meta({ id: "MetricReport" });
/** A report without what only its caller knows: the hash of the records and the version of the program. */
export const MetricFindings = z.strictObject(findings);
export type MetricFindings = z.infer<typeof MetricFindings>;
export type MetricReport = z.infer<typeof MetricReport>;
