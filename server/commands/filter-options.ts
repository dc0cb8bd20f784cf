import { z } from "zod";
import { filterQuery, toFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { UsageError, type Call, type OptionRow } from "./command.ts";

const query = z.strictObject(filterQuery);
const namesByOption = new Map(Object.keys(filterQuery).map((name) => [kebabCase(name), name]));

/** The filter of the API as flags: `linkKind` is `--link-kind`, with the same words as values. */
export const filterOptions: readonly OptionRow[] = [
  flag("layer", "<layers>", "层：material,energy,water", "layers, comma separated"),
  flag("status", "<list>", "状态，默认 operating", "status: operating, planned, …; default operating"),
  flag("link-kind", "<list>", "链接类型，默认 by-product,utility", "link kinds; default by-product,utility"),
  flag("province", "<list>", "省份代码：37,32", "province codes"),
  flag("source", "<list>", "来源类型", "kinds of source"),
  flag("year-from", "<year>", "起始年", "first year"),
  flag("year-to", "<year>", "截止年", "last year"),
  flag("undated", "yes|no", "保留无年份的交换", "keep exchanges without a year"),
  flag("pooled", "yes|no", "保留合并主体", "keep pooled ends such as a city total"),
  flag("internal", "yes|no", "保留企业集团内部利用", "keep reuse inside one company"),
  flag("synthetic", "yes|no", "保留估算与合成数据", "keep estimated and synthetic records"),
];

function flag(name: string, placeholder: string, zh: string, en: string): OptionRow {
  return { name, placeholder, text: { zh, en } };
}

function kebabCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function inOrder(filter: NetworkFilter): NetworkFilter {
  if ((filter.yearFrom ?? -Infinity) > (filter.yearTo ?? Infinity))
    throw new UsageError({ zh: "--year-from 晚于 --year-to", en: "--year-from is after --year-to" });
  return filter;
}

/** The filter a call asks for, defaults filled in. Throws UsageError naming the faulty flag. */
export function readFilter({ options }: Call): NetworkFilter {
  const given: Record<string, string | true> = {};
  for (const [option, name] of namesByOption)
    if (options[option] !== undefined) given[name] = options[option];
  const parsed = query.safeParse(given);
  if (parsed.success) return inOrder(toFilter(parsed.data));
  const [issue] = parsed.error.issues;
  const flag = `--${kebabCase(String(issue?.path[0] ?? "filter"))}`;
  throw new UsageError({
    zh: `${flag}：没有这样的值`,
    en: `${flag}: ${issue?.message ?? "not valid"}`,
  });
}
