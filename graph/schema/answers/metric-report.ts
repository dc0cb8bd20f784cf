import { z } from "zod";
import { Origin } from "./origin.ts";
import { PlaceId } from "./place.ts";
import { NetworkFilter } from "#graph/schema/filter/filter.ts";

export const MetricScope = z.enum(["enterprise", "park", "network"]);
export type MetricScope = z.infer<typeof MetricScope>;

/** The graphs that metrics are measured on. */
export const Projection = z
  .enum(["raw", "flow", "path", "tie"])
  .describe(
    "raw: one edge an exchange; flow: simple digraph, exchanges summed; path: flow in which every pooled or unknown end is a leaf of its own; tie: path without directions",
  );
export type Projection = z.infer<typeof Projection>;

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
    parameters: z.record(z.string(), z.union([z.number(), z.string()])),
    source: z.string().describe("Author, year, DOI"),
    agreesWith: z.string().describe("Function whose values it equals, with version"),
  })
  .meta({ id: "MetricDescription" });
export type MetricDescription = z.infer<typeof MetricDescription>;

/** Why a value is null. A code, so that every language can say it. */
export const NullReason = z.enum([
  "placeholder",
  "no-nodes",
  "no-links",
  "no-known-quantity",
  "no-decidable-exchange",
  "zero-total",
]);
export type NullReason = z.infer<typeof NullReason>;

export const nullReasonText: Readonly<Record<NullReason, { readonly zh: string; readonly en: string }>> = {
  placeholder: {
    zh: "汇总、未具名或地点不详，不承载路径：其每项交换各以一个叶节点计",
    en: "pooled, unnamed or of unknown place: it carries no path, each of its exchanges ends at a leaf of its own",
  },
  "no-nodes": { zh: "筛选后没有任何节点", en: "the filter leaves no node" },
  "no-links": { zh: "筛选后没有任何链接", en: "the filter leaves no link" },
  "no-known-quantity": {
    zh: "有交换，但数量均未知",
    en: "there are exchanges, but none has a known quantity",
  },
  "no-decidable-exchange": {
    zh: "没有两端园区均已知的交换",
    en: "no exchange has both ends in known parks",
  },
  "zero-total": { zh: "已知数量之和为零", en: "the known quantities add up to zero" },
};

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

const Score = z.strictObject({
  id: z.string().describe("Enterprise id, or place id for the park scope"),
  placeId: PlaceId.describe("Where it stands; a place itself"),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  value: z.number().nullable(),
  reason: NullReason.nullable().describe("Why the value is null"),
});

const Sample = z.strictObject({
  drawn: z.int().describe("Start nodes drawn at random"),
  of: z.int().describe("Start nodes an exact value would need"),
});

/** Exchanges left by the filter, told apart by whether they run between parks; all but `of` and `counted` add up to `of`. */
export const ShareBasis = z.strictObject({
  of: z.int().describe("Exchanges left by the filter"),
  counted: z.int().describe("Of these, counted in the share: `between` + `inside`"),
  between: z.int().describe("Both ends in known parks, two different ones"),
  inside: z.int().describe("Both ends in one park, or in two on the same ground"),
  noQuantity: z
    .int()
    .describe("Would be counted, but the share is by flow and theirs is not known; 0 in a share by links"),
  betweenCities: z.int().describe("Undecided: a park is not known, the cities are and differ"),
  insideCity: z.int().describe("Undecided: a park is not known, the cities are and are the same"),
  cityUnknown: z.int().describe("Undecided: of an end neither park nor city is known"),
});
export type ShareBasis = z.infer<typeof ShareBasis>;

export const MetricResult = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("scores"),
    scores: z.array(Score),
    sample: Sample.nullable().describe("Set where the values are estimated from a sample; null = exact"),
  }),
  z.strictObject({
    kind: z.literal("number"),
    value: z.number().nullable(),
    reason: NullReason.nullable(),
    basis: ShareBasis.nullable().describe("What an inter-park share stands on; null for other numbers"),
  }),
  z.strictObject({
    kind: z.literal("matrix"),
    rowLabels: z
      .array(z.string())
      .describe(
        "Province codes (37 Shandong, 32 Jiangsu), `outside` = another province, `unknown` = not known",
      ),
    columnLabels: z.array(z.string()),
    exchangeCounts: z.array(z.array(z.int())).describe("Row supplies column"),
    flowsPerYear: z
      .array(z.array(z.number().nullable()))
      .describe("Sum of known flows; null where none is known"),
  }),
  z.strictObject({
    kind: z.literal("partition"),
    members: z.array(
      z.strictObject({
        id: z.string(),
        placeId: PlaceId,
        nameZh: z.string(),
        nameEn: z.string().nullable(),
        community: z.int(),
      }),
    ),
    communities: z.int(),
    modularity: z.number().nullable(),
    modularitySpread: z
      .tuple([z.number(), z.number()])
      .nullable()
      .describe("Lowest and highest modularity of the runs"),
    agreementWithParks: z
      .number()
      .nullable()
      .describe("Normalised mutual information with parks, over members whose park is known, 0 to 1"),
    agreementWithCities: z
      .number()
      .nullable()
      .describe("Normalised mutual information with cities, over members whose city is known, 0 to 1"),
    reason: NullReason.nullable(),
  }),
]);
export type MetricResult = z.infer<typeof MetricResult>;

const findings = {
  metric: MetricDescription,
  networkVersion: z.int(),
  filter: NetworkFilter,
  coverage: Coverage,
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
