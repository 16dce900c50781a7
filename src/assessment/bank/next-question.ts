import {
  type AbilityState,
  type BankItem,
  type Blueprint,
  chooseNext,
  depthBlueprint,
  type ServedItem,
  shouldStopDepth,
  stageBlueprint,
} from '../../../psychometrics/index.ts';
import type { Profession, Professions } from '../../content/index.ts';
import { type Bank, dimensionOf, itemsFor } from './bank.ts';

/** What a series of questions is for: a stage of the positionnement, or one competence in depth. */
export type Aim = { kind: 'stage'; stage: number } | { kind: 'depth'; competence: string };

export type Series = {
  aim: Aim;
  profession: Profession;
  length: number;
  seed: number;
};

/** Three stages make a positionnement full. */
export const STAGES = 3;
/** A question is not asked again for a year, nor a competence explored in depth twice. */
export const UNSEEN_MONTHS = 12;
/** Answers further apart than this belong to two occasions, between which a change may be looked for. */
const OCCASION_DAYS = 60;
const DAY = 86_400_000;
const MONTH = 30.4375 * DAY;

/** Months between two moments, never negative: a clock set back makes no time pass. */
export function monthsBetween(earlier: Date, later: Date): number {
  return Math.max(0, (later.getTime() - earlier.getTime()) / MONTH);
}

export function isNewOccasion(lastAnswer: Date, now: Date): boolean {
  return now.getTime() - lastAnswer.getTime() > OCCASION_DAYS * DAY;
}

/** When the next occasion begins, if nothing is answered before. */
export function nextOccasionFrom(lastAnswer: Date): Date {
  return new Date(lastAnswer.getTime() + (OCCASION_DAYS + 1) * DAY);
}

export function blueprintOf(bank: Bank, professions: Professions, series: Series): Blueprint {
  const { structure } = bank;
  const { aim, length } = series;
  if (aim.kind === 'depth') {
    return depthBlueprint({ structure, dimension: dimensionOf(bank, aim.competence), length });
  }
  const core = professions[series.profession].core.map((code) => dimensionOf(bank, code));
  return stageBlueprint({ structure, core, stage: aim.stage, length });
}

/**
 * The next question of a series, or null when it is over. A pure function of what is known, asked and seen:
 * a restart or a second click gives the same question.
 */
export function nextQuestion(input: {
  bank: Bank;
  professions: Professions;
  series: Series;
  state: AbilityState;
  history: readonly ServedItem[];
  seen: Iterable<string>;
}): BankItem | null {
  const { bank, professions, series, state, history, seen } = input;
  const { aim } = series;
  if (aim.kind === 'depth' && shouldStopDepth(state, dimensionOf(bank, aim.competence), history.length)) {
    return null;
  }
  return chooseNext({
    state,
    bank: itemsFor(bank, series.profession),
    blueprint: blueprintOf(bank, professions, series),
    history,
    excluded: new Set(seen),
    seed: series.seed,
  });
}
