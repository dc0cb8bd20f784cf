import { z } from "zod";

/** Stable id of a record: ASCII letters, digits and `. _ : -`, at most 80 characters. */
export const Identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/, "expected 1 to 80 ASCII letters, digits or . _ : -")
  .describe("Stable record id");

/** Ids a record had before: of records merged into it, or of its own. Old links open the record by them. */
export const Aliases = z
  .array(Identifier)
  .max(50)
  .describe("Former ids of the record; links with one of them open it");

/** Short and former names, in any language. */
export const OtherNames = z
  .array(z.string().min(1).max(200))
  .max(50)
  .describe("Short and former names; searched, never shown as the name");
