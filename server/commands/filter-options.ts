import { z } from "zod";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import {
  filterQuery,
  recordFilterQuery,
  reversedRange,
  toFilter,
  type NetworkFilter,
} from "#graph/schema/filter/filter.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { UsageError, type Call, type OptionRow } from "./command.ts";
import { optionName, readQuery } from "./query-options.ts";

const query = z.strictObject(filterQuery);

const rows = dimensions.flatMap(({ parameters }) =>
  parameters.map(({ key, placeholder, about }) => ({
    key,
    option: { name: optionName(key), placeholder, text: about },
  })),
);

/** The filter of the API as flags: `linkKind` is `--link-kind`, with the same words as values. */
export const filterOptions: readonly OptionRow[] = rows.map(({ option }) => option);

/** The part of it that speaks of offers, needs and candidates. */
export const recordFilterOptions: readonly OptionRow[] = rows
  .filter(({ key }) => Object.hasOwn(recordFilterQuery, key))
  .map(({ option }) => option);

function inOrder(filter: NetworkFilter): NetworkFilter {
  const reversed = reversedRange(filter);
  if (reversed === null) return filter;
  const [from, to] = reversed.map(({ key }) => `--${optionName(key)}`);
  throw new UsageError({ zh: `${from} 晚于 ${to}`, en: `${from} is after ${to}` });
}

/** The filter a call asks for, defaults filled in. Throws UsageError naming the faulty flag. */
export function readFilter(call: Call): NetworkFilter {
  const filter = inOrder(toFilter(readQuery(query, call)));
  return { ...filter, asOfYear: filter.asOfYear ?? Number(dayInChina(new Date()).slice(0, 4)) };
}
