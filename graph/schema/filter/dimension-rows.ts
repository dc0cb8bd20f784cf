import { z } from "zod";
import type { Text } from "#graph/schema/text.ts";
import type {
  AgeDimension,
  Common,
  FlagDimension,
  ListDimension,
  Option,
  Parameter,
  RangeDimension,
} from "./dimension.ts";

/** A comma separated list of `options` in a query string: `a,b`. Empty, repeated and unknown members are refused. */
function listOf<const T extends string>(options: readonly T[], what: string) {
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
  readonly open: Text;
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

interface AgeRow<K extends string, A extends string, M extends string, Y extends string> extends Common {
  readonly key: K;
  readonly older: Text;
  readonly about: Text;
  readonly years: readonly [key: A, member: M, standard: number, about: Text];
  readonly asOf: readonly [key: Y, about: Text];
}

const ageText = z
  .string()
  .regex(/^[1-9]\d?$/, "expected a number of years from 1 to 99")
  .transform(Number);

export function age<
  const K extends string,
  const A extends string,
  const M extends string,
  const Y extends string,
>({ key, about, years: span, asOf, ...row }: AgeRow<K, A, M, Y>): AgeDimension<K, A, M, Y> {
  const [yearsKey, member, standard, yearsAbout] = span;
  return {
    kind: "age",
    key,
    ...row,
    parameters: [
      yesNo(key, true, about),
      {
        key: yearsKey,
        member,
        value: z.int().min(1).max(99).describe(yearsAbout.en),
        query: ageText.describe(yearsAbout.en),
        write: String,
        standard,
        widest: standard,
        placeholder: "<years>",
        about: yearsAbout,
      },
      year(...asOf),
    ],
  };
}
