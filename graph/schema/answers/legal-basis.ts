import { z } from "zod";

/** The steps of an application to move hazardous waste over a border, were it complete on `startDay`. */
export const TransferClock = z
  .strictObject({
    startDay: z.iso.date().describe("Day on which the complete application is in; not counted itself"),
    steps: z.array(
      z.strictObject({
        id: z.enum(["first-review", "receiver-answers", "decision"]),
        article: z.string().describe("Of the Measures on the Transfer of Hazardous Waste (order 23)"),
        workingDays: z.int(),
        until: z.iso.date().describe("Last day the step may take"),
      }),
    ),
    completenessUntil: z.iso.date().describe("An incomplete application is told so by this day"),
    validUntilAtMost: z.iso
      .date()
      .describe("Twelve months after the decision; earlier where the period asked for or the licence ends"),
    holidaysKnown: z
      .boolean()
      .describe("False: a day falls into a year whose holidays are not known, so weekdays were counted"),
  })
  .meta({ id: "TransferClock" });
export type TransferClock = z.infer<typeof TransferClock>;

/** The dated row of the law a gate rests on. Never a decision. */
export const LegalBasis = z
  .strictObject({
    instrumentZh: z.string(),
    instrumentEn: z.string(),
    article: z.string(),
    inForceFrom: z.iso.date(),
    checkedOn: z.iso.date().describe("Day the row was last compared with a copy of its text"),
    permission: z
      .enum(["none", "information-in-advance", "filing", "approval", "approval-and-manifest", "undetermined"])
      .describe("What the transfer needs under this instrument"),
    noteZh: z.string().describe("Not a decision; what to check"),
    noteEn: z.string(),
    clock: TransferClock.nullable().describe("Where approval and a manifest are needed; null otherwise"),
    remarks: z
      .array(
        z.strictObject({
          id: z.enum([
            "exemption",
            "transit",
            "proximity",
            "lighter-rule",
            "hazardous-chemical",
            "by-product-sale",
          ]),
          zh: z.string(),
          en: z.string(),
        }),
      )
      .describe("What else the transfer brings with it or leaves open"),
  })
  .meta({ id: "LegalBasis" });
export type LegalBasis = z.infer<typeof LegalBasis>;
