import type { ItemParameters } from './item-parameters.ts';

export type Level = 1 | 2 | 3 | 4 | 5;

/**
 * What is believed of a question before anyone has answered it, from the level its authors gave.
 * Difficulty ~ N(mean of the level, 0.8²); ln(discrimination) ~ N(ln typical, 0.35²).
 */
export const EXPERT_PRIOR = {
  difficultyOfLevel: { 1: -1.6, 2: -0.8, 3: 0, 4: 0.8, 5: 1.6 },
  difficultySd: 0.8,
  choiceDiscrimination: 0.8,
  gradedDiscrimination: 0.55,
  logDiscriminationSd: 0.35,
} as const;

/**
 * Parameters to score a question with until it is calibrated.
 *
 * The difficulty is uncertain, and a logistic curve averaged over b ~ N(b₀, s²) is close to a flatter one,
 *
 *   a* = a / √(1 + a² s² / 1.7²) = a / √(1 + 0.22 a²)   for s = 0.8,
 *
 * so that the standard error stays honest (MacKay 1992, Neural Computation 4(5), with the 1.7 of the normal
 * ogive). m ordered credits are taken for m decisions of that discrimination, equally hard and independent given the
 * ability; their sum follows the generalised partial credit model exactly, with steps
 *
 *   δ_k = b + ln(k / (m − k + 1)) / a*,  k = 1 … m,
 *
 * a mean of m / (1 + exp(−a*(θ − b))) and an information of m a*² / 4 at θ = b (Masters & Wright 1984, Psychometrika
 * 49(4), on counts of successes). Steps closer together would claim more from the same marks.
 *
 * `maximumScore` is a whole number ≥ 1 (1 gives a choice); `guessing` in [0, 1) is used by choices only.
 * Throws a RangeError outside these ranges.
 */
export function priorParameters(spec: {
  level: Level;
  maximumScore: number;
  guessing: number;
}): ItemParameters {
  const { level, maximumScore, guessing } = spec;
  const difficulty = EXPERT_PRIOR.difficultyOfLevel[level];
  if (difficulty === undefined) throw new RangeError(`level must be 1 to 5, not ${level}`);
  if (!Number.isInteger(maximumScore) || maximumScore < 1) {
    throw new RangeError(`maximumScore must be a whole number of at least 1, not ${maximumScore}`);
  }
  if (!(guessing >= 0 && guessing < 1)) throw new RangeError(`guessing must lie in [0, 1), not ${guessing}`);

  if (maximumScore === 1) {
    const discrimination = shrinkDiscrimination(EXPERT_PRIOR.choiceDiscrimination);
    return { model: 'choice', discrimination, difficulty, guessing };
  }
  const discrimination = shrinkDiscrimination(EXPERT_PRIOR.gradedDiscrimination);
  return {
    model: 'graded',
    discrimination,
    steps: stepsOfDecisions(difficulty, discrimination, maximumScore),
  };
}

/** a / √(1 + 0.22 a²): the discrimination to use when the difficulty is only known within ± 0.8. Nothing throws. */
export function shrinkDiscrimination(discrimination: number): number {
  const variance = (EXPERT_PRIOR.difficultySd / 1.7) ** 2;
  return discrimination / Math.sqrt(1 + variance * discrimination ** 2);
}

function stepsOfDecisions(difficulty: number, discrimination: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, done) => difficulty + Math.log((done + 1) / (count - done)) / discrimination,
  );
}
