import { z } from "zod";

/** 余量. What is left of an offer or need after operating exchanges, use inside the own company and its parts. */
export const Residual = z
  .strictObject({
    perYear: z
      .number()
      .nonnegative()
      .nullable()
      .describe(
        "Per year, in the unit of the listing's quantity; null = not known. Never above that quantity",
      ),
    state: z.enum(["known", "unknown"]),
    unknownBecause: z
      .enum(["quantity-unknown", "cover-unknown", "heap"])
      .nullable()
      .describe(
        "quantity-unknown: the listing names none; cover-unknown: how much its exchanges or parts take is not known; heap: a stock is no yearly flow; null where the residual is known",
      ),
    coveredBy: z
      .array(z.string())
      .describe("Ids of the exchanges and listings that take or fill part of it, ascending"),
    served: z
      .enum(["exchanges", "own-company"])
      .nullable()
      .describe(
        "Set where nothing is left: exchanges = their quantities reach the listing's; own-company = the own company uses or fills it and no number shows a remainder",
      ),
  })
  .meta({ id: "Residual" });
export type Residual = z.infer<typeof Residual>;
