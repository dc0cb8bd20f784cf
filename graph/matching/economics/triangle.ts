import type { Triple } from "#graph/matching/knowledge/price-book.ts";

/*
 * The triangular distribution over a band: nothing under `low` or over `high`, likeliest at `best`. A band of no width is a
 * figure that is taken as sure.
 */

/** The value under which a share `u`, 0 to 1, of the distribution lies. */
export function quantileOf({ low, best, high }: Triple, u: number): number {
  const width = high - low;
  if (width <= 0) return best;
  const mode = (best - low) / width;
  if (u < mode) return low + Math.sqrt(u * width * (best - low));
  return high - Math.sqrt((1 - u) * width * (high - best));
}

export const meanOf = ({ low, best, high }: Triple): number => (low + best + high) / 3;
