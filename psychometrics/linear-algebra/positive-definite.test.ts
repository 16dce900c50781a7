import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choleskyFactor, inverse, logDeterminant, solve } from './positive-definite.ts';

/** A = L Lᵀ with L = (2; 6, 1; −8, 5, 3), so that |A| = (2 · 1 · 3)². */
const MATRIX = [4, 12, -16, 12, 37, -43, -16, -43, 98];

function near(found: ArrayLike<number> | null, expected: readonly number[]): void {
  assert.ok(found && found.length === expected.length);
  for (const [index, value] of expected.entries()) {
    assert.ok(Math.abs(found[index]! - value) < 1e-10, `${index}: ${found[index]} where ${value} is right`);
  }
}

test('the factor of a product of triangles is the triangle', () => {
  near(choleskyFactor(MATRIX, 3), [2, 0, 0, 6, 1, 0, -8, 5, 3]);
});

test('a matrix that is indefinite, singular or nearly so has none', () => {
  assert.equal(choleskyFactor([1, 2, 2, 1], 2), null);
  assert.equal(choleskyFactor([1, 1, 1, 1], 2), null);
  assert.equal(choleskyFactor([-1], 1), null);
  assert.equal(choleskyFactor([1e-10], 1), null);
  near(choleskyFactor([2e-10], 1), [Math.sqrt(2e-10)]);
});

test('the determinant is the squared product of the diagonal', () => {
  assert.ok(Math.abs(logDeterminant(choleskyFactor(MATRIX, 3)!, 3) - Math.log(36)) < 1e-12);
});

test('a system is solved, and the right side left as it was', () => {
  // A (1, 2, 3)ᵀ
  const right = [-20, -43, 192];
  near(solve(choleskyFactor(MATRIX, 3)!, right), [1, 2, 3]);
  assert.deepEqual(right, [-20, -43, 192]);
});

test('the inverse times the matrix is the identity', () => {
  const inverted = inverse(choleskyFactor(MATRIX, 3)!, 3);
  const product = Array.from({ length: 9 }, (_, cell) => {
    const [row, column] = [Math.floor(cell / 3), cell % 3];
    return [0, 1, 2].reduce((sum, k) => sum + inverted[3 * row + k]! * MATRIX[3 * k + column]!, 0);
  });
  near(product, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
});
