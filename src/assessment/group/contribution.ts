import {
  type AbilityState,
  combine,
  competenceWeights,
  domainWeights,
  type Estimate,
  generalWeights,
  isMeasured,
  readCompetence,
  STAGE_LENGTH,
} from '../../../psychometrics/index.ts';
import type { Bank } from '../bank/bank.ts';

/** Somebody who answered less than a stage would add the prior to a group, and nothing of theirs. */
export const FEWEST_ANSWERS = STAGE_LENGTH;

/** What one person adds to the reading of a group: only ever summed with that of others. */
export type Contribution = {
  personId: string;
  /** Own answers it rests on. */
  answers: number;
  general: Estimate;
  domains: Relative[];
  /** In the order of the framework. */
  competences: (Relative & { code: string; measured: boolean })[];
};

/** An ability, and how far it stands from the person's own general ability. */
export type Relative = { own: Estimate; contrast: Estimate };

/** As known after their last answer: time passing alone must not make two looks at one person differ. */
export function contributionOf(
  bank: Pick<Bank, 'structure' | 'competences'>,
  personId: string,
  {
    state,
    answers,
    byCompetence,
  }: { state: AbilityState; answers: number; byCompetence: ReadonlyMap<string, number> },
): Contribution {
  const general = generalWeights(bank.structure);
  const relative = (weights: readonly number[]): Relative => ({
    own: combine(state, weights),
    contrast: combine(
      state,
      weights.map((weight, index) => weight - general[index]!),
    ),
  });
  return {
    personId,
    answers,
    general: combine(state, general),
    domains: bank.structure.domains.map((_, index) => relative(domainWeights(bank.structure, index))),
    competences: bank.competences.map((code, dimension) => ({
      code,
      ...relative(competenceWeights(bank.competences.length, dimension)),
      measured: isMeasured(readCompetence(state, dimension), byCompetence.get(code) ?? 0),
    })),
  };
}
