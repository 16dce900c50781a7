/**
 * One choice, scored 0 or 1 (two-parameter logistic with a fixed lower asymptote). It is what the literature calls
 * 2PL when `guessing` is 0, 3PL with a fixed c when it is not, and 1PL when all questions share one discrimination.
 * `discrimination` a > 0 per unit of ability; `difficulty` b on the ability scale;
 * `guessing` c in [0, 1): the chance of a right answer without knowing, 1/k for one choice among k.
 */
export type ChoiceItem = {
  model: 'choice';
  discrimination: number;
  difficulty: number;
  guessing: number;
};

/**
 * Ordered credits 0 … steps.length (generalised partial credit model).
 * `steps[j]` is the ability at which credits j and j + 1 are equally probable; steps need not be increasing.
 */
export type GradedItem = {
  model: 'graded';
  discrimination: number;
  steps: number[];
};

/**
 * Ordered credits 0 … thresholds.length (graded response model). `thresholds[k − 1]` is the ability at which credit k
 * or more has probability one half; thresholds increase strictly.
 */
export type GradedResponseItem = {
  model: 'graded-response';
  discrimination: number;
  thresholds: number[];
};

/** What the measurement knows about a question. Plain JSON: it can be stored and read back as it is. */
export type ItemParameters = ChoiceItem | GradedItem | GradedResponseItem;

/** Highest score of a question: 1 for one choice, the number of steps or thresholds for ordered credits. Nothing throws. */
export function maximumScore(item: ItemParameters): number {
  if (item.model === 'choice') return 1;
  return item.model === 'graded' ? item.steps.length : item.thresholds.length;
}

/** Throws a RangeError that names the first parameter out of its range; a question without one can be used. */
export function assertUsable(item: ItemParameters): void {
  if (!(item.discrimination > 0) || !Number.isFinite(item.discrimination)) {
    throw new RangeError(`discrimination must be positive and finite, not ${item.discrimination}`);
  }
  if (item.model === 'graded') {
    if (item.steps.length === 0 || !item.steps.every(Number.isFinite)) {
      throw new RangeError(`steps must be finite numbers, at least one, not [${item.steps.join(', ')}]`);
    }
    return;
  }
  if (item.model === 'graded-response') {
    const { thresholds } = item;
    const increasing = thresholds.every((value, k) => k === 0 || value > thresholds[k - 1]!);
    if (thresholds.length === 0 || !thresholds.every(Number.isFinite) || !increasing) {
      throw new RangeError(
        `thresholds must be finite, at least one and strictly increasing, not [${thresholds.join(', ')}]`,
      );
    }
    return;
  }
  if (!Number.isFinite(item.difficulty)) {
    throw new RangeError(`difficulty must be finite, not ${item.difficulty}`);
  }
  if (!(item.guessing >= 0 && item.guessing < 1)) {
    throw new RangeError(`guessing must lie in [0, 1), not ${item.guessing}`);
  }
}
