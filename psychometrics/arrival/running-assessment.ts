import type { AbilityState } from '../ability/state.ts';
import { updateAbility } from '../ability/update.ts';
import { beliefIn, type ParameterVersion } from './parameter-version.ts';
import type { GivenAnswer } from './recalibrate.ts';

/** An assessment under way: it keeps the parameters it began with, whatever is learned meanwhile. */
export type RunningAssessment = {
  readonly parameters: ParameterVersion;
  readonly state: AbilityState;
  readonly answers: readonly GivenAnswer[];
};

/** Begins an assessment under a version. `prior` is what is known of the person before it. Nothing throws. */
export function beginAssessment(parameters: ParameterVersion, prior: AbilityState): RunningAssessment {
  return { parameters, state: prior, answers: [] };
}

/** The assessment after one more answer. Throws a RangeError on an unknown question or an impossible score. */
export function answerAssessment(assessment: RunningAssessment, given: GivenAnswer): RunningAssessment {
  const { dimension, scoring } = beliefIn(assessment.parameters, given.item);
  return {
    ...assessment,
    state: updateAbility(assessment.state, dimension, scoring, given.score),
    answers: [...assessment.answers, given],
  };
}

/** What the same answers say under another version, from the same prior. Throws as `answerAssessment` does. */
export function recomputedState(
  version: ParameterVersion,
  prior: AbilityState,
  answers: readonly GivenAnswer[],
): AbilityState {
  return answers.reduce(
    (assessment, given) => answerAssessment(assessment, given),
    beginAssessment(version, prior),
  ).state;
}
