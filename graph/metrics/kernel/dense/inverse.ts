/** Rows and columns decomposed at a time. */
const blockSize = 32;
/** Columns worked on at a time: six rows of so many fit the first cache. */
const columnsAtATime = 512;

/**
 * The inverse of a dense matrix, row after row in one array; null where the matrix is singular to working precision.
 * Blocked LU decomposition with partial pivoting, then both triangular systems for the columns of the identity: 2n³
 * operations, nearly all of them in `subtractProduct`. The input is left as it is.
 * Source: Golub, Van Loan 2013, Matrix Computations, §3.2–3.4. Agrees with: numpy.linalg.inv.
 */
export function invert(matrix: Float64Array, size: number): Float64Array | null {
  const lu = matrix.slice();
  const order = decompose(lu, size);
  if (order === null) return null;
  const inverse = new Float64Array(size * size);
  for (const [row, column] of order.entries()) inverse[row * size + column] = 1;
  solveLower(lu, inverse, size, lastColumns(order));
  solveUpper(lu, inverse, size);
  return inverse;
}

/** Unit lower and upper triangle in place of the matrix; returns which row of the input each row now holds. */
function decompose(lu: Float64Array, size: number): Uint32Array | null {
  const order = new Uint32Array(size);
  for (let row = 0; row < size; row++) order[row] = row;
  const smallest = largestMagnitude(lu) * size * Number.EPSILON;
  for (let first = 0; first < size; first += blockSize) {
    const end = Math.min(first + blockSize, size);
    for (let column = first; column < end; column++) {
      const pivotRow = pivotOf(lu, size, column);
      const pivot = lu[pivotRow * size + column] as number;
      if (!(Math.abs(pivot) > smallest)) return null;
      if (pivotRow !== column) swapRows(lu, size, order, [column, pivotRow]);
      for (let row = column + 1; row < size; row++) {
        const start = row * size;
        const factor = (lu[start + column] as number) / pivot;
        if (factor === 0) continue;
        lu[start + column] = factor;
        for (let other = column + 1; other < end; other++)
          lu[start + other] = (lu[start + other] as number) - factor * (lu[column * size + other] as number);
      }
    }
    for (let row = first + 1; row < end; row++)
      subtractProduct(lu, lu, size, { rows: [row, row + 1], inner: [first, row], columns: [end, size] });
    subtractProduct(lu, lu, size, { rows: [end, size], inner: [first, end], columns: [end, size] });
  }
  return order;
}

