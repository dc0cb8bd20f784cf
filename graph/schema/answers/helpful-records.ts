import { z } from "zod";
import { Text } from "#graph/schema/text.ts";

/** Why a place has no candidate, and which records would help it most. */
export const HelpfulRecords = z
  .strictObject({
    because: z
      .enum(["no-enterprise", "no-listing", "all-served", "only-blocked", "no-counterpart"])
      .describe(
        "no-enterprise: none is known at the place; no-listing: its enterprises list nothing; all-served: what they list is used, met, historic or expired; only-blocked: its candidates are held back by gates; no-counterpart: what they list meets nobody",
      ),
    why: Text,
    records: z.array(Text).max(3).describe("What to record, what helps most first"),
  })
  .meta({ id: "HelpfulRecords" });
export type HelpfulRecords = z.infer<typeof HelpfulRecords>;
