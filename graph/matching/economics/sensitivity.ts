import { atBest, atMean, inputsOf, sumOf, type Input, type Term } from "./model.ts";
import { shareOf } from "./statistics.ts";

/** How far one input moves a surplus by itself, from its low to its high value, the others at their best. */
export interface Swing {
  readonly input: Input;
  readonly low: number;
  readonly high: number;
}

/** Widest swing first. */
export function swingsOf(terms: readonly Term[]): readonly Swing[] {
  const at = (input: Input, value: number) => sumOf(terms, (each) => (each === input ? value : atBest(each)));
  return inputsOf(terms)
    .map((input) => ({ input, low: at(input, input.band.low), high: at(input, input.band.high) }))
    .toSorted((left, right) => widthOf(right) - widthOf(left));
}

export const widthOf = ({ low, high }: Swing) => Math.abs(high - low);

/** What knowing one thing would change. */
export interface Flip {
  /** Null = whether the use works technically. */
  readonly input: Input | null;
  /** Chance that the verdict, "it pays on average", turns. */
  readonly flips: number;
}

/**
 * Value of information, the likeliest to turn the verdict first. Inputs are independent and the surplus is a sum of
 * products of them, so what is expected once one is known is a straight line in it, with the others at their means.
 * Whether it works technically turns only a verdict that it pays: what does not work is not done.
 */
export function flipsOf(terms: readonly Term[], fit: number): readonly Flip[] {
  const pays = sumOf(terms, atMean) > 0;
  const ofInputs = inputsOf(terms).map((input): Flip => {
    const expectedAt = (value: number) => sumOf(terms, (each) => (each === input ? value : each.mean));
    const base = expectedAt(0);
    const slope = expectedAt(1) - base;
    return { input, flips: shareOf(input.draws, (value) => base + slope * value > 0 !== pays) };
  });
  return [...ofInputs, { input: null, flips: pays ? 1 - fit : 0 }].toSorted(
    (left, right) => right.flips - left.flips,
  );
}
