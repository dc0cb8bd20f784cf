import { z } from "zod";
import { Evidence } from "#graph/schema/records/evidence.ts";
import { priceItems } from "#graph/schema/records/price.ts";
import { Text } from "#graph/schema/text.ts";

const share = z.number().min(0).max(1);

/** A figure and where 80 % of the worlds lie. */
export const Band = z
  .strictObject({
    low: z.number().describe("10th percentile over the worlds, or `best` where that is lower"),
    best: z.number().describe("At the likeliest value of every input"),
    high: z.number().describe("90th percentile over the worlds, or `best` where that is higher"),
  })
  .meta({ id: "Band" });
export type Band = z.infer<typeof Band>;

/** A sum of money; without numbers where more than half of it rests on assumptions. */
export const YuanFigure = z
  .strictObject({
    sign: z
      .enum(["gain", "loss", "open"])
      .describe("gain: above 0 in at least 80 % of the worlds; loss: in at most 20 %; else open"),
    band: Band.nullable().describe("Null where `assumedShare` is above 0.5: then only the sign is told"),
    assumedShare: share.describe(
      "Share of the figure, by the size of its terms, that rests on assumed prices",
    ),
  })
  .meta({ id: "YuanFigure" });
export type YuanFigure = z.infer<typeof YuanFigure>;

/** A line of the price book as it enters a surplus. */
const EconomicTerm = z.strictObject({
  item: z.enum(priceItems),
  priceId: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  enters: z.enum(["gain", "cost", "nothing"]).describe("nothing: the tax, where no taxable part is declared"),
  low: z.number(),
  best: z.number(),
  high: z.number(),
  unit: z.string(),
  kind: z.enum(["read", "derived", "assumed"]),
  evidence: Evidence,
});

/** 经济与碳. What a candidate would bring, over worlds of prices, distances and quantities. An estimate, never a fact. */
export const Economics = z
  .strictObject({
    worlds: z.int().describe("Worlds drawn; prices are common to all candidates of a world"),
    mode: z
      .enum(["truck", "hazardous", "ship", "tanker", "pipe", "wire"])
      .describe("How it would travel; hazardous: trucks with a licence"),
    surplus: YuanFigure.nullable().describe(
      "What both ends gain together, yuan a tonne, before they share it; null where `missing` says what is not known",
    ),
    surplusPerYear: YuanFigure.nullable().describe("The same over the coverable quantity, yuan a year"),
    pays: share.nullable().describe("Share of the worlds in which the surplus is above 0"),
    paysAndFits: share
      .nullable()
      .describe("Share in which it also works technically, the resource fit taken as its probability"),
    breakEvenKm: Band.nullable().describe("Length of the way at which the surplus is 0"),
    routeKm: Band.nullable().describe(
      "Length of the way, great circle × 1.3 round the Yangtze's bridges and Laizhou Bay; null where an end has no point",
    ),
    via: Text.nullable().describe("The bridge or shore the way must pass; null where it leads straight"),
    corridor: z
      .strictObject({ floor: YuanFigure, ceiling: YuanFigure })
      .nullable()
      .describe(
        "Prices, yuan a tonne, the receiver pays to the supplier and hauls: between floor and ceiling both gain; below 0 the supplier pays",
      ),
    carbon: z
      .strictObject({
        kgPerTonne: Band.describe("kg CO2e saved by a tonne, the haul deducted"),
        tonnesPerYear: z.number().nullable(),
        sourceZh: z.string().describe("Factors with their years"),
        sourceEn: z.string(),
      })
      .nullable(),
    carbonMissing: Text.nullable().describe("Why there is no carbon figure"),
    replaced: z
      .strictObject({
        nameZh: z.string(),
        nameEn: z.string().nullable(),
        tonnesPerTonne: z.number(),
        tonnesPerYear: z.number().nullable(),
      })
      .nullable()
      .describe("Virgin material that a tonne replaces"),
    terms: z.array(EconomicTerm),
    tornado: z
      .array(
        z.strictObject({
          nameZh: z.string(),
          nameEn: z.string().nullable(),
          swing: share.describe("Its share of the swings of all inputs, each from low to high by itself"),
          low: z
            .number()
            .nullable()
            .describe("Surplus at its low value, yuan a tonne; null with the surplus's band"),
          high: z.number().nullable(),
        }),
      )
      .max(3)
      .describe("What moves the surplus most"),
    decisive: z
      .strictObject({
        nameZh: z.string(),
        nameEn: z.string().nullable(),
        howZh: z.string().nullable(),
        howEn: z.string().nullable(),
        flips: share
          .nullable()
          .describe(
            "Chance that knowing it turns the verdict whether the link pays; null where the verdict itself is missing",
          ),
      })
      .nullable()
      .describe("The datum worth most to find out; null where none alone turns the verdict"),
    missing: z.array(Text).describe("What must be known before there is a surplus"),
  })
  .meta({ id: "Economics" });
export type Economics = z.infer<typeof Economics>;
