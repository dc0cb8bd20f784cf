/** Values from `from` up to, but not including, `to`; the only bin of values that hardly differ holds them with both its ends. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const steps = [1, 2, 5, 10];
/** Values that differ by less than this share of them are one: edges between them could not be written. */
const leastDifference = 1e-9;

/** Values → at most `most` + 1 bins of one width, 1, 2 or 5 times a power of ten (never under 1 where all are whole numbers); none for no value. */
export function binsOf(values: readonly number[], most = 20): readonly Bin[] {
  if (values.length === 0) return [];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const isOne =
    high - low <= leastDifference * Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE * 2 ** 60);
  if (isOne) return [{ from: low, to: high, count: values.length }];
  const step = niceStep((high - low) / most, values.every(Number.isInteger));
  // Written as decimals are, so that 3 times 0.1 is 0.3.
  const decimal = (multiple: number) => Number((multiple * step).toPrecision(12));
  const whole = Math.floor(low / step);
  const first = decimal(whole) > low ? whole - 1 : whole;
  const edge = (place: number) => decimal(first + place);
  const edges = [edge(0)];
  while ((edges.at(-1) ?? Infinity) <= high) edges.push(edge(edges.length));
  const last = edges.length - 2;
  return Array.from({ length: last + 1 }, (_, place) => {
    const [from = 0, to = 0] = [edges[place], edges[place + 1]];
    return { from, to, count: values.filter((value) => value >= from && value < to).length };
  });
}

function niceStep(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = (steps.find((one) => one * power >= least) ?? 10) * power;
  return isWhole ? Math.max(1, step) : step;
}
