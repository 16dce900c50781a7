/** Pivots below this share of their diagonal entry are rounding. */
const ROUNDING = 1e-10;

/**
 * Lower factor L of a symmetric positive definite matrix (row-major, `count` rows), A = L Lᵀ, or null when a pivot is
 * not above 1e-10 of its diagonal entry, or not above its entry of `least`: the matrix is then singular, or not positive.
 */
export function choleskyFactor(
  matrix: Float64Array,
  count: number,
  least?: Float64Array,
): Float64Array | null {
  const factor = new Float64Array(count * count);
  for (let row = 0; row < count; row += 1) {
    const lowest = Math.max(ROUNDING * matrix[row * count + row]!, least?.[row] ?? 0);
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * count + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * count + k]! * factor[column * count + k]!;
      if (column < row) factor[row * count + column] = sum / factor[column * count + column]!;
      else if (sum > lowest) factor[row * count + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

export function diagonalOf(matrix: Float64Array, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, row) => matrix[row * count + row]!);
}

/** Solves L Lᵀ x = v. */
export function solveFactored(factor: Float64Array, count: number, vector: ArrayLike<number>): Float64Array {
  const solution = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = vector[row]!;
    for (let k = 0; k < row; k += 1) sum -= factor[row * count + k]! * solution[k]!;
    solution[row] = sum / factor[row * count + row]!;
  }
  for (let row = count - 1; row >= 0; row -= 1) {
    let sum = solution[row]!;
    for (let k = row + 1; k < count; k += 1) sum -= factor[k * count + row]! * solution[k]!;
    solution[row] = sum / factor[row * count + row]!;
  }
  return solution;
}

/** Inverse of a symmetric positive definite matrix, or null when it is not; `least` as above. */
export function inverseOf(matrix: Float64Array, count: number, least?: Float64Array): Float64Array | null {
  const factor = choleskyFactor(matrix, count, least);
  if (factor === null) return null;
  const inverse = new Float64Array(count * count);
  const unit = new Float64Array(count);
  for (let column = 0; column < count; column += 1) {
    unit[column] = 1;
    inverse.set(solveFactored(factor, count, unit), column * count);
    unit[column] = 0;
  }
  return inverse;
}
