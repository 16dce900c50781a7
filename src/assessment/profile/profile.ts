import {
  type AbilityState,
  changeBetween,
  combine,
  domainWeights,
  driftAbility,
  generalWeights,
  isMeasured,
  type LevelReading,
  MEASURED_ANSWERS,
  readCompetence,
  readDomain,
  readGeneral,
} from '../../../psychometrics/index.ts';
import type { Competence, Domain, Framework, Profession, Professions } from '../../content/index.ts';
import { type Bank, dimensionOf } from '../bank/bank.ts';
import { monthsBetween, UNSEEN_MONTHS } from '../bank/next-question.ts';

/** What the store knows of a person. */
export type Knowledge = {
  state: AbilityState;
  asOf: Date;
  answers: number;
  /** Own answers by competence. */
  answersByCompetence: ReadonlyMap<string, number>;
  series: readonly EndedSeries[];
  profession: Profession;
  parameterVersion: string;
  /** Questions suited to the métier, not seen for a year, by competence. */
  unseenByCompetence: ReadonlyMap<string, number>;
};

/** A series once over: what was believed before it, and after. */
export type EndedSeries = {
  id: string;
  kind: 'stage' | 'depth';
  competence: string | null;
  occasion: number;
  answers: number;
  before: AbilityState;
  after: AbilityState;
  startedAt: Date;
  endedAt: Date;
};

export type CompetenceReport = {
  competence: Competence;
  answers: number;
  /** Only where enough is known; otherwise there is a reason to explore. */
  reading: LevelReading | null;
  reason: ExplorationReason | null;
  explorable: boolean;
};
export type ExplorationReason =
  | 'core-not-asked'
  | 'core-too-little'
  | 'too-little'
  | 'not-asked'
  | 'too-wide';

export type Profile = {
  general: LevelReading;
  domains: { domain: Domain; reading: LevelReading; answers: number; competences: CompetenceReport[] }[];
  answers: number;
  stages: number;
  parameterVersion: string;
  asOf: Date;
  history: Moment[];
};

/** One occasion: what it told, and whether something is established to have changed since the one before. */
export type Moment = {
  occasion: number;
  endedAt: Date;
  answers: number;
  general: LevelReading;
  changes: EstablishedChange[] | 'first';
};
export type EstablishedChange = { what: string; direction: 'up' | 'down' };

/** Fewer unseen questions than this would make a series in depth worthless. */
const FEWEST_FOR_DEPTH = 3;

/** What may be said of a person now. Time passed since the last answer widens what is not known. */
export function profileOf(
  bank: Bank,
  framework: Framework,
  professions: Professions,
  knowledge: Knowledge,
  now: Date,
): Profile {
  const { structure, prior } = bank;
  const state = driftAbility(knowledge.state, prior, monthsBetween(knowledge.asOf, now));
  const core = new Set(professions[knowledge.profession].core);
  return {
    general: readGeneral(state, structure),
    domains: framework.domains.map((domain, index) => {
      const competences = domain.competences.map((competence) =>
        competenceReport(bank, state, core, knowledge, competence, now),
      );
      return {
        domain,
        reading: readDomain(state, structure, index),
        answers: competences.reduce((total, { answers }) => total + answers, 0),
        competences,
      };
    }),
    answers: knowledge.answers,
    stages: stagesAsOf(knowledge.series),
    parameterVersion: knowledge.parameterVersion,
    asOf: knowledge.asOf,
    history: historyOf(bank, framework, knowledge.series),
  };
}

/** Stages answered in the occasion of the last series: three make a positionnement full. */
export function stagesAsOf(series: readonly EndedSeries[]): number {
  const occasion = series.at(-1)?.occasion;
  return series.filter((one) => one.kind === 'stage' && one.occasion === occasion && one.answers > 0).length;
}

function competenceReport(
  bank: Bank,
  state: AbilityState,
  core: ReadonlySet<string>,
  { answersByCompetence, series, unseenByCompetence }: Knowledge,
  competence: Competence,
  now: Date,
): CompetenceReport {
  const { code } = competence;
  const answers = answersByCompetence.get(code) ?? 0;
  const reading = readCompetence(state, dimensionOf(bank, code));
  const measured = isMeasured(reading, answers);
  const explored = series.some(
    (one) => one.competence === code && monthsBetween(one.startedAt, now) < UNSEEN_MONTHS,
  );
  return {
    competence,
    answers,
    reading: measured ? reading : null,
    reason: measured ? null : reasonToExplore(core.has(code), answers),
    explorable: !explored && (unseenByCompetence.get(code) ?? 0) >= FEWEST_FOR_DEPTH,
  };
}

function reasonToExplore(isCore: boolean, answers: number): ExplorationReason {
  if (answers >= MEASURED_ANSWERS) return 'too-wide';
  if (isCore) return answers === 0 ? 'core-not-asked' : 'core-too-little';
  return answers === 0 ? 'not-asked' : 'too-little';
}

function historyOf(bank: Bank, framework: Framework, series: readonly EndedSeries[]): Moment[] {
  const answered = series.filter(({ answers }) => answers > 0);
  const occasions = [...new Set(answered.map(({ occasion }) => occasion))].map((occasion) =>
    answered.filter((one) => one.occasion === occasion),
  );
  return occasions.map((current, index) => {
    const last = current.at(-1)!;
    const previous = occasions[index - 1]?.at(-1);
    return {
      occasion: last.occasion,
      endedAt: last.endedAt,
      answers: current.reduce((total, { answers }) => total + answers, 0),
      general: readGeneral(last.after, bank.structure),
      changes: previous
        ? establishedChanges(bank, framework, previous.after, current[0]!.before, last.after)
        : 'first',
    };
  });
}

/** In general and by domain, what the new answers alone establish; nothing most of the time. */
function establishedChanges(
  { structure }: Bank,
  { domains }: Framework,
  first: AbilityState,
  before: AbilityState,
  after: AbilityState,
): EstablishedChange[] {
  const compared = [
    { what: 'Ensemble', weights: generalWeights(structure) },
    ...domains.map(({ title }, index) => ({ what: title, weights: domainWeights(structure, index) })),
  ];
  return compared.flatMap(({ what, weights }) => {
    const { direction } = changeBetween({
      first: combine(first, weights),
      before: combine(before, weights),
      after: combine(after, weights),
    });
    return direction === 'none' ? [] : [{ what, direction }];
  });
}
