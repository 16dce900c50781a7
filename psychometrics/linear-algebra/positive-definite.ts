/**
 * Lower Cholesky factor L of a symmetric matrix (n × n, row by row), or null when it is not positive definite.
 */
export function choleskyFactor(matrix: ArrayLike<number>, count: number): Float64Array | null {
  const factor = new Float64Array(count * count);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * count + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * count + k]! * factor[column * count + k]!;
      if (row !== column) factor[row * count + column] = sum / factor[column * count + column]!;
      else if (sum > 1e-10) factor[row * count + row] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}

/** ln|A| from the Cholesky factor of A. */
export function logDeterminant(factor: Float64Array, count: number): number {
  let sum = 0;
  for (let row = 0; row < count; row += 1) sum += 2 * Math.log(factor[row * count + row]!);
  return sum;
}

/** Solves A x = right, from the Cholesky factor of A. */
export function solve(factor: Float64Array, right: ArrayLike<number>): Float64Array {
  const count = right.length;
  const x = Float64Array.from(right);
  for (let row = 0; row < count; row += 1) {
    for (let k = 0; k < row; k += 1) x[row]! -= factor[row * count + k]! * x[k]!;
    x[row]! /= factor[row * count + row]!;
  }
  for (let row = count - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < count; k += 1) x[row]! -= factor[k * count + row]! * x[k]!;
    x[row]! /= factor[row * count + row]!;
  }
  return x;
}

/** A⁻¹, from the Cholesky factor of A. */
export function inverse(factor: Float64Array, count: number): Float64Array {
  const result = new Float64Array(count * count);
  const unit = new Float64Array(count);
  for (let column = 0; column < count; column += 1) {
    unit.fill(0);
    unit[column] = 1;
    const x = solve(factor, unit);
    for (let row = 0; row < count; row += 1) result[row * count + column] = x[row]!;
  }
  return result;
}
