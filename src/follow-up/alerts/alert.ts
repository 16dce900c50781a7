import { daysAfter, isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { checkText, type Doubt, worryingWords } from '../../writing/index.ts';
import { readCode } from '../situations/code.ts';
import { AGE_BANDS, type AgeBand, LEVELS, type Level } from '../vocabulary.ts';
import { ADVICE, type Advice, MOST_ADVICE } from './advice.ts';

/** What an adult saw of a pupil, said by a code or by a level. */
export type NewAlert = {
  id: string;
  school: string;
  code: string | null;
  level: Level | null;
  signals: string[];
  observedOn: string;
  word: string | null;
};

export type TypedAlert = {
  id: string;
  school: string;
  code: string;
  level: string;
  signals: string[];
  observedOn: string;
  word: string;
  confirmed: string;
};

export const MOST_SIGNALS = 5;
export const LONGEST_WORD = 140;
const DAYS_BACK = 31;

/** What is wrong, what is to be confirmed, or what is kept. Words of danger are never kept: somebody is to be called. */
export function parseAlert(
  typed: TypedAlert,
  { schools, signals, today }: { schools: readonly string[]; signals: readonly string[]; today: string },
): { alert: NewAlert } | { problems: FieldError[]; doubts: Doubt[]; worrying: string[] } {
  const problems: FieldError[] = [];
  const school = schools.find((known) => known === typed.school);
  if (!school) problems.push({ field: 'school', message: 'Choisissez l’établissement.' });
  const code = typed.code === '' ? null : readCode(typed.code);
  if (typed.code !== '' && code === null)
    problems.push({
      field: 'code',
      message:
        'Un code ressemble à « K7-M4R ». Si vous ne le connaissez pas, laissez vide ; n’écrivez jamais un nom.',
    });
  const level = (Object.keys(LEVELS) as Level[]).find((known) => known === typed.level) ?? null;
  if (typed.code === '' && level === null)
    problems.push({ field: 'level', message: 'Sans code, choisissez le niveau de classe.' });
  const seen = signals.filter((signal) => typed.signals.includes(signal));
  if (seen.length === 0) problems.push({ field: 'signes', message: 'Cochez au moins un signe.' });
  if (seen.length > MOST_SIGNALS)
    problems.push({
      field: 'signes',
      message: `Gardez les ${MOST_SIGNALS} signes les plus nets : vous en avez coché ${seen.length}.`,
    });
  const { observedOn } = typed;
  if (!isDay(observedOn) || observedOn > today || observedOn < daysAfter(today, -DAYS_BACK))
    problems.push({ field: 'observedOn', message: 'Choisissez le jour, depuis un mois au plus.' });
  const worrying = worryingWords(typed.word);
  if (worrying.length > 0)
    problems.push({
      field: 'danger',
      message: `« ${worrying.join(' », « ')} » : prévenez quelqu’un maintenant, de vive voix. Rien n’a été enregistré.`,
    });
  const said =
    typed.word === ''
      ? { problems: [], doubts: [] }
      : checkText(typed.word, { field: 'word', what: 'un mot', longest: LONGEST_WORD, today });
  problems.push(...said.problems);
  const doubts = typed.confirmed === typed.word || worrying.length > 0 ? [] : said.doubts;
  return school && problems.length === 0 && doubts.length === 0
    ? {
        alert: {
          id: typed.id,
          school,
          code,
          level,
          signals: seen,
          observedOn,
          word: typed.word === '' ? null : typed.word,
        },
      }
    : { problems, doubts, worrying };
}

/** What becomes of an alert: how whoever decides says it, and what the author reads. Neither tells what a file holds. */
export const ALERT_OUTCOMES = {
  'already-followed': {
    label: 'La rattacher à un suivi en cours',
    told: 'L’équipe s’en occupe : ce que vous avez vu est pris en compte.',
  },
  opened: {
    label: 'Ouvrir un suivi',
    told: 'L’équipe s’en occupe : ce que vous avez vu est pris en compte.',
  },
  watch: {
    label: 'Pas de suivi : rester attentifs',
    told: 'Pas de suivi pour l’instant. Restez attentif, et redites-le si cela dure ou revient.',
  },
  'handed-over': {
    label: 'Pas de suivi : une autre personne de l’établissement s’en charge',
    told: 'Quelqu’un d’autre s’en charge dans l’établissement.',
  },
  'no-need': {
    label: 'Pas de suivi : rien de plus n’est nécessaire',
    told: 'L’équipe a regardé : rien de plus n’est nécessaire. Merci de l’avoir dit.',
  },
} as const;
export type AlertOutcome = keyof typeof ALERT_OUTCOMES;

export type TypedVerdict = {
  outcome: string;
  code: string;
  level: string;
  ageBand: string;
  advice: string[];
};

export type Verdict = {
  what:
    | { outcome: 'already-followed'; code: string }
    | { outcome: 'opened'; level: Level; ageBand: AgeBand }
    | { outcome: 'watch' | 'handed-over' | 'no-need' };
  advice: Advice[];
};

/** Reads what is decided. `codes`: the follow-ups it may be attached to. */
export function parseVerdict(
  typed: TypedVerdict,
  { codes, opens }: { codes: readonly string[]; opens: boolean },
): { verdict: Verdict } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const advice = (Object.keys(ADVICE) as Advice[]).filter((known) => typed.advice.includes(known));
  if (advice.length > MOST_ADVICE)
    problems.push({
      field: 'conseils',
      message: `Choisissez ${MOST_ADVICE} propositions au plus : vous en avez coché ${advice.length}.`,
    });
  const what = readOutcome(typed, { codes, opens }, problems);
  return what && problems.length === 0 ? { verdict: { what, advice } } : { problems };
}

function readOutcome(
  { outcome, code, level, ageBand }: TypedVerdict,
  { codes, opens }: { codes: readonly string[]; opens: boolean },
  problems: FieldError[],
): Verdict['what'] | null {
  switch (outcome) {
    case 'already-followed':
      if (codes.includes(code)) return { outcome, code };
      problems.push({ field: 'code', message: 'Choisissez le suivi.' });
      return null;
    case 'opened': {
      const known = (Object.keys(LEVELS) as Level[]).find((one) => one === level);
      const age = (Object.keys(AGE_BANDS) as AgeBand[]).find((one) => one === ageBand);
      if (!known) problems.push({ field: 'level', message: 'Choisissez le niveau de classe.' });
      if (!age) problems.push({ field: 'ageBand', message: 'Choisissez une tranche d’âge.' });
      if (opens && known && age) return { outcome, level: known, ageBand: age };
      break;
    }
    case 'watch':
    case 'handed-over':
    case 'no-need':
      return { outcome };
  }
  if (problems.length === 0) problems.push({ field: 'suites', message: 'Choisissez la suite.' });
  return null;
}
