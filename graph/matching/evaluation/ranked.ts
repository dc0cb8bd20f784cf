/** Where the true answer of one query stands in a ranking; several equal scores share their places. */
export interface Standing {
  /** Answers scored higher. */
  readonly above: number;
  /** Answers with the same score, the true one among them; 0 = the true one is not in the ranking. */
  readonly tied: number;
}

export const notFound: Standing = { above: 0, tied: 0 };

/** Standing of the `truth`-th score; scores that are NaN are not in the ranking. */
export function standingOf(scores: readonly number[], truth: number): Standing {
  const own = scores[truth] ?? Number.NaN;
  if (Number.isNaN(own)) return notFound;
  let above = 0;
  let tied = 0;
  for (const score of scores) {
    if (score > own) above++;
    else if (score === own) tied++;
  }
  return { above, tied };
}

/** Probability, over random orders of equal scores, that the true answer is among the first `size`. */
export function recallAt({ above, tied }: Standing, size: number): number {
  return tied === 0 ? 0 : Math.min(1, Math.max(0, (size - above) / tied));
}

/** Expected 1/rank over random orders of equal scores; 0 where not found. */
export function reciprocalRank({ above, tied }: Standing): number {
  if (tied === 0) return 0;
  let sum = 0;
  for (let place = above + 1; place <= above + tied; place++) sum += 1 / place;
  return sum / tied;
}

export const isFound = ({ tied }: Standing) => (tied > 0 ? 1 : 0);
