import { z } from "zod";

/** A yearly amount with its 80 % band. */
export const Band = z
  .strictObject({
    low: z.number().nonnegative().describe("10 % point"),
    best: z.number().nonnegative().describe("Median"),
    high: z.number().nonnegative().describe("90 % point"),
  })
  .readonly()
  .meta({ id: "AmountBand" });
export type Band = z.infer<typeof Band>;
