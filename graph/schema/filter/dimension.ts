import { z } from "zod";
import type { Text } from "#graph/schema/text.ts";

/** One value a list can hold, with its name. */
export interface Option<V extends string = string> extends Text {
  readonly value: V;
}

/**
 * One member of the filter, and its spelling as text: `key` names it in a query and in the page's address, and in kebab
 * case on the command line. Equal values are written as equal texts.
 */
export interface Parameter<K extends string = string, M extends string = string, V = unknown> {
  readonly key: K;
  readonly member: M;
  readonly value: z.ZodType<V>;
  readonly query: z.ZodType<V, string>;
  write(this: void, value: V): string;
  /** Value where nothing is asked. */
  readonly standard: V;
  /** Value that leaves nothing out. */
  readonly widest: V;
  /** What stands for a value in the help of the command line. */
  readonly placeholder: string;
  /** What it does, for the API documentation and the help. */
  readonly about: Text;
}

interface Common {
  /** Heading of its control, and its name in the sentence that tells the filter. */
  readonly title: Text;
  /** What it leaves out, for the list of what the filter hides. */
  readonly hidden: Text;
}

/**
 * What a dimension speaks of: an `exchange` only; `record`: offers, needs and candidates too; `place`: where an end of
 * any of them stands, and so of parks too.
 */
export type Scope = "exchange" | "record" | "place";

/** A row of the table together with what it speaks of. */
export function of<const S extends Scope, D extends Dimension>(
  scope: S,
  dimension: D,
): D & { readonly scope: S } {
  return { ...dimension, scope };
}

/** A choice among named values. */
export interface ListDimension<
  K extends string = string,
  M extends string = string,
  V extends string = string,
> extends Common {
  readonly kind: "list";
  readonly key: K;
  readonly options: readonly Option<V>[];
  /** True where an empty list means all; a list that does not is never empty. */
  readonly emptyMeansAll: boolean;
  /** Values beside the options are codes of the data, as many as there are. */
  readonly isOpen: boolean;
  /** An exchange may belong to several values: counts of the values do not add up to exchanges. */
  readonly overlaps: boolean;
  /** Values without a single exchange are not shown. */
  readonly hidesEmpty: boolean;
  readonly parameters: readonly [Parameter<K, M, V[]>];
}

/** Records of one sort, kept or not. */
export interface FlagDimension<K extends string = string> extends Common {
  readonly kind: "flag";
  readonly key: K;
  readonly parameters: readonly [Parameter<K, K, boolean>];
}

/** From one number to another, and whether records are kept that state none. */
export interface RangeDimension<
  K extends string = string,
  F extends string = string,
  T extends string = string,
  U extends string = string,
> extends Common {
  readonly kind: "range";
  readonly key: K;
  readonly unknown: Text;
  readonly parameters: readonly [
    Parameter<F, F, number | null>,
    Parameter<T, T, number | null>,
    Parameter<U, U, boolean>,
  ];
}

export type Dimension = ListDimension | FlagDimension | RangeDimension;

/** A comma separated list of `options` in a query string: `a,b`. Empty, repeated and unknown members are refused. */
export function listOf<const T extends string>(options: readonly T[], what: string) {
  const known = new Set<string>(options);
  return z
    .string()
    .max(400)
    .transform((text, context): T[] => {
      const members = text.split(",");
      const unknown = members.filter((member) => !known.has(member));
      if (unknown.length > 0 || new Set(members).size !== members.length)
        context.addIssue({ code: "custom", message: `expected distinct members of ${options.join(", ")}` });
      return options.filter((option) => members.includes(option));
    })
    .meta({
      description: `${what}; comma separated: ${options.join(", ")}`,
      // For clients it is a list, written as the standard writes it in a query with `explode: false`.
      override: {
        type: "array",
        items: { type: "string", enum: [...options] },
        minItems: 1,
        uniqueItems: true,
        maxLength: undefined,
      },
    });
}

interface ListRow<K extends string, M extends string, V extends string> extends Common {
  readonly key: K;
  readonly member: M;
  readonly options: readonly Option<V>[];
  /** Values chosen where nothing is asked; all of them by default. */
  readonly standard?: readonly V[];
  readonly emptyMeansAll?: boolean;
  readonly overlaps?: boolean;
  readonly hidesEmpty?: boolean;
  readonly about: Text;
}

