import { z } from "zod";
import { firstFault } from "#graph/schema/fault-words.ts";
import { wordsOf } from "#graph/schema/text.ts";
import { UsageError, type Call, type OptionRow } from "./command.ts";

/** How a parameter of the API is spelt as an option: `linkKind` is `--link-kind`. */
export function optionName(parameter: string): string {
  return parameter.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Parameters of a query of the API as options, with the same words and values. `placeholders`: what stands for a value, by parameter. */
export function optionsOf(
  { shape }: z.ZodObject,
  placeholders: Readonly<Record<string, string>>,
): readonly OptionRow[] {
  return Object.entries(placeholders).map(([parameter, placeholder]) => {
    const text = shape[parameter] === undefined ? null : wordsOf(shape[parameter] as z.ZodType);
    if (text === null) throw new Error(`${parameter} has no words in the contract`);
    return { name: optionName(parameter), placeholder, text };
  });
}

/** What a call gives for the parameters of a query, checked. Throws UsageError naming the faulty option. */
export function readQuery<T extends z.ZodObject>(query: T, { options }: Call): z.output<T> {
  const given: Record<string, string | true> = {};
  for (const parameter of Object.keys(query.shape)) {
    const value = options[optionName(parameter)];
    if (value !== undefined) given[parameter] = value;
  }
  const parsed = query.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const parameter = String(issue?.path[0] ?? "filter");
  const about = wordsOf(query.shape[parameter] as z.ZodType);
  const fault = firstFault(parsed.error, about);
  throw new UsageError({
    zh: `--${optionName(parameter)}：${fault.zh}`,
    en: `--${optionName(parameter)}: ${fault.en}`,
  });
}
