import { z } from "zod";

/** The two fields of one text: `noteZh` and `noteEn`. */
type Pair<K extends string, T> = { [P in `${K}Zh` | `${K}En`]: T };

/**
 * One text of a record in both languages, as two fields. Either may be null: whoever enters a record need not know both
 * languages, and a reader is then shown the one there is.
 */
export function bilingual<K extends string>(name: K, maxLength: number, meaning: string) {
  return pair(name, z.string().max(maxLength).nullable(), meaning);
}

/** A list of texts in both languages; the languages list the same things in the same order. */
export function bilingualList<K extends string>(name: K, maxLength: number, meaning: string) {
  return pair(name, z.array(z.string().max(maxLength)), meaning);
}

function pair<K extends string, T extends z.ZodType>(name: K, type: T, meaning: string): Pair<K, T> {
  return {
    [`${name}Zh`]: type.describe(`${meaning}, Chinese`),
    [`${name}En`]: type.describe(`${meaning}, English`),
  } as Pair<K, T>;
}
