/** One figure with its 95 % interval; both ends equal the value where there is one group alone. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Repeats of a bootstrap: the ends of a 95 % interval then rest on 25 repeats each. */
const repeats = 1000;

/** Numbers in [0, 1) from a whole seed, always the same (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Mean of values and its interval when whole groups are drawn anew (percentile bootstrap): values of one park or case
 * hang together, so drawing single values would make the interval too narrow. Null where there is no value. The mean of
 * paired differences, with its interval, is the same call over differences.
 */
export function meanOver(values: readonly number[], groups: readonly string[], seed: number): Figure | null {
  if (values.length === 0) return null;
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [at, value] of values.entries()) {
    const group = groups[at] ?? "";
    const known = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: known.sum + value, count: known.count + 1 });
  }
  const cells = [...sums.values()];
  const random = randomFrom(seed);
  const means: number[] = [];
  for (let nth = 0; nth < repeats; nth++) {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < cells.length; draw++) {
      const cell = cells[Math.floor(random() * cells.length)];
      sum += cell?.sum ?? 0;
      count += cell?.count ?? 0;
    }
    means.push(sum / count);
  }
  means.sort((a, b) => a - b);
  const quantile = (share: number) => rounded(means[Math.round(share * (repeats - 1))] ?? 0);
  return {
    value: rounded(values.reduce((sum, value) => sum + value, 0) / values.length),
    low: quantile(0.025),
    high: quantile(0.975),
  };
}

/** Four digits: more would pretend. */
export const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
