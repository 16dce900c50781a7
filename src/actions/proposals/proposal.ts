import {
  ACTION_FIELDS,
  ACTION_LEVELS,
  ACTION_THEMES,
  type ActionField,
  type ActionLevel,
  type ActionTheme,
} from '../../content/index.ts';
import type { FieldError } from '../../web/index.ts';
import { checkWritten, type Written } from '../../writing/index.ts';
import { typedLines } from '../typed-lines.ts';

/** What the author and who reads it again may write of an action. */
export type ProposalTexts = {
  title: string;
  summary: string;
  /** One step a line. */
  details: string;
  /** One a line. */
  partners: string;
  observed: string;
  levels: ActionLevel[];
  field: ActionField | null;
  themes: ActionTheme[];
};

export const STATUSES = {
  draft: 'brouillon, vous seul ou vous seule le voyez',
  waiting: 'envoyée, à relire par la formation de l’académie',
  changes: 'à reprendre',
  declined: 'non retenue',
  published: 'publiée',
  withdrawn: 'retirée',
} as const;
export type ProposalStatus = keyof typeof STATUSES;

export const MOST_THEMES = 3;

export const EMPTY: ProposalTexts = {
  title: '',
  summary: '',
  details: '',
  partners: '',
  observed: '',
  levels: [],
  field: null,
  themes: [],
};

export function readProposal(form: Record<string, string[]>): ProposalTexts & { confirmed: string } {
  const lines = (name: string) => typedLines(form[name]?.[0]);
  const some = <Name extends string>(names: Record<Name, string>, chosen: string[] | undefined) =>
    (Object.keys(names) as Name[]).filter((name) => chosen?.includes(name));
  return {
    title: lines('title').replace(/\s+/g, ' '),
    summary: lines('summary'),
    details: lines('details'),
    partners: lines('partners'),
    observed: lines('observed'),
    levels: some(ACTION_LEVELS, form.level),
    field: some(ACTION_FIELDS, form.field)[0] ?? null,
    themes: some(ACTION_THEMES, form.theme),
    confirmed: form.confirmed?.[0] ?? '',
  };
}

export function writtenIn(
  { title, summary, details, partners, observed }: ProposalTexts,
  { whole }: { whole: boolean },
): Written[] {
  return [
    { field: 'title', what: 'le titre', text: title, longest: 120, asked: true },
    {
      field: 'summary',
      what: 'ce que vous faites, en deux ou trois phrases',
      text: summary,
      longest: 600,
      asked: whole,
    },
    { field: 'details', what: 'les étapes', text: details, longest: 1500, asked: false },
    { field: 'partners', what: 'les partenaires', text: partners, longest: 300, asked: false },
    { field: 'observed', what: 'ce que vous avez observé', text: observed, longest: 600, asked: false },
  ];
}

/** A draft needs a title only; what is sent, or published, needs the rest. */
export function checkProposal(
  typed: ProposalTexts & { confirmed: string },
  { whole, today }: { whole: boolean; today: string },
): { problems: FieldError[]; names: string[] } {
  const { problems, names } = checkWritten(writtenIn(typed, { whole }), {
    confirmed: typed.confirmed,
    today,
  });
  if (typed.themes.length > MOST_THEMES)
    problems.push({ field: 'themes', message: `Choisissez ${MOST_THEMES} thèmes au plus.` });
  if (!whole) return { problems, names };
  if (typed.levels.length === 0)
    problems.push({ field: 'niveaux', message: 'Choisissez un niveau au moins.' });
  if (typed.field === null) problems.push({ field: 'moment', message: 'Choisissez le moment de l’action.' });
  if (typed.themes.length === 0) problems.push({ field: 'themes', message: 'Choisissez un thème au moins.' });
  return { problems, names };
}

/** What an author may do with a proposal, by where it stands. */
export function actsOf(status: ProposalStatus): { write: boolean; withdraw: boolean; remove: boolean } {
  return {
    write: status === 'draft' || status === 'changes' || status === 'withdrawn',
    withdraw: status === 'waiting' || status === 'published',
    remove: status === 'draft' || status === 'declined' || status === 'withdrawn',
  };
}

export const DECISIONS = {
  published: 'Publier, avec les corrections ci-dessus',
  changes: 'Demander de la reprendre',
  declined: 'Ne pas la retenir',
} as const;
export type ReviewDecision = keyof typeof DECISIONS;
