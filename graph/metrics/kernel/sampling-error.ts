/** A sample without repetition. */
export interface Sample {
  readonly drawn: number;
  readonly of: number;
}

/** Probability that every value of a result lies within the error that is stated. */
export const confidence = 0.95;

/** What a factor less than one the error of a sample without repetition is, as it nears the whole. */
function left({ drawn, of }: Sample): number {
  return drawn <= of / 2 ? 1 - (drawn - 1) / of : (1 - drawn / of) * (1 + 1 / drawn);
}

/**
 * How far the mean over a sample may lie from the mean over all, for all of `values` values at once, where each single
 * number lies in [0, range]. Source: Bardenet, Maillard 2015, DOI 10.3150/14-BEJ605 (Hoeffding-Serfling).
 */
export function hoeffdingError(sample: Sample, range: number, values: number, share = 1): number {
  if (sample.drawn >= sample.of || values === 0) return 0;
  const failure = (share * (1 - confidence)) / values;
  return range * Math.sqrt((left(sample) * Math.log(2 / failure)) / (2 * sample.drawn));
}

/**
 * The same from what was drawn: by value its sum and its sum of squares. Values that vary little have a smaller error; the
 * better of the two bounds counts. Source: the same (empirical Bernstein-Serfling).
 */
export function largestError(
  sample: Sample,
  range: number,
  { sums, squares }: { readonly sums: Float64Array; readonly squares: Float64Array },
): number {
  const { drawn, of } = sample;
  if (drawn >= of) return 0;
  const general = hoeffdingError(sample, range, sums.length, 1 / 2);
  const log = Math.log((20 * sums.length) / (1 - confidence));
  const additive = ((7 / 3 + 3 / Math.SQRT2) * range * log) / drawn;
  const variance = sums.reduce((most, sum, value) => {
    const mean = sum / drawn;
    return Math.max(most, (squares[value] as number) / drawn - mean * mean);
  }, 0);
  return Math.min(general, Math.sqrt((2 * left(sample) * variance * log) / drawn) + additive);
}
