import type { AnswerTable } from '../item-analysis/answer-table.ts';
import { covarianceMatrix } from './covariance-matrix.ts';
import { oneFactor } from './one-factor.ts';

/**
 * McDonald's ω of the total score: the share of its variance that one common factor explains, between 0 and 1.
 * `loadings` are the correlations of the questions with the factor. `settled` is false when the factor could not be found
 * (it then must not be used). Over the `people` who answered everything; null below three questions that vary.
 */
export type Omega = { people: number; omega: number | null; loadings: number[]; settled: boolean };

/**
 *   ω = (Σ sᵢλᵢ)² / ( (Σ sᵢλᵢ)² + Σ s²ᵢ(1 − λ²ᵢ) )
 *
 * McDonald (1999), Test Theory: A Unified Treatment, eq. 6.20b, from a one-factor solution of the correlations by minimum
 * residuals (`oneFactor`) put back on the scale of the scores by their deviations s. Unlike α it does not suppose that
 * all questions load alike. A question that does not vary adds nothing (loading 0). Throws a RangeError when rows differ in
 * length or hold what is no score.
 */
export function mcdonaldOmega(answers: AnswerTable): Omega {
  const { people, covariance } = covarianceMatrix(answers);
  const deviations = covariance.map((row, index) => Math.sqrt(row[index]!));
  const varying = deviations.flatMap((deviation, index) => (deviation > 0 ? [index] : []));
  const none = { people, omega: null, loadings: deviations.map(() => 0), settled: false };
  if (varying.length < 3) return none;
  const correlations = varying.map((one) =>
    varying.map((other) => covariance[one]![other]! / (deviations[one]! * deviations[other]!)),
  );
  const { loadings: found, settled } = oneFactor(correlations);
  let common = 0;
  let unique = 0;
  const loadings = [...none.loadings];
  varying.forEach((index, place) => {
    const loading = found[place]!;
    loadings[index] = loading;
    common += deviations[index]! * loading;
    unique += deviations[index]! ** 2 * (1 - loading ** 2);
  });
  const explained = common ** 2;
  return {
    people,
    omega: explained + unique > 0 ? explained / (explained + unique) : null,
    loadings,
    settled,
  };
}
