import { z } from "zod";
import { bilingual } from "./bilingual.ts";

export const EvidenceGrade = z
  .enum(["measured", "declared", "literature", "press", "inferred"])
  .describe("How the fact is known, strongest first");
export type EvidenceGrade = z.infer<typeof EvidenceGrade>;

export const SourceKind = z
  .enum(["official", "paper", "trade-web", "rehosted-press", "dataset", "entered", "generator"])
  .describe(
    "Kind of source: official or established press, peer-reviewed paper, trade or regional web, re-hosted press copy (publisher not identified, address withheld), public data set, entered by a user, product's own generator",
  );
export type SourceKind = z.infer<typeof SourceKind>;

export const Confidence = z.enum(["high", "medium", "low"]);
export type Confidence = z.infer<typeof Confidence>;

/** 依据. Where a fact comes from; carried by every record and shown wherever the record is shown. */
export const Evidence = z
  .strictObject({
    grade: EvidenceGrade,
    sourceKind: SourceKind,
    sourceUrl: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .describe("Null where the source gave none or its address is withheld"),
    confidence: Confidence,
    asOfYear: z
      .int()
      .min(1900)
      .max(2100)
      .nullable()
      .describe("Calendar year the source speaks of; null where it states none"),
    ...bilingual("note", 2000, "Evidence in words"),
    synthetic: z.boolean().describe("True for records made by the generator; never a fact"),
  })
  .meta({ id: "Evidence" });
export type Evidence = z.infer<typeof Evidence>;
