/** The ends of the middle 80 % of some draws. */
export function middleOf(draws: Float64Array): { readonly low: number; readonly high: number } {
  const sorted = draws.toSorted();
  return { low: quantileOf(sorted, 0.1), high: quantileOf(sorted, 0.9) };
}

/** Quantile of sorted draws by linear interpolation between the two nearest (type 7 of Hyndman and Fan 1996). */
function quantileOf(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low, high] = [
    sorted[below] ?? Number.NaN,
    sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN,
  ];
  return low + (place - below) * (high - low);
}

export function meanOfDraws(draws: Float64Array): number {
  return draws.reduce((sum, value) => sum + value, 0) / draws.length;
}

/** Share of the worlds that hold. */
export function shareOf(draws: Float64Array, holds: (value: number, world: number) => boolean): number {
  return draws.reduce((count, value, world) => count + (holds(value, world) ? 1 : 0), 0) / draws.length;
}
