import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Identifier } from "./identifier.ts";
import { ResourceCode } from "./resource.ts";

/**
 * What may stand in the price book, each with its one unit. A tonne is a tonne as received.
 *
 * - `worth`: what both ends of a link gain together before the haul: what the supplier stops paying for disposal, what the
 *   receiver saves on what it replaces, less what it spends on treatment;
 * - `disposal`, `material`, `treatment`: the three parts of it, where they are known one by one. `disposal` is what the
 *   supplier stops paying, `material` the price of what is replaced (its name says of what), `treatment` what the receiver
 *   spends on making the resource fit; `use` is material and treatment in one, where only their difference is known;
 * - `environmental-tax`: due on what is neither stored, disposed of nor used as the law wants it, and on nothing else;
 * - freight by the kilometre and loading at both ends, by mode; `hazardous-factor` multiplies both; a pipe costs `line-cost`
 *   a kilometre, spread by `interest` over `line-life`;
 * - `…-carbon`: emission of a haul, kg CO2e.
 */
export const unitByPriceItem = {
  worth: "yuan/t",
  disposal: "yuan/t",
  material: "yuan/t",
  treatment: "yuan/t",
  use: "yuan/t",
  "environmental-tax": "yuan/t",
  "truck-freight": "yuan/t.km",
  "truck-loading": "yuan/t",
  "ship-freight": "yuan/t.km",
  "ship-loading": "yuan/t",
  "hazardous-factor": "1",
  "line-cost": "yuan/km",
  "line-life": "a",
  interest: "1/a",
  "truck-carbon": "kg/t.km",
  "ship-carbon": "kg/t.km",
} as const;

export type PriceItem = keyof typeof unitByPriceItem;
export const priceItems = Object.keys(unitByPriceItem) as [PriceItem, ...PriceItem[]];

/** 价格. One line of the price book: a figure with its band, of a region and a year. An assumption says that it is one. */
export const Price = z
  .strictObject({
    id: Identifier,
    item: z.enum(priceItems),
    nameZh: z.string().min(1).max(200),
    nameEn: z.string().max(200).nullable(),
    resourceCodes: z.array(ResourceCode).max(20).describe("Codes it holds for; empty = every resource"),
    substances: z
      .array(z.string().min(1).max(60))
      .max(10)
      .describe("Kinds of a wide code it holds for, such as steel-slag of SW01; empty = the code as a whole"),
    provinceCode: z
      .string()
      .regex(/^\d{2}$/, "expected two digits")
      .nullable()
      .describe("Province of the supplier it holds for; null = everywhere"),
    low: z.number().describe("Least it may be, in `unit`"),
    best: z.number().describe("Likeliest value, in `unit`"),
    high: z.number().describe("Most it may be, in `unit`"),
    unit: z
      .string()
      .min(1)
      .max(20)
      .describe("The unit of the item; yuan of the year, not corrected for inflation"),
    kind: z
      .enum(["read", "derived", "assumed"])
      .describe(
        "read = the source has the figure; derived = arithmetic on figures read; assumed = nobody measured it",
      ),
    ...bilingual("note", 1000, "How the figure was found, or whom to ask for a better one"),
    evidence: Evidence,
  })
  .meta({ id: "Price" });
export type Price = z.infer<typeof Price>;
