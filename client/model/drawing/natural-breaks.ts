/**
 * Where values fall apart by themselves: the smallest value of each of `groups` groups whose summed squared distances to
 * their means are least (Jenks 1967; the optimum of Fisher 1958, found layer by layer by divide and conquer).
 * Takes values in rising order with at least `groups` different ones. Equal values stay together. O(groups · n log n).
 */
export function naturalBreaks(values: readonly number[], groups: number): readonly number[] {
  const { starts, cost } = costOf(values);
  const n = starts.length;
  let best = Float64Array.from({ length: n + 1 }, (_, end) => (end === 0 ? 0 : cost(0, end)));
  const cuts: Int32Array[] = [];
  for (let group = 2; group <= groups; group++) {
    const [next, cut] = [new Float64Array(n + 1).fill(Infinity), new Int32Array(n + 1)];
    fillLayer(
      { next, cut, at: (from, to) => (best[from] ?? Infinity) + cost(from, to) },
      [group, n],
      [group - 1, n - 1],
    );
    best = next;
    cuts.push(cut);
  }
  const places: number[] = [];
  let end = n;
  for (const cut of cuts.reverse()) {
    end = cut[end] ?? 0;
    places.unshift(end);
  }
  return [0, ...places].map((place) => starts[place] ?? 0);
}

/** The different values, and what a group of them from one place up to another costs. */
function costOf(values: readonly number[]) {
  const starts = [...new Set(values)];
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  // About the middle, so that sums of squares of nearby large numbers keep their digits.
  const centre = starts[starts.length >> 1] ?? 0;
  const [weight, sum, square] = [0, 1, 2].map(() => new Float64Array(starts.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const [place, value] of starts.entries()) {
    const count = counts.get(value) ?? 0;
    const shifted = value - centre;
    weight[place + 1] = (weight[place] ?? 0) + count;
    sum[place + 1] = (sum[place] ?? 0) + count * shifted;
    square[place + 1] = (square[place] ?? 0) + count * shifted * shifted;
  }
  const between = (sums: Float64Array, from: number, to: number) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const cost = (from: number, to: number) =>
    Math.max(0, between(square, from, to) - between(sum, from, to) ** 2 / between(weight, from, to));
  return { starts, cost };
}

interface Layer {
  readonly next: Float64Array;
  readonly cut: Int32Array;
  readonly at: (from: number, to: number) => number;
}

/** The best last cut of each end; it never moves left as the end moves right, so each half needs its own part of the cuts only. */
function fillLayer(
  layer: Layer,
  [first, last]: readonly [number, number],
  [low, high]: readonly [number, number],
): void {
  if (first > last) return;
  const { next, cut, at } = layer;
  const end = (first + last) >> 1;
  let [least, place] = [Infinity, low];
  for (let from = low; from <= Math.min(high, end - 1); from++) {
    const cost = at(from, end);
    if (cost < least) [least, place] = [cost, from];
  }
  next[end] = least;
  cut[end] = place;
  fillLayer(layer, [first, end - 1], [low, place]);
  fillLayer(layer, [end + 1, last], [place, high]);
}
