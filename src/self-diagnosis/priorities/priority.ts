import { isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { checkWritten, type Written } from '../../writing/index.ts';

export const MOST_PRIORITIES = 3;
export const MOST_ACTIONS = 5;
export const LONGEST = { what: 300, who: 100, sign: 300 } as const;

export type Priority = {
  rank: number;
  statement: string;
  /** Identifiers of ideas of actions. */
  actions: string[];
  what: string;
  /** A function, never a name. */
  who: string;
  due: string;
  /** How one will know. */
  sign: string;
};

export type TypedPriority = Omit<Priority, 'rank'> & { confirmed: string };

export function readPriority(form: Record<string, string[]>): TypedPriority {
  const one = (name: string) => (form[name]?.[0] ?? '').trim().replace(/\s+/g, ' ');
  return {
    statement: one('statement'),
    actions: [...new Set(form.action ?? [])].slice(0, MOST_ACTIONS + 1),
    what: one('what'),
    who: one('who'),
    due: one('due'),
    sign: one('sign'),
    confirmed: form.confirmed?.[0] ?? '',
  };
}

export function writtenIn({ what, who, sign }: Pick<Priority, 'what' | 'who' | 'sign'>): Written[] {
  return [
    { field: 'what', what: 'ce que vous ferez', text: what, longest: LONGEST.what, asked: true },
    { field: 'who', what: 'qui s’en occupe', text: who, longest: LONGEST.who, asked: true },
    { field: 'sign', what: 'à quoi vous le verrez', text: sign, longest: LONGEST.sign, asked: true },
  ];
}

/** What is wrong with a priority; a text that may name somebody is kept only once confirmed. */
export function checkPriority(
  typed: TypedPriority,
  {
    statements,
    actions,
    taken,
    today,
  }: { statements: readonly string[]; actions: readonly string[]; taken: readonly string[]; today: string },
): { problems: FieldError[]; names: string[] } {
  const problems: FieldError[] = [];
  if (!statements.includes(typed.statement))
    problems.push({
      field: 'statement',
      message: 'Choisissez la recommandation dont vous faites une priorité.',
    });
  else if (taken.includes(typed.statement))
    problems.push({ field: 'statement', message: 'Cette recommandation est déjà une de vos priorités.' });
  if (typed.actions.length > MOST_ACTIONS)
    problems.push({ field: 'actions', message: `Choisissez ${MOST_ACTIONS} idées d’actions au plus.` });
  else if (typed.actions.some((id) => !actions.includes(id)))
    problems.push({
      field: 'actions',
      message: 'Une des idées choisies n’existe plus : choisissez de nouveau.',
    });
  const { problems: ofTexts, names } = checkWritten(writtenIn(typed), { confirmed: typed.confirmed, today });
  problems.push(...ofTexts);
  if (!isDay(typed.due)) problems.push({ field: 'due', message: 'Choisissez une date.' });
  return { problems, names };
}
