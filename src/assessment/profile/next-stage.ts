import {
  type AbilityState,
  expectedScore,
  maximumScore,
  readDomain,
  type ServedItem,
  STAGE_LENGTH,
  updateAbility,
} from '../../../psychometrics/index.ts';
import type { Profession, Professions } from '../../content/index.ts';
import type { Bank } from '../bank/bank.ts';
import { nextQuestion } from '../bank/next-question.ts';

/** Whether answering eight more questions would teach something, and how much. */
export type NextStage =
  | { kind: 'first' }
  /** `gain`: by which part the margins of the five domains would shrink on average. */
  | { kind: 'worth'; gain: number }
  | { kind: 'little-to-learn'; gain: number }
  /** The positionnement is full; another one may begin then. */
  | { kind: 'full'; from: Date };

/** A third stage brings about a tenth and is worth it; a fourth right after it, 7.6 %, is not (bank of November 2026). */
export const SMALLEST_GAIN = 0.08;

/**
 * The part by which the margins of the domains would shrink on average after a stage. The eight questions are those that
 * would be asked; each is taken to earn its expected credit, rounded: what an answer takes off a margin hardly depends on
 * the credit it earns.
 */
export function gainOfStage(input: {
  bank: Bank;
  professions: Professions;
  profession: Profession;
  /** Belief at the start: time has passed and modules were finished. */
  state: AbilityState;
  stage: number;
  seen: Iterable<string>;
}): number {
  const { bank, professions, profession, stage } = input;
  const seen = [...input.seen];
  const series = { aim: { kind: 'stage', stage }, profession, length: STAGE_LENGTH, seed: 1 } as const;
  const history: ServedItem[] = [];
  let state = input.state;
  for (;;) {
    const item = nextQuestion({ bank, professions, series, state, history, seen });
    if (!item) break;
    const expected = expectedScore(item.parameters, state.mean[item.dimension]!);
    const score = Math.min(maximumScore(item.parameters), Math.round(expected));
    state = updateAbility(state, item.dimension, item.parameters, score);
    history.push(item);
  }
  return 1 - meanMargin(bank, state) / meanMargin(bank, input.state);
}

function meanMargin({ structure }: Bank, state: AbilityState): number {
  const errors = structure.domains.map((_, domain) => readDomain(state, structure, domain).standardError);
  return errors.reduce((total, error) => total + error, 0) / errors.length;
}