export function list<const K extends string, const M extends string, const V extends string>(
  row: ListRow<K, M, V>,
): ListDimension<K, M, V> {
  const { key, member, options, title, hidden, emptyMeansAll = false, about } = row;
  const values = options.map(({ value }) => value);
  const all = emptyMeansAll ? [] : values;
  const value = z.array(z.enum(values));
  return {
    kind: "list",
    key,
    title,
    hidden,
    options,
    emptyMeansAll,
    isOpen: false,
    overlaps: row.overlaps ?? false,
    hidesEmpty: row.hidesEmpty ?? false,
    parameters: [
      {
        key,
        member,
        value: (emptyMeansAll ? value : value.min(1)).describe(about.en),
        query: listOf(values, about.en),
        write: (chosen) => [...chosen].sort().join(","),
        standard: [...(row.standard ?? all)],
        widest: [...all],
        placeholder: "<list>",
        about: {
          zh: `${about.zh}；逗号分隔：${options.map((option) => `${option.value} ${option.zh}`).join("、")}`,
          en: `${about.en}; comma separated: ${values.join(", ")}`,
        },
      },
    ],
  };
}

interface CodesRow<K extends string, M extends string> extends Common {
  readonly key: K;
  readonly member: M;
  readonly code: z.ZodType<string>;
  /** Values that are no code. */
  readonly options: readonly Option[];
  readonly about: Text;
}

const longestCodes = 400;

/** A comma separated list of what `member`, a pattern of a whole text, matches. */
function listPattern(member: string): RegExp {
  const one = `(?:${member.replaceAll(/[$^]/g, "")})`;
  return new RegExp(`^${one}(?:,${one})*$`);
}

/** A choice among codes of the data; none chosen means all. */
export function codes<const K extends string, const M extends string>(
  row: CodesRow<K, M>,
): ListDimension<K, M> {
  const { key, member, options, title, hidden, code, about } = row;
  const value = z.union([z.enum(options.map((option) => option.value)), code]);
  const members = [z.toJSONSchema(code).pattern ?? "", ...options.map((option) => `^${option.value}$`)].join(
    "|",
  );
  return {
    kind: "list",
    key,
    title,
    hidden,
    options,
    emptyMeansAll: true,
    isOpen: true,
    overlaps: true,
    hidesEmpty: true,
    parameters: [
      {
        key,
        member,
        value: z.array(value).describe(about.en),
        query: z
          .string()
          .max(longestCodes)
          .regex(listPattern(members), "expected codes, comma separated")
          .transform((text, context): string[] => {
            const chosen = text.split(",");
            if (new Set(chosen).size !== chosen.length)
              context.addIssue({ code: "custom", message: "expected each code once" });
            return chosen.sort();
          })
          .meta({
            description: about.en,
            override: {
              type: "array",
              items: { type: "string", pattern: `^(?:${members})$` },
              minItems: 1,
              uniqueItems: true,
              maxLength: undefined,
              pattern: undefined,
            },
          }),
        write: (chosen) => [...chosen].sort().join(","),
        standard: [],
        widest: [],
        placeholder: "<codes>",
        about,
      },
    ],
  };
}

interface FlagRow<K extends string> extends Common {
  readonly key: K;
  readonly standard: boolean;
  readonly about: Text;
}

/** Every flag reads "keep …": true leaves nothing out. */
export function flag<const K extends string>({ key, standard, about, ...words }: FlagRow<K>) {
  return { kind: "flag", key, ...words, parameters: [yesNo(key, standard, about)] } as FlagDimension<K>;
}

interface YearsRow<K extends string, F extends string, T extends string, U extends string> extends Common {
  readonly key: K;
  readonly unknown: Text;
  readonly from: readonly [key: F, about: Text];
  readonly to: readonly [key: T, about: Text];
  readonly keepUnknown: readonly [key: U, about: Text];
}

export function years<
  const K extends string,
  const F extends string,
  const T extends string,
  const U extends string,
>({ from, to, keepUnknown, ...row }: YearsRow<K, F, T, U>): RangeDimension<K, F, T, U> {
  return {
    kind: "range",
    ...row,
    parameters: [year(...from), year(...to), yesNo(keepUnknown[0], true, keepUnknown[1])],
  };
}

const yearText = z
  .string()
  .regex(/^(?:19|20)\d{2}$/, "expected a year such as 2024")
  .transform((text): number | null => Number(text));

function year<K extends string>(key: K, about: Text): Parameter<K, K, number | null> {
  return {
    key,
    member: key,
    value: z.int().nullable().describe(about.en),
    query: yearText.describe(about.en),
    write: String,
    standard: null,
    widest: null,
    placeholder: "<year>",
    about,
  };
}

function yesNo<K extends string>(key: K, standard: boolean, about: Text): Parameter<K, K, boolean> {
  return {
    key,
    member: key,
    value: z.boolean().describe(about.en),
    query: z
      .enum(["yes", "no"])
      .describe(`${about.en}: yes or no`)
      .transform((word) => word === "yes"),
    write: (isOn) => (isOn ? "yes" : "no"),
    standard,
    widest: true,
    placeholder: "yes|no",
    about: { zh: `${about.zh}：yes 或 no`, en: `${about.en}: yes or no` },
  };
}
