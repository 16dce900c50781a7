import { domainOfDimension, type Structure } from './structure.ts';

/**
 * What is known of one person: normal belief over n competences, reference population N(0, 1) each.
 * `mean` has n numbers, `covariance` n × n row by row, symmetric and positive semi-definite.
 */
export type AbilityState = { mean: number[]; covariance: number[] };

/** Correlations between competences before they are estimated from answers. Versioned. */
export const PRIOR_CORRELATIONS = { version: '2026-1', within: 0.75, between: 0.6 } as const;

/**
 * Belief about a person who has answered nothing: means 0, variances 1, one correlation between competences of
 * a same domain and another between domains.
 * Throws a RangeError when the correlations do not make a positive definite matrix.
 */
export function priorState(
  structure: Structure,
  correlations: { within: number; between: number } = PRIOR_CORRELATIONS,
): AbilityState {
  const domains = domainOfDimension(structure);
  const count = domains.length;
  const covariance = new Array<number>(count * count);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      const correlation = domains[row] === domains[column] ? correlations.within : correlations.between;
      covariance[row * count + column] = row === column ? 1 : correlation;
    }
  }
  if (!isPositiveDefinite(covariance, count)) {
    const { within, between } = correlations;
    throw new RangeError(`correlations ${within} within and ${between} between domains are impossible`);
  }
  return { mean: new Array<number>(count).fill(0), covariance };
}

/** Variance of one competence. */
export function varianceOf(state: AbilityState, dimension: number): number {
  return state.covariance[dimension * state.mean.length + dimension]!;
}

/**
 * Standard error of one competence, ≥ 0 and in units of ability: the square root of its variance. Throws a RangeError when
 * the state has no such dimension.
 */
export function standardErrorOf(state: AbilityState, dimension: number): number {
  assertDimension(state, dimension);
  return Math.sqrt(varianceOf(state, dimension));
}

/** Throws a RangeError unless the dimension exists in the state. */
export function assertDimension(state: AbilityState, dimension: number): void {
  if (!Number.isInteger(dimension) || dimension < 0 || dimension >= state.mean.length) {
    throw new RangeError(`dimension must be 0 to ${state.mean.length - 1}, not ${dimension}`);
  }
}

/** Cholesky's factorisation succeeds exactly on positive definite matrices. */
function isPositiveDefinite(matrix: readonly number[], count: number): boolean {
  const factor = new Array<number>(count * count).fill(0);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * count + column]!;
      for (let k = 0; k < column; k += 1) sum -= factor[row * count + k]! * factor[column * count + k]!;
      if (row !== column) factor[row * count + column] = sum / factor[column * count + column]!;
      else if (sum > 1e-12) factor[row * count + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}
