import { daysAfter, isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { CIRCLE_ROLES, type CircleRole } from '../access-rights.ts';

export type Grant = { who: { personId: string } | { email: string }; role: CircleRole; until: string };
export type TypedGrant = { person: string; email: string; role: string; until: string };

/** No access is given for longer; a year is already long in the life of a pupil. */
const LONGEST_DAYS = 366;

/** Reads the form that gives an access: a colleague of the list, or somebody from elsewhere by their address. */
export function parseGrant(
  typed: TypedGrant,
  { colleagues, today }: { colleagues: readonly { id: string }[]; today: string },
): { grant: Grant } | { problems: FieldError[] } {
  const problems: FieldError[] = [];
  const colleague = colleagues.find(({ id }) => id === typed.person);
  const email = typed.email.toLowerCase();
  if (!colleague && email === '')
    problems.push({ field: 'person', message: 'Choisissez un collègue, ou écrivez une adresse.' });
  if (colleague && email !== '')
    problems.push({ field: 'email', message: 'Un collègue de la liste ou une adresse, pas les deux.' });
  const role = (Object.keys(CIRCLE_ROLES) as CircleRole[]).find((known) => known === typed.role);
  if (!role) problems.push({ field: 'role', message: 'Choisissez ce que cette personne pourra faire.' });
  const { until } = typed;
  if (!isDay(until) || until < today || until > daysAfter(today, LONGEST_DAYS))
    problems.push({ field: 'until', message: 'Écrivez jusqu’à quel jour, dans un an au plus.' });
  if (!role || problems.length > 0) return { problems };
  return { grant: { who: colleague ? { personId: colleague.id } : { email }, role, until } };
}
