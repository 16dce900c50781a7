import { fisherQuantile } from '../distributions/fisher.ts';
import type { AnswerTable } from '../item-analysis/answer-table.ts';
import { covarianceMatrix } from './covariance-matrix.ts';

/**
 * Cronbach's α of the total score, over the `people` who answered everything. At most 1, negative when questions
 * disagree. `interval` holds the α of the population with the asked confidence. `standardError` is that of one person's
 * total, in points. null where it is not defined: fewer than two questions or people, or nobody differs.
 */
export type Alpha = {
  people: number;
  alpha: number | null;
  interval: { low: number; high: number } | null;
  standardError: number | null;
};

/**
 *   α = k/(k − 1) · (1 − Σ s²ᵢ / s²_total)    (1 − α)/(1 − α̂) ~ F(n − 1, (n − 1)(k − 1))    SEM = s_total √(1 − α)
 *
 * Cronbach (1951), Psychometrika 16(3), 297–334; interval by Feldt (1965), Psychometrika 30, 357–370, as in Feldt, Woodruff &
 * Salih (1987), eq. 5. `confidence` in (0, 1), 0.95 by default; throws a RangeError otherwise.
 */
export function cronbachAlpha(answers: AnswerTable, confidence = 0.95): Alpha {
  const { people, covariance } = covarianceMatrix(answers);
  return alphaOf(
    {
      people,
      questions: covariance.map((row, index) => row[index]!),
      total: covariance.flat().reduce((sum, value) => sum + value, 0),
    },
    confidence,
  );
}

/**
 * The same from the variances (divisor n − 1) of the score of each question and of the total score among so many
 * `people`, for who keeps counts and not answers. `confidence` in (0, 1), 0.95 by default; throws a RangeError otherwise.
 */
export function alphaOf(
  { people, questions, total }: { people: number; questions: readonly number[]; total: number },
  confidence = 0.95,
): Alpha {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie in (0, 1), not ${confidence}`);
  const count = questions.length;
  const own = questions.reduce((sum, variance) => sum + variance, 0);
  // Below, the total only differs by rounding: it does not vary.
  if (count < 2 || people < 2 || !(total > 1e-12 * own)) {
    return { people, alpha: null, interval: null, standardError: null };
  }
  const alpha = (count / (count - 1)) * (1 - own / total);
  const bound = (p: number) => 1 - (1 - alpha) * fisherQuantile(p, people - 1, (people - 1) * (count - 1));
  return {
    people,
    alpha,
    interval: { low: bound((1 + confidence) / 2), high: bound((1 - confidence) / 2) },
    standardError: Math.sqrt(total * Math.max(0, 1 - alpha)),
  };
}
