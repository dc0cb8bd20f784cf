import type { z } from "zod";
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

/** What every row of the table has. */
export interface Common {
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
  /** How an end that is not stated is read. */
  readonly open: Text;
  readonly parameters: readonly [
    Parameter<F, F, number | null>,
    Parameter<T, T, number | null>,
    Parameter<U, U, boolean>,
  ];
}

/** Records that nothing confirmed for longer than an age, kept or not; the age also says which are drawn as such. */
export interface AgeDimension<
  K extends string = string,
  A extends string = string,
  M extends string = string,
  Y extends string = string,
> extends Common {
  readonly kind: "age";
  readonly key: K;
  /** The records that are older, in words with `{{years}}`. */
  readonly older: Text;
  readonly parameters: readonly [
    Parameter<K, K, boolean>,
    Parameter<A, M, number>,
    Parameter<Y, Y, number | null>,
  ];
}

export type Dimension = ListDimension | FlagDimension | RangeDimension | AgeDimension;
