import type { ItemParameters } from '../models/item-parameters.ts';
import { EXPERT_PRIOR } from '../models/prior-parameters.ts';

/** What is known of a question. Plain data. */
export type ItemBelief = {
  /** Index of the competence it measures. */
  dimension: number;
  /** Most probable parameters; the difficulty of ordered credits is the mean of their steps. */
  parameters: ItemParameters;
  /** The same before any answer. */
  expert: ItemParameters;
  /** Standard deviation of the difficulty, in units of ability. */
  difficultySd: number;
  /** Standard deviation of ln(discrimination), and its covariance with the difficulty. */
  logDiscriminationSd: number;
  dependence: number;
  /** Answers it has had. */
  answers: number;
  /** Parameters to score answers with: the discrimination is flattened by what is unknown of the difficulty. */
  scoring: ItemParameters;
};

/** Fewer answers than this tell nothing of a discrimination: it stays where experts put it. */
export const ANSWERS_FOR_DISCRIMINATION = 200;

/** (√variance of the logistic / variance of the normal it is compared with): the 1.7 of the normal ogive. */
const NORMAL_OGIVE = 1.7;
/** A flattened discrimination cannot reach 1.7/0.8 = 2.125; one given above is taken as this close to it. */
const STEEPEST_SHARE = 0.99;

/**
 * What experts say of a question. `scoring` are the parameters of `priorParameters`, whose discrimination is
 * already flattened for a difficulty known within ± 0.8: a = a* / √(1 − (0.8/1.7)² a*²), after MacKay (1992), as there.
 * `dimension` is the index of a competence. Neither is checked; nothing throws.
 */
export function expertBelief(dimension: number, scoring: ItemParameters): ItemBelief {
  const sd = EXPERT_PRIOR.difficultySd;
  const share = Math.min(STEEPEST_SHARE, (scoring.discrimination * sd) / NORMAL_OGIVE);
  const discrimination = scoring.discrimination / Math.sqrt(1 - share * share);
  const parameters = { ...scoring, discrimination };
  return {
    dimension,
    parameters,
    expert: parameters,
    difficultySd: sd,
    logDiscriminationSd: EXPERT_PRIOR.logDiscriminationSd,
    dependence: 0,
    answers: 0,
    scoring,
  };
}

/** The belief with other parameters and certainty; what it is scored with follows. */
export function revisedBelief(
  belief: ItemBelief,
  revision: Omit<ItemBelief, 'dimension' | 'expert' | 'scoring'>,
): ItemBelief {
  return { ...belief, ...revision, scoring: flattened(revision.parameters, revision.difficultySd) };
}

/** a / √(1 + a² s²/1.7²): a logistic curve averaged over a difficulty known within ± s (see priorParameters). */
function flattened(item: ItemParameters, difficultySd: number): ItemParameters {
  const spread = (item.discrimination * difficultySd) / NORMAL_OGIVE;
  return { ...item, discrimination: item.discrimination / Math.sqrt(1 + spread * spread) };
}
