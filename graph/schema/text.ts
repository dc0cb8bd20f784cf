import { z } from "zod";

/** One text in the two languages of the product. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() }).readonly();
export type Text = z.infer<typeof Text>;

/** Under this key of a schema's metadata, and so of OpenAPI, stands its description in Chinese. */
const chinese = "x-zh";

/** The schema with its meaning in both languages, for the documentation. */
export function worded<T extends z.ZodType>(schema: T, { zh, en }: Text): T {
  return schema.meta({ description: en, [chinese]: zh });
}

/** The meaning that `worded` gave a schema; null where it gave none. */
export function wordsOf(schema: z.ZodType): Text | null {
  const { description: en, [chinese]: zh } = schema.meta() ?? {};
  return typeof en === "string" && typeof zh === "string" ? { zh, en } : null;
}
