import { dimensions } from "#graph/schema/filter/dimensions.ts";

type ListRow = Extract<(typeof dimensions)[number], { readonly kind: "list" }>;
type OptionKey = {
  [R in ListRow as R["key"]]: `${R["key"]}.${R["options"][number]["value"]}`;
}[ListRow["key"]];

/** `status.operating` and the like: the values of the filter's lists, named as in their table. */
export const optionNames = Object.fromEntries(
  dimensions.flatMap((dimension) =>
    dimension.kind === "list"
      ? dimension.options.map(({ value, zh, en }) => [`${dimension.key}.${value}`, [zh, en]] as const)
      : [],
  ),
) as Readonly<Record<OptionKey, readonly [zh: string, en: string]>>;