function largestMagnitude(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** The row at or below the diagonal with the largest number in a column; the first of equals. */
function pivotOf(lu: Float64Array, size: number, column: number): number {
  let best = column;
  let largest = -1;
  for (let row = column; row < size; row++) {
    const magnitude = Math.abs(lu[row * size + column] as number);
    if (magnitude > largest) [best, largest] = [row, magnitude];
  }
  return best;
}

function swapRows(lu: Float64Array, size: number, order: Uint32Array, [a, b]: readonly [number, number]) {
  const held = lu.slice(a * size, (a + 1) * size);
  lu.copyWithin(a * size, b * size, (b + 1) * size);
  lu.set(held, b * size);
  const row = order[a] as number;
  order[a] = order[b] as number;
  order[b] = row;
}

/** By row of the permuted identity: one past the last column that this row or one above it fills. */
function lastColumns(order: Uint32Array): Uint32Array {
  let last = 0;
  return order.map((column) => (last = Math.max(last, column + 1)));
}

function solveLower(lu: Float64Array, x: Float64Array, size: number, last: Uint32Array) {
  for (let first = 0; first < size; first += blockSize) {
    const end = Math.min(first + blockSize, size);
    const columns = [0, last[end - 1] as number] as const;
    for (let row = first + 1; row < end; row++)
      subtractProduct(x, lu, size, { rows: [row, row + 1], inner: [first, row], columns });
    subtractProduct(x, lu, size, { rows: [end, size], inner: [first, end], columns });
  }
}

function solveUpper(lu: Float64Array, x: Float64Array, size: number) {
  const columns = [0, size] as const;
  for (let end = size; end > 0;) {
    const first = Math.floor((end - 1) / blockSize) * blockSize;
    for (let row = end - 1; row >= first; row--) {
      subtractProduct(x, lu, size, { rows: [row, row + 1], inner: [row + 1, end], columns });
      const pivot = lu[row * size + row] as number;
      // Adding 0 turns −0 into 0, which has one text in JSON.
      for (let at = row * size; at < (row + 1) * size; at++) x[at] = (x[at] as number) / pivot + 0;
    }
    subtractProduct(x, lu, size, { rows: [0, first], inner: [first, end], columns });
    end = first;
  }
}

type Range = readonly [from: number, to: number];

/**
 * `into[row, column] −= Σ_k factors[row, k] · into[k, column]`, all in matrices of one size; rows and inner range must not
 * overlap. Two rows by four inner rows at a time, and none where all eight factors are 0: flow matrices are mostly empty.
 */
function subtractProduct(
  into: Float64Array,
  factors: Float64Array,
  size: number,
  { rows, inner, columns }: { readonly rows: Range; readonly inner: Range; readonly columns: Range },
) {
  for (let from = columns[0]; from < columns[1]; from += columnsAtATime) {
    const strip = [from, Math.min(from + columnsAtATime, columns[1])] as const;
    let row = rows[0];
    for (; row + 1 < rows[1]; row += 2) subtractFromTwo(into, factors, size, { row, inner, columns: strip });
    if (row < rows[1]) subtractFromOne(into, factors, size, { row, inner, columns: strip });
  }
}

interface Strip {
  readonly row: number;
  readonly inner: Range;
  readonly columns: Range;
}

function subtractFromTwo(into: Float64Array, factors: Float64Array, size: number, strip: Strip) {
  const { row, inner, columns } = strip;
  const [from, to] = columns;
  const upper = row * size;
  let k = inner[0];
  for (; k + 3 < inner[1]; k += 4) {
    const f = upper + k;
    const g = f + size;
    const a = factors[f] as number;
    const b = factors[f + 1] as number;
    const c = factors[f + 2] as number;
    const d = factors[f + 3] as number;
    const p = factors[g] as number;
    const q = factors[g + 1] as number;
    const r = factors[g + 2] as number;
    const s = factors[g + 3] as number;
    if (a === 0 && b === 0 && c === 0 && d === 0 && p === 0 && q === 0 && r === 0 && s === 0) continue;
    let at = upper + from;
    let below = at + size;
    let rowA = k * size + from;
    let rowB = rowA + size;
    let rowC = rowB + size;
    let rowD = rowC + size;
    for (const end = upper + to; at < end; at++) {
      const w = into[rowA++] as number;
      const x = into[rowB++] as number;
      const y = into[rowC++] as number;
      const z = into[rowD++] as number;
      into[at] = (into[at] as number) - a * w - b * x - c * y - d * z;
      into[below] = (into[below] as number) - p * w - q * x - r * y - s * z;
      below++;
    }
  }
  if (k === inner[1]) return;
  subtractFromOne(into, factors, size, { row, inner: [k, inner[1]], columns });
  subtractFromOne(into, factors, size, { row: row + 1, inner: [k, inner[1]], columns });
}

function subtractFromOne(into: Float64Array, factors: Float64Array, size: number, strip: Strip) {
  const { row, inner, columns } = strip;
  const start = row * size;
  for (let k = inner[0]; k < inner[1]; k++) {
    const factor = factors[start + k] as number;
    if (factor === 0) continue;
    for (let column = columns[0]; column < columns[1]; column++)
      into[start + column] = (into[start + column] as number) - factor * (into[k * size + column] as number);
  }
}
