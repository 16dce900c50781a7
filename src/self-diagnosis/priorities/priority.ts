import { isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { warnings } from '../../writing/index.ts';

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

const ASKED = { what: 'ce que vous ferez', who: 'qui s’en occupe', sign: 'à quoi vous le verrez' } as const;

/** What the texts of a plan would confirm, all together. */
export const textsOf = ({ what, who, sign }: Pick<Priority, 'what' | 'who' | 'sign'>) =>
  [what, who, sign].join('\n');

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
  for (const field of ['what', 'who', 'sign'] as const) {
    const { length } = [...typed[field]];
    if (length === 0) problems.push({ field, message: `Écrivez ${ASKED[field]}.` });
    else if (length > LONGEST[field])
      problems.push({
        field,
        message: `Écrivez ${ASKED[field]} en ${LONGEST[field]} signes au plus : il y en a ${length}.`,
      });
    if (warnings(typed[field], Number(today.slice(0, 4))).refused.length > 0)
      problems.push({
        field,
        message: `Retirez de « ${ASKED[field]} » ce qui désigne une personne : adresse, téléphone, numéro, date de naissance.`,
      });
  }
  if (!isDay(typed.due)) problems.push({ field: 'due', message: 'Choisissez une date.' });
  const names =
    typed.confirmed === textsOf(typed)
      ? []
      : [typed.what, typed.who, typed.sign].flatMap((text) =>
          warnings(text, Number(today.slice(0, 4))).doubts.flatMap(({ about, words }) =>
            about === 'name' ? words : [],
          ),
        );
  return { problems, names };
}
