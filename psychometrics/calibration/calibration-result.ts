import type { ItemParameters } from '../models/item-parameters.ts';
import { awayFromZero, type CalibrationItem, parametersOf } from './curves/calibration-item.ts';
import { nativeOf } from './maximization/curves-at.ts';
import type { CalibrationPlan, ItemBlock } from './plan.ts';

/** Standard errors, on the scale of what they belong to. */
export type ItemStandardErrors = {
  discrimination: number;
  /** Of the difficulty, or of each step or threshold (delta method). */
  difficulties: number[];
  /** Of the intercepts d = −ab, which are better behaved than difficulties when a is small. */
  intercepts: number[];
};

export type CalibratedItem =
  | {
      id: string;
      status: 'estimated';
      /** The discrimination of a question that works backwards is negative: such a question cannot be used. */
      parameters: ItemParameters;
      /** Null when they were not asked for, or are not identified. */
      standardErrors: ItemStandardErrors | null;
      /** Scores the credits 0, 1 … stand for; scores nobody earned are merged away when no prior holds them. */
      scores: number[];
      /** Sum of the weights of its answers. */
      answers: number;
    }
  | { id: string; status: 'fixed'; parameters: ItemParameters; answers: number }
  | { id: string; status: 'left-out'; reason: 'no-answers' | 'one-score-only'; answers: number };

/** Estimates of every question, in the order given. */
export function calibratedItems(
  plan: CalibrationPlan,
  items: readonly CalibrationItem[],
  parameters: Float64Array,
  covariance: Float64Array | null,
): CalibratedItem[] {
  const results: CalibratedItem[] = [];
  for (const block of plan.blocks) {
    results[block.index] = block.item.fixed
      ? { id: block.item.id, status: 'fixed', parameters: block.item.fixed, answers: block.answers }
      : {
          id: block.item.id,
          status: 'estimated',
          parameters: parametersOf(block.item, nativeOf(block, parameters)),
          standardErrors: covariance && errorsOf(block, parameters, covariance),
          scores: block.scores,
          answers: block.answers,
        };
  }
  for (const { index, item, reason, answers } of plan.leftOut) {
    results[index] = { id: item.id, status: 'left-out', reason, answers };
  }
  return items.map((_, index) => results[index]!);
}

/** With b = −d/a, var b = (b² var a + var d + 2b cov(a, d)) / a². */
function errorsOf(block: ItemBlock, parameters: Float64Array, covariance: Float64Array): ItemStandardErrors {
  const total = parameters.length;
  const native = nativeOf(block, parameters);
  const between = (p: number, q: number) => covariance[block.place[p]! * total + block.place[q]!]!;
  const slope = awayFromZero(native[0]!);
  const steps = Array.from({ length: block.size - 1 }, (_, index) => index + 1);
  return {
    discrimination: Math.sqrt(between(0, 0)),
    difficulties: steps.map((step) => {
      const difficulty = -native[step]! / slope;
      const variance =
        difficulty * difficulty * between(0, 0) + between(step, step) + 2 * difficulty * between(0, step);
      return Math.sqrt(Math.max(0, variance)) / Math.abs(slope);
    }),
    intercepts: steps.map((step) => Math.sqrt(between(step, step))),
  };
}
