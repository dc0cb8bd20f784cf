import { z } from "zod";

/** What identifies the records and the program behind an answer or a file. */
export const Origin = {
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe(
      "SHA-256 of the records that the viewer may see: equal for equal records in whatever store, unlike networkVersion, which counts the imports of one",
    ),
  productVersion: z.string().describe("Version of the program, and so of what it computes by itself"),
} as const;

export interface Origin {
  readonly contentHash: string;
  readonly productVersion: string;
}
