import { z } from "zod";

/** One text in the two languages of the product. */
export const Text = z.strictObject({ zh: z.string(), en: z.string() }).readonly();
export type Text = z.infer<typeof Text>;
