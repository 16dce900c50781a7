import type { BankItem, Structure } from '../../../psychometrics/index.ts';
import type { Question } from '../../../src/content/index.ts';

/** What a simulation draws on: the questions, who may be asked them, and the professions' core competences. */
export type SimulationBank = {
  structure: Structure;
  items: readonly BankItem[];
  professions: readonly SimulatedProfession[];
  /** The questions themselves, where the bank has them. */
  questions?: ReadonlyMap<string, Question>;
};

export type SimulatedProfession = {
  name: string;
  /** Core competences, as dimension indexes. */
  core: number[];
  /** Questions that do not suit the profession. */
  unsuitable: ReadonlySet<string>;
};
