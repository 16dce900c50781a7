import {
  type BankItem,
  categoryProbabilities,
  createRandom,
  EXPERT_PRIOR,
  type ItemParameters,
  priorState,
  type Random,
  type Structure,
  uniformFrom,
} from '../../../psychometrics/index.ts';

/**
 * `bank`: the parameters of the bank are the true ones. `expert`: the truth lies around them, unknown to the
 * scoring. `calibrated`: the truth lies around them and the scoring knows it.
 */
export type Truth = 'bank' | 'expert' | 'calibrated';

/**
 * True parameters of the questions. Unless under `bank`, b ~ N(expert's, 0.8²), all steps of a question moving
 * together, and ln a ~ N(ln 0.8 for a choice or ln 0.55 for ordered credits, 0.35²).
 */
export function trueParameters(
  items: readonly BankItem[],
  truth: Truth,
  seed: number,
): Map<string, ItemParameters> {
  return new Map(
    items.map((item) => [
      item.id,
      truth === 'bank' ? item.parameters : around(item.parameters, createRandom(seed, 'truth', item.id)),
    ]),
  );
}

function around(parameters: ItemParameters, random: Random): ItemParameters {
  const shift = EXPERT_PRIOR.difficultySd * random.normal();
  const spread = Math.exp(EXPERT_PRIOR.logDiscriminationSd * random.normal());
  if (parameters.model === 'choice') {
    const discrimination = EXPERT_PRIOR.choiceDiscrimination * spread;
    return { ...parameters, discrimination, difficulty: parameters.difficulty + shift };
  }
  const discrimination = EXPERT_PRIOR.gradedDiscrimination * spread;
  if (parameters.model === 'graded-response') {
    return { ...parameters, discrimination, thresholds: parameters.thresholds.map((value) => value + shift) };
  }
  return { ...parameters, discrimination, steps: parameters.steps.map((step) => step + shift) };
}

/** Draws true abilities: N(0, 1) each, with these correlations. */
export function abilityGenerator(
  structure: Structure,
  correlations: { within: number; between: number },
): (random: Random) => number[] {
  const { covariance, mean } = priorState(structure, correlations);
  const factor = choleskyFactor(covariance, mean.length);
  return (random) => {
    const normals = mean.map(() => random.normal());
    return factor.map((row) => row.reduce((sum, weight, column) => sum + weight * normals[column]!, 0));
  };
}

/** Answers a question: the same person always gives the same answer to the same question. */
export function answer(
  item: BankItem,
  parameters: ItemParameters,
  ability: number,
  personSeed: number,
): number {
  const luck = uniformFrom(personSeed, 'answer', item.id);
  let cumulated = 0;
  const probabilities = categoryProbabilities(parameters, ability);
  for (let score = 0; score < probabilities.length - 1; score += 1) {
    cumulated += probabilities[score]!;
    if (luck < cumulated) return score;
  }
  return probabilities.length - 1;
}

function choleskyFactor(matrix: readonly number[], count: number): number[][] {
  const factor: number[][] = [];
  for (let row = 0; row < count; row += 1) {
    const current: number[] = [];
    for (let column = 0; column <= row; column += 1) {
      const above = column === row ? current : factor[column]!;
      let sum = matrix[row * count + column]!;
      for (let k = 0; k < column; k += 1) sum -= current[k]! * above[k]!;
      current.push(column === row ? Math.sqrt(sum) : sum / above[column]!);
    }
    factor.push(current);
  }
  return factor;
}
