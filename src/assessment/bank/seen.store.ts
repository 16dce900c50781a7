import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import { UNSEEN_MONTHS } from './next-question.ts';

/** The questions a person was asked in the year before a moment. */
export async function seenQuestions(db: Db, personId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ seen: string[] }>`
    select (${seenQuestionsOf(sql`${personId}::uuid`, sql`${now}`, sql`${UNSEEN_MONTHS}`)}) as seen`.execute(
    db,
  );
  return rows[0]!.seen;
}

/** The same, as a part of a statement. */
export function seenQuestionsOf(
  person: RawBuilder<unknown>,
  now: RawBuilder<unknown>,
  months: RawBuilder<unknown>,
): RawBuilder<string[]> {
  return sql`
    select coalesce(array_agg(distinct s.question_id), '{}')
    from evaluation e join served_question s on s.evaluation_id = e.id
    where e.person_id = ${person} and s.served_at > ${now}::timestamptz - make_interval(months => ${months}::int)`;
}
