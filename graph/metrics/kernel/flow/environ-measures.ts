import type { Environ } from "./environ.ts";

/**
 * Share of the throughflow that has been at the same node before (Finn): Σ T_i (n_ii − 1)/n_ii / TST; 0 without loops,
 * null where nothing flows.
 */
export function finnCyclingIndex({ size, through, integral }: Environ): number | null {
  let cycled = 0;
  for (let node = 0; node < size; node++) {
    const own = integral[node * size + node] as number;
    cycled += ((through.inward[node] as number) * (own - 1)) / own;
  }
  return ratio(cycled, through.total);
}

export interface Intensities {
  /** Σ z G and Σ z (N − I − G): what is passed on once, and more than once. */
  readonly direct: number;
  readonly indirect: number;
}

/** Throughflow by the number of steps since it crossed the boundary; with the boundary flow it adds up to TST. */
export function realisedFlows({ size, direct, integral }: Environ, inputs: Float64Array): Intensities {
  let once = 0;
  let more = 0;
  for (let row = 0; row < size; row++) {
    const input = inputs[row] as number;
    if (input === 0) continue;
    let rowDirect = 0;
    let rowIndirect = 0;
    for (let at = row * size; at < (row + 1) * size; at++) {
      rowDirect += direct[at] as number;
      rowIndirect += (integral[at] as number) - (direct[at] as number);
    }
    once += input * rowDirect;
    more += input * (rowIndirect - 1);
  }
  return { direct: once, indirect: more };
}

/** Σ (N − I − G) / Σ G, the same for a unit of input at every node; null without flows. */
export function idealisedRatio(size: number, direct: Float64Array, integral: Float64Array): number | null {
  const total = integral.reduce((sum, value) => sum + value, 0);
  const once = direct.reduce((sum, value) => sum + value, 0);
  return ratio(total - size - once, once);
}

/**
 * How much more evenly resources are spread by all paths than by direct flows: cv(G) / cv(N), with the sample standard
 * deviation over all cells. Null for fewer than two cells or without flows.
 */
export function homogenization(direct: Float64Array, integral: Float64Array): number | null {
  const before = variation(direct);
  const after = variation(integral);
  return before === null || after === null ? null : ratio(before, after);
}

/** What exceeds 1 by no more is 1; enaR rounds N to ten decimals. */
const roundingError = 5e-11;

/** Ordered pairs of different nodes of which one gets more than a unit for each unit of input to the other. */
export function amplification(size: number, integral: Float64Array): number {
  return integral.reduce(
    (count, value, at) => count + (at % (size + 1) !== 0 && value > 1 + roundingError ? 1 : 0),
    0,
  );
}

/**
 * Total contribution (n_ij − d_ij)/n_jj: share of the output of i that ever reaches j. Row after row; on the diagonal, the
 * share that comes back.
 */
export function totalContribution({ size, integral }: Environ): Float64Array {
  return integral.map((value, at) => {
    const column = at % size;
    const own = at === column * size + column ? 1 : 0;
    return (value - own) / (integral[column * size + column] as number);
  });
}

/** Total dependency (n′_ij − d_ij)/n′_ii: share of the intake of j that has ever been at i. Row after row. */
export function totalDependency({ size, integralInput }: Environ): Float64Array {
  return integralInput.map((value, at) => {
    const diagonal = Math.floor(at / size) * (size + 1);
    return (value - (at === diagonal ? 1 : 0)) / (integralInput[diagonal] as number);
  });
}

/** Standard deviation over mean of all cells; null where the mean is 0 or there are fewer than two. */
function variation(cells: Float64Array): number | null {
  if (cells.length < 2) return null;
  const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
  const squares = cells.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return mean === 0 ? null : Math.sqrt(squares / (cells.length - 1)) / mean;
}

export function ratio(value: number, by: number): number | null {
  return by === 0 ? null : value / by;
}
