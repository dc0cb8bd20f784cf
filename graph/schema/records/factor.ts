import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Identifier } from "./identifier.ts";

/** A technical or emission factor. A range keeps both ends. */
export const Factor = z
  .strictObject({
    id: Identifier,
    nameZh: z.string().min(1).max(200),
    nameEn: z.string().max(200).nullable(),
    value: z
      .string()
      .min(1)
      .max(60)
      .describe("Value as the source wrote it: a number, a range or several values"),
    ...bilingual("unit", 80, "Unit of the value"),
    ...bilingual("note", 1000, "Remark"),
    evidence: Evidence,
  })
  .meta({ id: "Factor" });
export type Factor = z.infer<typeof Factor>;
