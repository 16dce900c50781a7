import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choleskyFactor, diagonalOf, inverseOf, solveFactored } from './cholesky.ts';

const close = (value: number, expected: number, tolerance: number, what = '') =>
  assert.ok(Math.abs(value - expected) < tolerance, `${what} ${value} against ${expected}`);

test('Cholesky by hand: (4, 2, −2; 2, 10, 2; −2, 2, 6) is L Lᵀ with L = (2; 1, 3; −1, 1, 2)', () => {
  const matrix = Float64Array.of(4, 2, -2, 2, 10, 2, -2, 2, 6);
  const factor = choleskyFactor(matrix, 3)!;
  assert.deepEqual(Array.from(factor), [2, 0, 0, 1, 3, 0, -1, 1, 2]);
  assert.deepEqual(Array.from(diagonalOf(matrix, 3)), [4, 10, 6]);
  // A (1, −1, 2)ᵀ = (−2, −4, 8)ᵀ
  solveFactored(factor, 3, [-2, -4, 8]).forEach((value, k) => {
    close(value, [1, -1, 2][k]!, 1e-12);
  });
  const inverse = inverseOf(matrix, 3)!;
  for (let a = 0; a < 3; a += 1) {
    for (let b = 0; b < 3; b += 1) {
      let sum = 0;
      for (let k = 0; k < 3; k += 1) sum += matrix[a * 3 + k]! * inverse[k * 3 + b]!;
      close(sum, a === b ? 1 : 0, 1e-12);
    }
  }
});

test('singular and negative matrices have no factor, nor one whose pivots are below what is asked', () => {
  assert.equal(choleskyFactor(Float64Array.of(1, 1, 1, 1), 2), null);
  assert.equal(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2), null);
  assert.equal(inverseOf(Float64Array.of(0), 1), null);
  assert.equal(
    choleskyFactor(Float64Array.of(1e10, 1e10, 1e10, 1e10 + 0.5), 2),
    null,
    'rounding of its size',
  );
  assert.ok(choleskyFactor(Float64Array.of(1e-12), 1));
  const matrix = Float64Array.of(1, 0.9, 0.9, 1); // second pivot .19
  assert.ok(choleskyFactor(matrix, 2, Float64Array.of(0.99, 0.189)));
  assert.equal(choleskyFactor(matrix, 2, Float64Array.of(0.99, 0.191)), null);
  assert.equal(inverseOf(matrix, 2, Float64Array.of(1.01, 0)), null);
});
