/** Draws a number from 0 (included) to 1 (excluded), 53 bits fine. */
export type Random = () => number;

/**
 * xoshiro128** of Blackman and Vigna (2018), state filled by splitmix32 from one 32-bit seed: equal seeds give equal
 * sequences on every machine, with a period of 2^128 - 1 (a million records take some 10^7 draws).
 */
export function seededRandom(seed: number): Random {
  const state = new Uint32Array(4);
  let mix = seed >>> 0;
  for (let index = 0; index < 4; index += 1) {
    mix = (mix + 0x9e3779b9) >>> 0;
    let word = mix;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    state[index] = word ^ (word >>> 16);
  }
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  const next = () => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled;
  };
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** A whole number from 0 (included) to `end` (excluded). */
export function randomInt(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** One of the choices, all equally likely. Throws RangeError where there is none. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  return itemAt(choices, randomInt(random, choices.length));
}

/** The item at a position. Throws RangeError beyond the end. */
export function itemAt<T>(items: readonly T[], position: number): T {
  if (position >= items.length) throw new RangeError(`there is no item ${position} of ${items.length}`);
  return items[position] as T;
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws of positions in proportion to their weights, also inside or outside a part of them. A draw costs O(log size). */
export class WeightedDraw {
  readonly #size: number;
  /** `#sums[i]` is the sum of the weights before position i. */
  readonly #sums: Float64Array;

  constructor(size: number, weightOf: (position: number) => number) {
    this.#size = size;
    this.#sums = new Float64Array(size + 1);
    for (let position = 0; position < size; position += 1)
      this.#sums[position + 1] = this.#before(position) + weightOf(position);
  }

  /** A position from `start` (included) to `end` (excluded), which must not be empty. */
  draw(random: Random, start = 0, end = this.#size): number {
    const from = this.#before(start);
    return this.#find(from + random() * (this.#before(end) - from), start, end);
  }

  /** A position before `start` or from `end` on, where there must be one. */
  drawOutside(random: Random, start: number, end: number): number {
    const from = this.#before(start);
    const inside = this.#before(end) - from;
    const target = random() * (this.#before(this.#size) - inside);
    return (target < from && start > 0) || end === this.#size
      ? this.#find(target, 0, start)
      : this.#find(target + inside, end, this.#size);
  }

  /** The first position of the part whose weight, added up, passes the target; at most the last one. */
  #find(target: number, start: number, end: number): number {
    let low = start;
    let high = end - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#before(middle + 1) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #before(position: number): number {
    return this.#sums[position] ?? 0;
  }
}
