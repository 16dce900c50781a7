import type { Instrument } from '../../content/index.ts';
import type { FieldError } from '../../web/index.ts';

/** Sooner, one would remember one's answers rather than how one feels. */
export const DAYS_BETWEEN = 90;

export type StaffAnswers = { before: Date; after: Date | null };

/** What somebody may answer now: the first time, the second one once long enough has passed, or nothing. */
export function occasionNow(
  said: StaffAnswers | null,
  now: Date,
): 'before' | 'after' | { from: Date } | 'done' {
  if (!said) return 'before';
  if (said.after) return 'done';
  const from = new Date(said.before.getTime() + DAYS_BETWEEN * 86_400_000);
  return now >= from ? 'after' : { from };
}

/** Reads one answer a question, 1 for the lowest; all are asked for, and may be refused by sending nothing at all. */
export function parseStaffAnswers(
  { items, scale }: Pick<Instrument, 'items' | 'scale'>,
  typed: (item: string) => string | undefined,
): { answers: number[] } | { problems: FieldError[] } {
  const answers = items.map(({ id }) => scale.findIndex((_, index) => String(index + 1) === typed(id)) + 1);
  const problems = items.flatMap(({ id }, index) =>
    answers[index] === 0
      ? [{ field: `${id}-1`, message: `Question ${index + 1} : choisissez une réponse.` }]
      : [],
  );
  return problems.length > 0 ? { problems } : { answers };
}
