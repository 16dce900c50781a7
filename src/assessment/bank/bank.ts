import {
  type AbilityState,
  addLearning,
  type BankItem,
  driftAbility,
  type ItemParameters,
  priorParameters,
  priorState,
  type Structure,
} from '../../../psychometrics/index.ts';
import {
  type Case,
  type Content,
  competencesOf,
  expectedCaseSeconds,
  expectedSeconds,
  type Framework,
  guessing,
  maximumCredit,
  type Profession,
  type Question,
} from '../../content/index.ts';

/** Where the parameters of the questions come from: experts' levels, until answers allow a calibration. */
export const PARAMETER_VERSION = 'experts-2';

/** The questions as the measurement sees them. */
export type Bank = {
  structure: Structure;
  prior: AbilityState;
  items: readonly BankItem[];
  questions: ReadonlyMap<string, Question>;
  cases: ReadonlyMap<string, Case>;
  /** Codes of the competences, by dimension. */
  competences: readonly string[];
};

const banks = new WeakMap<Content, Bank>();

/** The bank of a content; built once. */
export function bankOf(content: Content): Bank {
  const known = banks.get(content);
  if (known) return known;
  const structure = structureOf(content.framework);
  const bank: Bank = {
    structure,
    prior: priorState(structure),
    items: bankItems(content),
    questions: new Map(content.questions.map((question) => [question.id, question])),
    cases: content.cases,
    competences: competencesOf(content.framework).map((competence) => competence.code),
  };
  banks.set(content, bank);
  return bank;
}

/** Each competence is a dimension, in the order of the framework; each domain a group of them. */
export function structureOf({ domains }: Framework): Structure {
  let next = 0;
  return { domains: domains.map((domain) => domain.competences.map(() => next++)) };
}

/** Belief when a series starts: time has passed, and modules were finished, since the state known last. */
export function beliefAtStart(
  known: AbilityState,
  bank: Pick<Bank, 'prior' | 'competences'>,
  { months, learnt }: { months: number; learnt: readonly string[] },
): AbilityState {
  return learnt.reduce(
    (belief, competence) => addLearning(belief, dimensionOf(bank, competence)),
    driftAbility(known, bank.prior, months),
  );
}

export function dimensionOf(bank: Pick<Bank, 'competences'>, competence: string): number {
  const dimension = bank.competences.indexOf(competence);
  if (dimension < 0) throw new Error(`No competence ${competence} in the framework`);
  return dimension;
}

/** The questions of the content with their expert parameters and expected times. */
export function bankItems({ framework, questions, cases }: Content): BankItem[] {
  const competences = competencesOf(framework).map((competence) => competence.code);
  return questions.map((question) => {
    const itsCase = question.case === undefined ? undefined : cases.get(question.case);
    return {
      id: question.id,
      dimension: dimensionOf({ competences }, question.competence),
      format: question.format,
      caseId: itsCase?.id ?? null,
      parameters: parametersOf(question),
      seconds: expectedSeconds(question),
      caseSeconds: itsCase ? expectedCaseSeconds(itsCase) : 0,
      calibrated: false,
    };
  });
}

/** Expert parameters, from the level the author gave and the credits of the format. */
export function parametersOf(question: Question): ItemParameters {
  return priorParameters({
    level: question.level,
    maximumScore: maximumCredit(question),
    guessing: guessing(question),
  });
}

/** Whether a question may be asked to people of a métier. */
export function suits(question: Question, profession: Profession): boolean {
  return question.professions === 'all' || question.professions.includes(profession);
}

const suited = new WeakMap<Bank, Map<Profession, readonly BankItem[]>>();

/** The questions that may be asked to people of a métier; gathered once. */
export function itemsFor(bank: Bank, profession: Profession): readonly BankItem[] {
  const known = suited.get(bank) ?? new Map<Profession, readonly BankItem[]>();
  suited.set(bank, known);
  const items =
    known.get(profession) ?? bank.items.filter((item) => suits(bank.questions.get(item.id)!, profession));
  known.set(profession, items);
  return items;
}
