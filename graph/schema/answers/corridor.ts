import { z } from "zod";
import { Layer } from "#graph/schema/records/layer.ts";
import { PlaceId } from "./place.ts";

/** Sum of flows in one layer, with what it does not contain. */
export const FlowSum = z
  .strictObject({
    layer: Layer,
    exchangeCount: z.int(),
    quantifiedCount: z.int().describe("Exchanges with a flow in the layer's own unit"),
    perYear: z
      .number()
      .nullable()
      .describe("Sum in the layer's unit (t/a, GJ/a, m3/a); null where no flow is known"),
    steamTonnesPerYear: z
      .number()
      .nullable()
      .describe("Energy layer: sum of flows known only as mass of steam"),
    steamCount: z.int(),
    assumedCount: z.int().describe("Flows converted to a year by an assumption"),
  })
  .meta({ id: "FlowSum" });
export type FlowSum = z.infer<typeof FlowSum>;

/** 通道. All exchanges from one place to another in one layer. `from` = `to` for exchanges inside a place. */
export const Corridor = z
  .strictObject({
    from: PlaceId,
    to: PlaceId,
    fromNameZh: z.string(),
    fromNameEn: z.string().nullable(),
    toNameZh: z.string(),
    toNameEn: z.string().nullable(),
    crossProvince: z.boolean(),
    carriesPath: z
      .boolean()
      .describe(
        "Whether paths and neighbourhoods run along it: both places are known, and an exchange of it has no pooled end",
      ),
    staleCount: z
      .int()
      .describe("Exchanges that nothing confirmed for longer than the filter's staleAfter years"),
    flow: FlowSum,
  })
  .meta({ id: "Corridor" });
export type Corridor = z.infer<typeof Corridor>;
