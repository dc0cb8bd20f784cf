import type { Price } from "#graph/schema/records/price.ts";
import type { Triple } from "#graph/matching/knowledge/price-book.ts";
import { meanOf, quantileOf } from "./triangle.ts";
import { worldCount, type Worlds } from "./worlds.ts";

/** A number that a surplus is made of: its band, its mean, and its value in every world. */
export interface Input {
  readonly band: Triple;
  readonly mean: number;
  readonly draws: Float64Array;
  /** Line of the price book it comes from; null for the length of the way. */
  readonly price: Price | null;
}

/** One term of a surplus, yuan a tonne: sign × factor × the product of its inputs. */
export interface Term {
  readonly sign: 1 | -1;
  readonly factor: number;
  readonly inputs: readonly Input[];
  /** Whose gain or cost it is; `both` where the book has the two in one figure. */
  readonly side: "supplier" | "receiver" | "both";
}

/** What a value is asked of: the best case, the mean, a world. */
export type Valuation = (input: Input) => number;

export const atBest: Valuation = ({ band }) => band.best;
export const atMean: Valuation = ({ mean }) => mean;

export function valueOf({ sign, factor, inputs }: Term, of: Valuation): number {
  return inputs.reduce((product, input) => product * of(input), sign * factor);
}

export function sumOf(terms: readonly Term[], of: Valuation): number {
  return terms.reduce((sum, term) => sum + valueOf(term, of), 0);
}

/** A sum in every world. */
export function drawsOf(terms: readonly Term[]): Float64Array {
  const sums = new Float64Array(worldCount);
  for (const { sign, factor, inputs } of terms)
    for (let world = 0; world < worldCount; world++) {
      let product = sign * factor;
      for (const { draws } of inputs) product *= draws[world] ?? Number.NaN;
      sums[world] = (sums[world] ?? 0) + product;
    }
  return sums;
}

/** Many links ask for the same price. */
const known = new WeakMap<Worlds, Map<Price, Input>>();

/** A price in every world: the same for all links of a world. */
export function priceInput(price: Price, worlds: Worlds): Input {
  const inputs = known.get(worlds) ?? new Map<Price, Input>();
  known.set(worlds, inputs);
  const before = inputs.get(price);
  if (before !== undefined) return before;
  const draws = worlds.common(price.id).map((u) => quantileOf(price, u));
  const input: Input = { band: price, mean: meanOf(price), draws, price };
  inputs.set(price, input);
  return input;
}

/** The inputs of some terms, each once. */
export function inputsOf(terms: readonly Term[]): readonly Input[] {
  return [...new Set(terms.flatMap(({ inputs }) => inputs))];
}

/** Share of a sum, by the size of its terms at their best values, that rests on an assumed price; 0 for a sum of nothing. */
export function assumedShareOf(terms: readonly Term[]): number {
  const sizes = terms.map((term) => ({
    size: Math.abs(valueOf(term, atBest)),
    isAssumed: term.inputs.some(({ price }) => price?.kind === "assumed"),
  }));
  const whole = sizes.reduce((sum, { size }) => sum + size, 0);
  const assumed = sizes.reduce((sum, { size, isAssumed }) => sum + (isAssumed ? size : 0), 0);
  return whole === 0 ? 0 : assumed / whole;
}
