/** Rows up to which a matrix is made dense: a step costs a third of their cube. */
export const mostDense = 400;

const maxSteps = 100;

/**
 * The largest root of an irreducible non-negative matrix (dense, row after row) and its positive vector, M x = root · x, x
 * summing to 1. Each step solves (ρ − M) y = x with ρ the least upper bound of the root that x gives: it arrives from any
 * start, and doubles the digits each time, however close the second root is. Cost: steps × size³/3.
 * Source: Noda 1971, DOI 10.1007/BF01436383; Elsner 1976, DOI 10.1007/BF01399425.
 */
export function perronPair(
  matrix: Float64Array,
  size: number,
): { readonly root: number; readonly vector: Float64Array } {
  let vector = new Float64Array(size).fill(1 / size);
  let bounds = boundsOf(matrix, size, vector);
  for (let step = 0; step < maxSteps && bounds.upper > bounds.lower; step++) {
    const next = solveShifted(matrix, size, bounds.upper, vector);
    const sum = next.reduce((total, value) => total + value, 0);
    const better = next.map((value) => value / sum);
    const found = boundsOf(matrix, size, better);
    // The bounds close in until rounding stops them.
    if (!(found.upper - found.lower < bounds.upper - bounds.lower)) break;
    vector = better;
    bounds = found;
  }
  return { root: (bounds.lower + bounds.upper) / 2, vector };
}

/** Iterations that show whether a second root lies as high as the first. */
const secondSteps = 200;

/** The same of a symmetric matrix without roots below 0, and its second root, from below: by power iteration across x. */
export function symmetricPair(matrix: Float64Array, size: number) {
  const { root, vector } = perronPair(matrix, size);
  const across = (values: Float64Array) => {
    const share = dot(values, vector) / dot(vector, vector);
    return values.map((value, row) => value - share * (vector[row] as number));
  };
  let other = across(Float64Array.from({ length: size }, (_, row) => Math.cos(row + 1)));
  let second = 0;
  for (let step = 0; step < secondSteps; step++) {
    const length = Math.sqrt(dot(other, other));
    // What is left is rounding: there is no second root.
    if (length <= 1e-12 * (step === 0 ? 1 : root)) break;
    const unit = across(other.map((value) => value / length));
    const next = unit.map((_, row) => dot(matrix.subarray(row * size, (row + 1) * size), unit));
    second = dot(unit, next);
    other = across(next);
  }
  return { root, vector, second };
}

function dot(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, value, row) => sum + value * (right[row] as number), 0);
}

/** The least and the largest (M x)_i / x_i: the root lies between them. */
function boundsOf(matrix: Float64Array, size: number, vector: Float64Array) {
  let [lower, upper] = [Infinity, 0];
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < size; column++)
      sum += (matrix[row * size + column] as number) * (vector[column] as number);
    const ratio = sum / (vector[row] as number);
    lower = Math.min(lower, ratio);
    upper = Math.max(upper, ratio);
  }
  return { lower, upper };
}

/**
 * The solution of (shift − M) y = x, shift at least the root of M, by elimination: no row is swapped, for the pivots of such
 * a matrix are positive.
 */
export function solveShifted(
  matrix: Float64Array,
  size: number,
  shift: number,
  right: Float64Array,
): Float64Array {
  const rows = matrix.map((value, at) => (at % (size + 1) === 0 ? shift - value : -value));
  const solution = right.slice();
  const smallest = shift * Number.EPSILON;
  for (let column = 0; column < size; column++) {
    const at = column * size + column;
    // At the root itself the last pivot is 0 but for rounding: any small one leads to its vector.
    const pivot = Math.max(rows[at] as number, smallest);
    rows[at] = pivot;
    for (let row = column + 1; row < size; row++) {
      const factor = (rows[row * size + column] as number) / pivot;
      if (factor === 0) continue;
      for (let other = column + 1; other < size; other++)
        rows[row * size + other] =
          (rows[row * size + other] as number) - factor * (rows[column * size + other] as number);
      solution[row] = (solution[row] as number) - factor * (solution[column] as number);
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = solution[row] as number;
    for (let column = row + 1; column < size; column++)
      value -= (rows[row * size + column] as number) * (solution[column] as number);
    solution[row] = value / (rows[row * size + row] as number);
  }
  return solution;
}
