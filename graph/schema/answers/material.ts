import { z } from "zod";
import { Resource, ResourceCode } from "#graph/schema/records/resource.ts";
import { Rule } from "#graph/schema/records/rule.ts";
import { Facets } from "./facets.ts";

/** What names a material: an entry of the code list, or the words by which records call it. */
export const MaterialId = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe(
    "Resource code (with the codes below it), or a name as it stands on an exchange, listing or rule",
  );

const Named = z.strictObject({ nameZh: z.string(), nameEn: z.string().nullable() });

/** Everything the panel of one material shows, besides the lists of its records. */
export const MaterialDetail = z
  .strictObject({
    ...Named.shape,
    id: MaterialId,
    resource: Resource.nullable().describe("Its entry of the code list; null for a name that no code has"),
    codes: z
      .array(z.strictObject({ ...Named.shape, code: ResourceCode }))
      .describe("The code and those below it; of a name: the codes its records carry"),
    names: z
      .array(z.strictObject({ ...Named.shape, records: z.int() }))
      .describe("Other names that records of a code carry, most used first"),
    offerCount: z.int().describe("Open offers"),
    needCount: z.int().describe("Open needs"),
    notOpenCount: z
      .int()
      .describe(
        "Listings that are no open offer or need: used in house or taken already, historic, past their last day",
      ),
    asOf: z.iso.date().describe("The day by which listings are open or not"),
    facets: Facets.describe("Its exchanges under the filter, and what each condition leaves out"),
    rules: z.array(Rule).describe("Rules of use for it"),
    networkVersion: z.int(),
  })
  .meta({ id: "MaterialDetail" });
export type MaterialDetail = z.infer<typeof MaterialDetail>;
