import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import { UNSEEN_MONTHS } from './next-question.ts';

/** SQL for the questions a person was asked in the year before a moment, and since. */
export function seenSince(person: RawBuilder<unknown>, moment: RawBuilder<unknown>): RawBuilder<string[]> {
  return sql`coalesce((select array_agg(distinct s.question_id)
    from evaluation o join served_question s on s.evaluation_id = o.id
    where o.person_id = ${person}
      and s.served_at > ${moment} - make_interval(months => ${UNSEEN_MONTHS})), '{}')`;
}

export async function seenQuestions(db: Db, personId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ seen: string[] }>`
    select ${seenSince(sql`${personId}::uuid`, sql`${now}::timestamptz`)} as seen`.execute(db);
  return rows[0]!.seen;
}
