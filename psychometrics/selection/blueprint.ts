import { dimensionCount, type Structure } from '../ability/structure.ts';

/** Most of a series each kind of question may take, as shares in (0, 1]. */
export type FormatQuotas = {
  /** All questions with ordered credits together. */
  orderedCredits: number;
  /** Single formats by name; a format that is not named is not limited. */
  byFormat: Readonly<Record<string, number>>;
};

/** The rules of a series of questions. */
export type Blueprint = {
  /**
   * Importance of each competence in what is to be made precise. A competence of weight 0 is not drawn from,
   * except as a companion in a case already begun.
   */
  weights: number[];
  structure: Structure;
  /** Number of questions in the series. */
  length: number;
  formatQuotas: FormatQuotas;
  /** Most questions on one competence. */
  maximumPerCompetence: number;
  /**
   * Whether each domain with a drawn competence must come within the first three quarters of the series, or in
   * a case begun by then.
   */
  everyDomain: boolean;
  /** Whether a case brings its questions on competences of weight 0 along. */
  caseCompanions: boolean;
};

/** Questions of one stage of a positionnement. */
export const STAGE_LENGTH = 8;
/** The most questions of a series on one competence. */
export const DEPTH_LENGTH = 12;

const CORE_WEIGHT = 2;
/** Seven of eight with ordered credits: they inform most per minute and would otherwise take every place. */
const STANDARD_QUOTAS: FormatQuotas = { orderedCredits: 0.875, byFormat: {} };

/**
 * Standard rules of one stage of a positionnement.
 *
 * The first stage draws on the core competences of the person's profession; a domain without any is represented
 * by all its suitable competences, so that all domains are seen. Later stages draw on all suitable competences,
 * the core ones counting twice.
 *
 * `core` and `suitable` are dimension indexes (suitable: all, when not given); `stage` counts from 1. An empty
 * `core` stands for all suitable. Throws a RangeError on an index outside the structure or a length below 1.
 */
export function stageBlueprint(input: {
  structure: Structure;
  core: readonly number[];
  suitable?: readonly number[];
  stage: number;
  length?: number;
}): Blueprint {
  const { structure, stage, length = STAGE_LENGTH } = input;
  const count = dimensionCount(structure);
  const suitable = new Set(input.suitable ?? Array.from({ length: count }, (_, index) => index));
  const core = new Set(input.core.length > 0 ? input.core : suitable);
  assertWithin(count, [...suitable, ...core]);
  assertLength(length);
  const weights = new Array<number>(count).fill(0);
  for (const members of structure.domains) {
    const withoutCore = !members.some((dimension) => core.has(dimension));
    for (const dimension of members) {
      if (core.has(dimension)) weights[dimension] = CORE_WEIGHT;
      else if (suitable.has(dimension) && (stage > 1 || withoutCore)) weights[dimension] = 1;
    }
  }
  return {
    weights,
    structure,
    length,
    formatQuotas: STANDARD_QUOTAS,
    maximumPerCompetence: Math.max(2, Math.ceil((2 * length) / count)),
    everyDomain: true,
    caseCompanions: true,
  };
}

/**
 * Standard rules of a series on one competence in depth: at most 12 questions, all on that competence.
 * Stop earlier with shouldStopDepth. Throws a RangeError when the structure has no such dimension, or on a length below 1.
 */
export function depthBlueprint(input: {
  structure: Structure;
  dimension: number;
  length?: number;
}): Blueprint {
  const { structure, dimension, length = DEPTH_LENGTH } = input;
  const count = dimensionCount(structure);
  assertWithin(count, [dimension]);
  assertLength(length);
  return {
    weights: Array.from({ length: count }, (_, index) => (index === dimension ? 1 : 0)),
    structure,
    length,
    formatQuotas: STANDARD_QUOTAS,
    maximumPerCompetence: length,
    everyDomain: false,
    caseCompanions: false,
  };
}

function assertWithin(count: number, dimensions: readonly number[]): void {
  for (const dimension of dimensions) {
    if (!Number.isInteger(dimension) || dimension < 0 || dimension >= count) {
      throw new RangeError(`dimension must be 0 to ${count - 1}, not ${dimension}`);
    }
  }
}

function assertLength(length: number): void {
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`length must be a whole number of at least 1, not ${length}`);
  }
}
