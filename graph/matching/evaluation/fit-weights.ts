/** What a query's answers are scored by: one row of parts (logarithms) an answer, and which row is the true one. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  /** Row of the true answer; −1 where it is not among them: such a query teaches nothing. */
  readonly truth: number;
}

const rounds = 8;
/** Weak pull towards the weights given, so that a part without information keeps its own. */
const pull = 1;

/**
 * Weights of a conditional logit: the true answer is drawn among all answers of its query with a chance proportional to
 * exp(Σ weight · part). Only the parts at `free` are fitted, the others keep what is given; none falls under 0, for a
 * better part never makes a worse candidate. Coordinate-wise Newton steps, deterministic.
 */
export function fitWeights(
  choices: readonly Choice[],
  given: readonly number[],
  free: readonly number[],
): readonly number[] {
  const weights = [...given];
  const known = choices.filter(({ truth }) => truth >= 0);
  for (let round = 0; round < rounds; round++)
    for (const part of free) {
      const [slope, curve] = derivatives(known, weights, part);
      const start = given[part] ?? 0;
      const now = weights[part] ?? 0;
      weights[part] = Math.max(0, now + (slope - pull * (now - start)) / (curve + pull));
    }
  return weights;
}

/** First derivative of the log likelihood by one weight, and minus its second. */
function derivatives(
  choices: readonly Choice[],
  weights: readonly number[],
  part: number,
): readonly [number, number] {
  let slope = 0;
  let curve = 0;
  for (const { rows, truth } of choices) {
    const shares = chances(rows, weights);
    let mean = 0;
    let square = 0;
    for (const [at, row] of rows.entries()) {
      const [value, share] = [row[part] ?? 0, shares[at] ?? 0];
      mean += share * value;
      square += share * value * value;
    }
    slope += (rows[truth]?.[part] ?? 0) - mean;
    curve += square - mean * mean;
  }
  return [slope, curve];
}

export const weighted = (row: readonly number[], weights: readonly number[]) =>
  row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** Chance of each answer of one query, 0 to 1, together 1. */
export function chances(rows: readonly (readonly number[])[], weights: readonly number[]): readonly number[] {
  const scores = rows.map((row) => weighted(row, weights));
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
