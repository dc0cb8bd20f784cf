import { classColours } from "#client/model/tokens.ts";
import { naturalBreaks } from "./natural-breaks.ts";

/** How values are put into classes: as many of each, or cut where the gaps are (Jenks). */
export const classMethods = ["quantile", "natural"] as const;
export type ClassMethod = (typeof classMethods)[number];

/** Values that are drawn alike. */
export interface ValueClass {
  /** Smallest and largest of the values in it. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly colour: string;
  /** How full a mark is drawn, −1 to 1: below 0 from the top down, 0 empty. */
  readonly level: number;
}

export interface Classes {
  /** From the smallest values up. */
  readonly classes: readonly ValueClass[];
  /** `each`: so few different values that every one is a class. */
  readonly method: ClassMethod | "each";
  /** Some values are below 0: the two sides are told apart. */
  readonly isSigned: boolean;
  /** How many have no value. */
  readonly withoutValue: number;
  readonly classOf: (value: number | null) => ValueClass | null;
}

const mostOfOneSide = { signed: 3, unsigned: 5 } as const;

/**
 * Values → at most five classes, or three on each side of 0 where some are below. Zero is a class of its own, so that a
 * web in which most marks are 0 still shows its differences; equal values never fall apart.
 */
export function classify(values: readonly (number | null)[], method: ClassMethod): Classes {
  const known = values.filter((value) => value !== null).toSorted((left, right) => left - right);
  const isSigned = known.some((value) => value < 0);
  const most = mostOfOneSide[isSigned ? "signed" : "unsigned"];
  const below = cut(
    known
      .filter((value) => value < 0)
      .map(Math.abs)
      .reverse(),
    most,
    method,
  );
  const zeros = known.filter((value) => value === 0);
  const above = cut(
    known.filter((value) => value > 0),
    most,
    method,
  );
  const classes: ValueClass[] = [
    ...below.map((group, place) => toClass(group, { place, of: below.length, sign: -1 })).reverse(),
    ...(zeros.length === 0
      ? []
      : [{ from: 0, to: 0, count: zeros.length, colour: classColours.zero, level: 0 }]),
    ...above.map((group, place) => toClass(group, { place, of: above.length, sign: 1 })),
  ];
  const isEach = classes.every(({ from, to }) => from === to);
  return {
    classes,
    method: isEach ? "each" : method,
    isSigned,
    withoutValue: values.length - known.length,
    classOf: (value) =>
      value === null ? null : (classes.find(({ from, to }) => value >= from && value <= to) ?? null),
  };
}

/** Positive values in rising order → groups of them. */
function cut(values: readonly number[], most: number, method: ClassMethod): readonly (readonly number[])[] {
  const different = [...new Set(values)];
  const starts =
    different.length <= most
      ? different
      : method === "natural"
        ? naturalBreaks(values, most)
        : [
            ...new Set(
              Array.from(
                { length: most },
                (_, part) => values[Math.floor((part * values.length) / most)] ?? 0,
              ),
            ),
          ];
  return starts.map((start, place) => {
    const next = starts[place + 1] ?? Infinity;
    return values.filter((value) => value >= start && value < next);
  });
}

interface Side {
  readonly place: number;
  readonly of: number;
  readonly sign: 1 | -1;
}

function toClass(group: readonly number[], { place, of, sign }: Side): ValueClass {
  const ends = [sign * (group[0] ?? 0), sign * (group.at(-1) ?? 0)];
  const colours = sign > 0 ? classColours.above : classColours.below;
  const step = Math.round(((place + 1) * colours.length) / of) - 1;
  return {
    from: Math.min(...ends),
    to: Math.max(...ends),
    count: group.length,
    colour: colours[step] ?? classColours.zero,
    level: (sign * (place + 1)) / of,
  };
}
