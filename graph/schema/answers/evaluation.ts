import { z } from "zod";

/** 查全率的一个数值. A mean over hidden exchanges with its 95 % interval. */
export const RecallFigure = z
  .strictObject({
    value: z.number(),
    low: z.number().describe("Lower end of the 95 % interval"),
    high: z.number(),
  })
  .meta({ id: "RecallFigure" });

const figures = z.strictObject({
  recallAt10: RecallFigure.describe("Share of hidden receivers among the first ten"),
  mrr: RecallFigure.describe("Mean of 1 / rank of the hidden receiver; 0 where it is not found"),
});

/** How well the product finds exchanges that are known: each is hidden and sought anew. */
export const Evaluation = z
  .strictObject({
    protocol: z.enum(["exchange"]).describe("Each exchange is hidden by itself"),
    strict: z
      .boolean()
      .describe("True = hidden with it: the receiver's own need, and rules that it alone shows"),
    set: z
      .enum(["plantsByProducts"])
      .describe(
        "Both ends are plants by name, of different companies; by-products, heat and water, no products",
      ),
    n: z.int().describe("Exchanges hidden, one after the other; 0 where the network has none of the set"),
    available: z
      .int()
      .describe("Exchanges of the set on record; more than n where a sample drawn by the seed was tested"),
    seed: z.int().describe("Seed of the sample and of the intervals: bootstrap over the suppliers' grounds"),
    asOf: z.iso.date(),
    figures: figures
      .extend({
        found: RecallFigure.describe("Share of hidden receivers that are ranked at all"),
        cityRecallAt5: RecallFigure.nullable().describe("The receiver's city among the first five"),
        industryRecallAt5: RecallFigure.nullable().describe(
          "Its industry, three digits, among the first five",
        ),
      })
      .nullable()
      .describe("Null where n is 0"),
    nearestNeighbours: figures
      .extend({ ahead: figures.describe("Product − nearest neighbours, query by query") })
      .nullable()
      .describe("A simple rival: industries that take the code elsewhere, nearest first"),
    noteZh: z.string(),
    noteEn: z.string(),
    networkVersion: z.int(),
  })
  .meta({ id: "Evaluation" });
export type Evaluation = z.infer<typeof Evaluation>;
