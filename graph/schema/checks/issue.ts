import { z } from "zod";
import { Text } from "#graph/schema/text.ts";

/** One thing wrong with one value of one record; `file`, `line`, `column` are null for records already in a store. */
export const Issue = z
  .strictObject({
    code: z
      .enum([
        "empty-file",
        "no-rows",
        "unknown-file",
        "missing-column",
        "unknown-column",
        "mixed-encoding",
        "malformed-row",
        "skipped-row",
        "invalid-value",
        "invisible-character",
        "destroyed-text",
        "scale-twice",
        "unknown-unit",
        "unit-of-other-layer",
        "negative-quantity",
        "duplicate-id",
        "other-name",
        "twin",
        "probable-twin",
        "unknown-id",
        "unknown-code",
        "unknown-industry",
        "lost-zero",
        "layer-mismatch",
        "self-supply",
        "outside-provinces",
        "far-from-city",
        "far-from-county",
        "far-from-park",
        "shifted-coordinates",
        "swapped-coordinates",
        "hazard-mismatch",
        "dates-reversed",
        "yet-to-come",
        "stale-perYear",
        "division-mismatch",
        "retired-code",
        "overlap-mismatch",
        "part-mismatch",
        "store-damaged",
      ])
      .describe("Stable code of the fault"),
    severity: z.enum(["error", "warning"]),
    recordKind: z.string().nullable(),
    recordId: z.string().nullable(),
    file: z.string().nullable(),
    line: z.int().positive().nullable(),
    column: z.string().nullable(),
    value: z.string().nullable().describe("Offending value, cut at 120 characters"),
    reason: Text.describe("What is wrong and what to do, one sentence"),
  })
  .meta({ id: "Issue" });
export type Issue = z.infer<typeof Issue>;
