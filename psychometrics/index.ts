/** The only public entry of the measurement library. See README.md. */

export { type Estimate, posteriorAfter } from './ability/posterior.ts';
export { type AbilityState, PRIOR_CORRELATIONS, priorState, standardErrorOf } from './ability/state.ts';
export { dimensionCount, domainOfDimension, type Structure } from './ability/structure.ts';
export { addLearning, driftAbility } from './ability/time.ts';
export { updateAbility } from './ability/update.ts';
export { type Change, changeBetween } from './change/change-between.ts';
export { exampleBank } from './example-bank.ts';
export {
  assertUsable,
  type ChoiceItem,
  type GradedItem,
  type ItemParameters,
  maximumScore,
} from './models/item-parameters.ts';
export {
  EXPERT_PRIOR,
  type Level,
  priorParameters,
  shrinkDiscrimination,
} from './models/prior-parameters.ts';
export { categoryProbabilities, expectedScore, information, logLikelihood } from './models/response.ts';
export { createRandom, deriveSeed, type Random, uniformFrom } from './random.ts';
export {
  combine,
  competenceWeights,
  contrastWeights,
  domainWeights,
  generalWeights,
} from './reporting/combination.ts';
export { CUT_SCORES, levelOf } from './reporting/cut-scores.ts';
export {
  type Band,
  isMeasured,
  type LevelReading,
  MEASURED_ANSWERS,
  probabilityBelowOwnMean,
  readCompetence,
  readDomain,
  readEstimate,
  readGeneral,
} from './reporting/reading.ts';
export type { BankItem, ServedItem } from './selection/bank-item.ts';
export {
  type Blueprint,
  DEPTH_LENGTH,
  depthBlueprint,
  type FormatQuotas,
  STAGE_LENGTH,
  stageBlueprint,
} from './selection/blueprint.ts';
export {
  type Choice,
  type ChoiceReason,
  chooseNext,
  chooseWithReason,
} from './selection/choose-next.ts';
export { DEPTH_STANDARD_ERROR, shouldStopDepth } from './selection/stopping.ts';
export type { ChoiceInput } from './selection/units.ts';
