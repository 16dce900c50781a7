/** The only public entry of the measurement library. See README.md. */

export { packState, unpackState } from './ability/packed-state.ts';
export { type Estimate, posteriorAfter } from './ability/posterior.ts';
export { type AbilityState, PRIOR_CORRELATIONS, priorState, standardErrorOf } from './ability/state.ts';
export { dimensionCount, domainOfDimension, type Structure } from './ability/structure.ts';
export { addLearning, driftAbility } from './ability/time.ts';
export { updateAbility } from './ability/update.ts';
// One dimension: estimators and adaptive tests.
export { type AdaptiveBank, type AdaptiveItem, prepareBank } from './adaptive/adaptive-bank.ts';
export { type FinishedTest, takeTest } from './adaptive/adaptive-test.ts';
export { type Belief, beliefAfter, startingBelief } from './adaptive/belief.ts';
export type { ExposureLimits, ExposurePrices } from './adaptive/exposure-prices.ts';
export {
  CRITERION_NAMES,
  type CriterionName,
  criterionRule,
  defaultLimits,
  type PricedOptions,
  pricedRule,
  randomRule,
  type SelectionRule,
} from './adaptive/rules.ts';
export { settledRule } from './adaptive/settled-rule.ts';
export { generatePeople, type SimulatedPerson } from './adaptive/simulated-person.ts';
export { simulateTests, type TestReport } from './adaptive/simulated-tests.ts';
export type { Goal, Turn } from './adaptive/turn.ts';
// Populations and arriving answers: joint posterior, correlations estimated from data, calibration as answers come.
export {
  ANSWERS_FOR_DISCRIMINATION,
  expertBelief,
  type ItemBelief,
} from './arrival/item-belief.ts';
export { difficultyOf } from './arrival/item-positions.ts';
export { learnOnline } from './arrival/learn-online.ts';
export {
  beliefIn,
  expertVersion,
  isCalibrated,
  nextVersion,
  type ParameterVersion,
} from './arrival/parameter-version.ts';
export { type GivenAnswer, recalibrate } from './arrival/recalibrate.ts';
export {
  answerAssessment,
  beginAssessment,
  type RunningAssessment,
  recomputedState,
} from './arrival/running-assessment.ts';
// Calibration: parameters of questions from the answers of many people.
export {
  type AnswerCollector,
  type Answers,
  answerCollector,
  answersFromRows,
} from './calibration/answers.ts';
export { type Calibration, calibrate, calibrationSteps, type NotConverged } from './calibration/calibrate.ts';
export type { CalibratedItem, ItemStandardErrors } from './calibration/calibration-result.ts';
export {
  type CalibrationItem,
  difficultiesOf,
  type NormalPrior,
} from './calibration/curves/calibration-item.ts';
export {
  type Curves,
  type ExpectedCounts,
  expectedCounts,
} from './calibration/expectation/expected-counts.ts';
export { addReplies, type PassReply, type PassRequest, runPass } from './calibration/expectation/pass.ts';
export { type Patterns, slicePatterns } from './calibration/expectation/patterns.ts';
export type { Population } from './calibration/expectation/quadrature.ts';
export { type CalibrationOptions, type CalibrationPlan, planCalibration } from './calibration/plan.ts';
export { simulateAnswers } from './calibration/simulated-answers.ts';
// Statistics of questions and groups: DIF, fit, reliability, change of a group, survival, proportions, distributions.
export { type BootstrapInterval, bootstrapInterval } from './change/bootstrap.ts';
export { type Change, changeBetween } from './change/change-between.ts';
export { type ChangeTable, type TableChange, tableChange } from './change/change-table.ts';
export { type ChangeEffect, changeEffect } from './change/effect-size.ts';
export { type PairedTest, pairedTest } from './change/paired-test.ts';
export type { Pairs } from './change/pairs.ts';
export { type ReliableChange, reliableChange } from './change/reliable-change.ts';
export { type SignedRankTest, signedRankTest } from './change/signed-rank.ts';
export {
  type CorrelationPattern,
  type CorrelationRequest,
  type EstimatedCorrelations,
  estimateCorrelations,
  priorUnder,
} from './covariance/estimate-correlations.ts';
export {
  type LogisticDif,
  type LogisticDifKind,
  type LogisticDifOptions,
  logisticDif,
  purifiedLogisticDif,
} from './dif/logistic-dif.ts';
export {
  type MantelHaenszel,
  type MantelHaenszelOptions,
  mantelHaenszel,
  type PurifiedMantelHaenszel,
  purifiedMantelHaenszel,
} from './dif/mantel-haenszel.ts';
export type { TwoGroups } from './dif/strata.ts';
export { incompleteBeta } from './distributions/beta.ts';
export { drawBinomial } from './distributions/binomial.ts';
export { chiSquareAbove, chiSquareQuantile } from './distributions/chi-square.ts';
export { fisherAbove, fisherQuantile } from './distributions/fisher.ts';
export { logGamma, lowerGamma, upperGamma } from './distributions/gamma.ts';
export { normalAbove, normalBelow, normalQuantile } from './distributions/normal.ts';
export { studentBelow, studentBeyond, studentQuantile } from './distributions/student.ts';
export type {
  AbilityEstimate,
  AbilityPrior,
  AbilityRange,
  AnsweredItem,
} from './estimation/answered-item.ts';
export {
  type EstimationMethod,
  type EstimationOptions,
  estimateAbility,
} from './estimation/estimate-ability.ts';
export { exampleBank } from './example-bank.ts';
export type { ScoreGroup } from './fit/collapse.ts';
export { type MeanSquares, meanSquares } from './fit/mean-squares.ts';
export { scoreDistribution } from './fit/score-distribution.ts';
export { type ScoreFit, scoreFit } from './fit/score-fit.ts';
export type { AnswerTable } from './item-analysis/answer-table.ts';
export { type ClassicalItem, type ClassicalTest, classicalAnalysis } from './item-analysis/classical.ts';
export { type Answer, type JointPosterior, jointPosterior } from './joint-posterior/joint-posterior.ts';
export {
  assertUsable,
  type ChoiceItem,
  type GradedItem,
  type GradedResponseItem,
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
export {
  differenceOfDifferences,
  type ProportionDifference,
  proportionDifference,
} from './proportions/difference.ts';
export { type Proportion, wilsonInterval } from './proportions/wilson.ts';
export { createRandom, deriveSeed, type Random, uniformFrom } from './random.ts';
export { empiricalReliability, marginalReliability } from './reliability/ability-reliability.ts';
export { type Alpha, alphaOf, cronbachAlpha } from './reliability/alpha.ts';
export {
  abilityClassification,
  type ClassificationQuality,
  totalScoreClassification,
} from './reliability/classification.ts';
export { mcdonaldOmega, type Omega } from './reliability/omega.ts';
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
export {
  type FollowUp,
  kaplanMeier,
  medianSurvival,
  numbersAtRisk,
  type SurvivalStep,
  survivalAt,
} from './survival/kaplan-meier.ts';
