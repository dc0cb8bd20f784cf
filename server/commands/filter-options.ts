import { z } from "zod";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import { filterQuery, reversedRange, toFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { UsageError, type Call, type OptionRow } from "./command.ts";

const query = z.strictObject(filterQuery);
const namesByOption = new Map(Object.keys(filterQuery).map((name) => [kebabCase(name), name]));

/** The filter of the API as flags: `linkKind` is `--link-kind`, with the same words as values. */
export const filterOptions: readonly OptionRow[] = dimensions.flatMap(({ parameters }) =>
  parameters.map(({ key, placeholder, about }) => ({ name: kebabCase(key), placeholder, text: about })),
);

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function inOrder(filter: NetworkFilter): NetworkFilter {
  const reversed = reversedRange(filter);
  if (reversed === null) return filter;
  const [from, to] = reversed.map(({ key }) => `--${kebabCase(key)}`);
  throw new UsageError({ zh: `${from} 晚于 ${to}`, en: `${from} is after ${to}` });
}

/** The filter a call asks for, defaults filled in. Throws UsageError naming the faulty flag. */
export function readFilter({ options }: Call): NetworkFilter {
  const given: Record<string, string | true> = {};
  for (const [option, name] of namesByOption)
    if (options[option] !== undefined) given[name] = options[option];
  const parsed = query.safeParse(given);
  if (parsed.success) {
    const filter = inOrder(toFilter(parsed.data));
    return { ...filter, asOfYear: filter.asOfYear ?? Number(dayInChina(new Date()).slice(0, 4)) };
  }
  const [issue] = parsed.error.issues;
  const flag = `--${kebabCase(String(issue?.path[0] ?? "filter"))}`;
  throw new UsageError({
    zh: `${flag}：没有这样的值`,
    en: `${flag}: ${issue?.message ?? "not valid"}`,
  });
}
