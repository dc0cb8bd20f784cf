import { z } from "zod";
import { NullReason } from "./null-reason.ts";
import { PlaceId } from "./place.ts";

/** Nodes that a result names, as columns of equal length. */
export const NodeColumns = z
  .strictObject({
    ids: z.array(z.string()).describe("Enterprise id, place id, or the id in a file"),
    placeIds: z.array(PlaceId.nullable()).describe("Where each stands; a place itself; null in a file"),
    namesZh: z.array(z.string()),
    namesEn: z.array(z.string().nullable()),
  })
  .meta({ id: "NodeColumns" });
export type NodeColumns = z.infer<typeof NodeColumns>;

const values = z.array(z.number().nullable());
/** A column of numbers under a name that the description of the metric explains. */
const Column = z.strictObject({ name: z.string(), values }).meta({ id: "ValueColumn" });

export const Sample = z.strictObject({
  drawn: z.int().describe("Start nodes drawn at random"),
  of: z.int().describe("Start nodes an exact value would need"),
  error: z
    .number()
    .nullable()
    .describe(
      "With probability 0.95 every value lies within this of the exact one; null = no bound is known",
    ),
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

const reason = NullReason.nullable().describe("Why there is no value; null where there is one");

export const MetricResult = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("scalar"),
    value: z.number().nullable(),
    parts: z
      .array(z.strictObject({ name: z.string(), value: z.number().nullable() }))
      .describe("Numbers that belong to the value, or stand in place of one; named in the description"),
    reason,
    basis: ShareBasis.nullable().describe("What an inter-park share stands on; null for other numbers"),
  }),
  z.strictObject({
    kind: z.literal("byNode"),
    nodes: NodeColumns,
    columns: z
      .array(Column)
      .describe("One number a node and column; the first one is what nodes are ranked by"),
    reasons: z.array(NullReason.nullable()).describe("By node: why its numbers are null"),
    reason: NullReason.nullable().describe("Why no node has a number; null where one has"),
    sample: Sample.nullable().describe("Set where the values are estimated from a sample; null = exact"),
  }),
  z.strictObject({
    kind: z.literal("byLink"),
    nodes: NodeColumns.describe("Ends of the links"),
    sources: z.array(z.int()).describe("By link: position of its supplier in `nodes`"),
    targets: z.array(z.int()),
    columns: z.array(Column),
    unlisted: z
      .int()
      .describe("Links of the graph with an end that is not known: they count, but have no row"),
    reason,
    sample: Sample.nullable(),
  }),
  z.strictObject({
    kind: z.literal("matrix"),
    labels: z.strictObject({
      ids: z.array(z.string()).describe("`outside` = another province, `unknown` = not known"),
      namesZh: z.array(z.string()),
      namesEn: z.array(z.string().nullable()),
    }),
    matrices: z
      .array(z.strictObject({ name: z.string(), rows: z.array(values).describe("Row supplies column") }))
      .describe("Each under a name that the description explains"),
    reason,
  }),
  z.strictObject({
    kind: z.literal("curve"),
    value: z.number().nullable().describe("The curve in one number, as the description says"),
    x: z.array(z.number()),
    columns: z.array(Column).describe("One number a point and column"),
    reason,
  }),
  z.strictObject({
    kind: z.literal("partition"),
    members: z.array(
      z.strictObject({
        id: z.string(),
        placeId: PlaceId.nullable(),
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
    stability: z
      .number()
      .nullable()
      .describe("Mean normalised mutual information of all pairs of runs; 1 = every run finds the same"),
    agreements: z
      .array(
        z.strictObject({
          group: z.enum(["park", "city", "province"]),
          members: z.int().describe("Members whose group is known: the agreement is over these"),
          mutualInformation: z.number().nullable().describe("Normalised by the arithmetic mean, 0 to 1"),
          adjustedRand: z
            .number()
            .nullable()
            .describe("Adjusted Rand index: 1 = same groups, about 0 = by chance"),
        }),
      )
      .describe("How far the communities follow borders; empty where there are none"),
    reason: NullReason.nullable(),
  }),
]);
export type MetricResult = z.infer<typeof MetricResult>;
