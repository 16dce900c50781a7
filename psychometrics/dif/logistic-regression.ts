import { logistic, logLogistic } from '../models/logistic.ts';

/** People with the same predictors (the constant included, by the caller): how many were asked, how many were right. */
export type Cell = { predictors: readonly number[]; asked: number; right: number };

/** A fitted binary logistic regression. `deviance` is −2 ln L; `settled` is false when iterations ran out. */
export type LogisticFit = { coefficients: number[]; deviance: number; settled: boolean };

const MOST_ITERATIONS = 100;
const PRECISION = 1e-10;

/**
 * Maximum-likelihood logistic regression. Newton–Raphson on ln L = Σ r ln P + (n − r) ln(1 − P), P = logistic(xᵀβ), damped
 * (Levenberg 1944; Marquardt 1963) so that the likelihood never falls: McCullagh & Nelder (1989), Generalized Linear
 * Models, section 4.4.
 *
 * Where groups are perfectly separated the likelihood has no maximum but a limit: the deviance then is that limit within
 * 1e-8, as in R's glm, and coefficients are large but finite. A predictor that repeats others changes nothing.
 */
export function logisticRegression(cells: readonly Cell[]): LogisticFit {
  let coefficients = new Array<number>(cells[0]?.predictors.length ?? 0).fill(0);
  let deviance = devianceOf(cells, coefficients);
  let damping = 1e-9;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const { gradient, curvature } = slopes(cells, coefficients);
    const step = solveDamped(curvature, gradient, damping);
    const tried = coefficients.map((value, index) => value + step[index]!);
    const reached = devianceOf(cells, tried);
    const gain = deviance - reached;
    if (!(gain >= -PRECISION * (deviance + 0.1))) {
      damping *= 100;
      if (damping > 1e12) return { coefficients, deviance, settled: false };
      continue;
    }
    coefficients = tried;
    deviance = Math.min(deviance, reached);
    damping = Math.max(1e-9, damping / 100);
    if (gain < PRECISION * (deviance + 0.1)) return { coefficients, deviance, settled: true };
  }
  return { coefficients, deviance, settled: false };
}

function product(row: readonly number[], coefficients: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < row.length; index += 1) sum += row[index]! * coefficients[index]!;
  return sum;
}

function devianceOf(cells: readonly Cell[], coefficients: readonly number[]): number {
  let logLikelihood = 0;
  for (const { predictors, asked, right } of cells) {
    const logit = product(predictors, coefficients);
    if (right > 0) logLikelihood += right * logLogistic(logit);
    if (asked > right) logLikelihood += (asked - right) * logLogistic(-logit);
  }
  return -2 * logLikelihood;
}

function slopes(cells: readonly Cell[], coefficients: readonly number[]) {
  const size = coefficients.length;
  const gradient = new Array<number>(size).fill(0);
  const curvature = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { predictors, asked, right } of cells) {
    const p = logistic(product(predictors, coefficients));
    const residual = right - asked * p;
    const weight = asked * p * (1 - p);
    for (let i = 0; i < size; i += 1) {
      gradient[i]! += residual * predictors[i]!;
      for (let j = 0; j <= i; j += 1) curvature[i]![j]! += weight * predictors[i]! * predictors[j]!;
    }
  }
  return { gradient, curvature };
}

/** Solves (H + λ diag(H)) x = g by Cholesky for a positive semi-definite H given by its lower half. */
function solveDamped(half: readonly number[][], gradient: readonly number[], damping: number): number[] {
  const size = gradient.length;
  const factor: number[][] = [];
  for (let i = 0; i < size; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= i; j += 1) {
      let sum = half[i]![j]! * (i === j ? 1 + damping : 1);
      for (let k = 0; k < j; k += 1) sum -= row[k]! * (i === j ? row[k]! : factor[j]![k]!);
      if (i === j) row.push(Math.sqrt(Math.max(sum, half[i]![i]! * 1e-12, 1e-300)));
      else row.push(sum / factor[j]![j]!);
    }
    factor.push(row);
  }
  const forward: number[] = [];
  for (let i = 0; i < size; i += 1) {
    let sum = gradient[i]!;
    for (let k = 0; k < i; k += 1) sum -= factor[i]![k]! * forward[k]!;
    forward.push(sum / factor[i]![i]!);
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = forward[i]!;
    for (let k = i + 1; k < size; k += 1) sum -= factor[k]![i]! * solution[k]!;
    solution[i] = sum / factor[i]![i]!;
  }
  return solution;
}
