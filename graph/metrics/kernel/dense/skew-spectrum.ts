/** A real matrix K with K_ij = values[k], K_ji = −values[k] for entry k, summed; no entry on the diagonal. */
export interface SkewMatrix {
  readonly size: number;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly values: readonly number[];
}

/** Lanczos steps after which the largest value is taken as found, should it not have settled before. */
const mostSteps = 400;
/** Settled: three steps in a row change the value by less than this share. */
const settled = 1e-14;

/**
 * Largest modulus of an eigenvalue of a skew-symmetric matrix: its eigenvalues are imaginary, so this is the root of the
 * largest eigenvalue of KᵀK = −K², which Lanczos' method with full reorthogonalisation finds from below. D of utility
 * analysis is similar to such a matrix. Cost: O(steps × (entries + steps × size)).
 * Source: Golub, Van Loan 2013, Matrix Computations, §10.1. Agrees with: numpy.linalg.eigvals to 1e-10.
 */
export function spectralRadiusOfSkew(matrix: SkewMatrix): number {
  const { size } = matrix;
  if (matrix.values.length === 0) return 0;
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  let vector = startVector(size);
  let last = 0;
  let quiet = 0;
  for (let step = 0; step < Math.min(mostSteps, size); step++) {
    basis.push(vector);
    const next = squareTimes(matrix, vector);
    diagonal.push(dot(next, vector));
    for (let pass = 0; pass < 2; pass++)
      for (const earlier of basis) subtract(next, earlier, dot(next, earlier));
    const largest = largestEigenvalue(diagonal, beside);
    quiet = Math.abs(largest - last) <= settled * largest ? quiet + 1 : 0;
    last = largest;
    const length = Math.sqrt(dot(next, next));
    if (quiet === 3 || length <= 1e-14 * largest) break;
    beside.push(length);
    vector = next.map((value) => value / length);
  }
  return Math.sqrt(Math.max(0, last));
}

/** Far from every direction that a network is likely to have: the digits of multiples of the golden ratio. */
function startVector(size: number): Float64Array {
  const vector = new Float64Array(size);
  for (let node = 0; node < size; node++) vector[node] = (((node + 1) * 0.6180339887498949) % 1) - 0.25;
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

/** −K (K v). */
function squareTimes(matrix: SkewMatrix, vector: Float64Array): Float64Array {
  return times(matrix, times(matrix, vector)).map((value) => -value);
}

function times({ size, sources, targets, values }: SkewMatrix, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (const [entry, value] of values.entries()) {
    const source = sources[entry] as number;
    const target = targets[entry] as number;
    product[source] = (product[source] as number) + value * (vector[target] as number);
    product[target] = (product[target] as number) - value * (vector[source] as number);
  }
  return product;
}

/** Largest eigenvalue of a symmetric tridiagonal matrix, by bisection on the number of eigenvalues below (Sturm). */
function largestEigenvalue(diagonal: readonly number[], beside: readonly number[]): number {
  let high = 0;
  for (const [row, value] of diagonal.entries())
    high = Math.max(high, value + Math.abs(beside[row - 1] ?? 0) + Math.abs(beside[row] ?? 0));
  let low = 0;
  for (let step = 0; step < 120 && low < high; step++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (countBelow(diagonal, beside, middle) === diagonal.length) high = middle;
    else low = middle;
  }
  return high;
}

function countBelow(diagonal: readonly number[], beside: readonly number[], limit: number): number {
  let count = 0;
  let pivot = 1;
  for (const [row, value] of diagonal.entries()) {
    const off = row === 0 ? 0 : (beside[row - 1] as number);
    pivot = value - limit - (off === 0 ? 0 : (off * off) / pivot);
    if (pivot === 0) pivot = -Number.MIN_VALUE;
    if (pivot < 0) count++;
  }
  return count;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, factor: number) {
  for (let at = 0; at < from.length; at++) from[at] = (from[at] as number) - factor * (vector[at] as number);
}
