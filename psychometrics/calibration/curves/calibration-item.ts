import type { ItemParameters } from '../../models/item-parameters.ts';
import { choiceCurve } from './choice-curve.ts';
import type { CurveFamily } from './curve-family.ts';
import { gradedResponseCurve } from './graded-response-curve.ts';
import { partialCreditCurve } from './partial-credit-curve.ts';

/** A normal belief. sd > 0. */
export type NormalPrior = { mean: number; sd: number };

/** A question to calibrate, or one whose parameters are held to anchor the scale. */
export type CalibrationItem = {
  /** Names it in the result and in errors. */
  id: string;
  /**
   * `choice`: scores 0 and 1 (2PL; 3PL with a fixed c when `guessing` > 0; 1PL with a common discrimination).
   * `graded`: ordered credits, generalised partial credit. `graded-response`: ordered credits, Samejima.
   */
  model: ItemParameters['model'];
  /** Lower asymptote of a choice, in [0, 1), never estimated. Default 0. */
  guessing?: number;
  /** Highest credit, when a prior lets credits nobody earned be estimated. Default: the highest seen. */
  maximumScore?: number;
  /** Parameters to hold. Their model is used, whatever `model` says. */
  fixed?: ItemParameters;
  prior?: {
    /** ln a ~ N(mean, sd²); the mode is taken in ln a. Ignored under a common discrimination. */
    logDiscrimination?: NormalPrior;
    /** b ~ N(mean, sd²): one mean for all steps or thresholds, or one for each. */
    difficulty?: { mean: number | readonly number[]; sd: number };
  };
};

export function familyOf({ model, guessing }: Pick<CalibrationItem, 'model' | 'guessing'>): CurveFamily {
  if (model === 'choice') return choiceCurve(guessing ?? 0);
  return model === 'graded' ? partialCreditCurve : gradedResponseCurve;
}

/** Slope and intercepts of known parameters: (a, −a b₁ … −a b_m). */
export function slopeAndIntercepts(item: ItemParameters): Float64Array {
  const { discrimination: slope } = item;
  return Float64Array.from([slope, ...difficultiesOf(item).map((difficulty) => -slope * difficulty)]);
}

/** A slope nearer to 0 counts as this, so that a question that tells nothing still has a (remote) difficulty. */
const FLATTEST = 1e-8;

/** Parameters of a slope and its intercepts. */
export function parametersOf(item: CalibrationItem, native: Float64Array): ItemParameters {
  const discrimination = awayFromZero(native[0]!);
  const difficulties = Array.from(native.subarray(1), (intercept) => -intercept / discrimination);
  if (item.model === 'graded') return { model: 'graded', discrimination, steps: difficulties };
  if (item.model === 'graded-response') {
    return { model: 'graded-response', discrimination, thresholds: difficulties };
  }
  return { model: 'choice', discrimination, difficulty: difficulties[0]!, guessing: item.guessing ?? 0 };
}

export function awayFromZero(slope: number): number {
  if (Math.abs(slope) >= FLATTEST) return slope;
  return slope < 0 ? -FLATTEST : FLATTEST;
}

/** The difficulty of a choice, or the steps or thresholds of ordered credits, on the scale of ability. Nothing throws. */
export function difficultiesOf(item: ItemParameters): readonly number[] {
  if (item.model === 'choice') return [item.difficulty];
  return item.model === 'graded' ? item.steps : item.thresholds;
}

/** Throws a RangeError that names the question and what is wrong with it. */
export function assertItem(item: CalibrationItem): void {
  const refuse = (reason: string) => {
    throw new RangeError(`item ${item.id}: ${reason}`);
  };
  const { guessing = 0, maximumScore = 1, prior } = item;
  if (!(guessing >= 0 && guessing < 1)) refuse(`guessing must lie in [0, 1), not ${guessing}`);
  if (!Number.isInteger(maximumScore) || maximumScore < 1 || maximumScore > 255) {
    refuse(`maximumScore must be a whole number from 1 to 255, not ${maximumScore}`);
  }
  for (const belief of [prior?.logDiscrimination, prior?.difficulty]) {
    if (belief === undefined) continue;
    const means = typeof belief.mean === 'number' ? [belief.mean] : belief.mean;
    if (!means.every(Number.isFinite)) refuse(`the mean of a prior must be finite, not ${belief.mean}`);
    if (!(belief.sd > 0) || !Number.isFinite(belief.sd)) {
      refuse(`the sd of a prior must be positive, not ${belief.sd}`);
    }
  }
}
