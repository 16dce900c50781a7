import { sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import { UNSEEN_MONTHS } from './next-question.ts';

/** The questions a person was asked in the year before a moment. */
export async function seenQuestions(db: Db, personId: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ seen: string[] }>`
    select coalesce(array_agg(distinct s.question_id), '{}') as seen
    from evaluation e join served_question s on s.evaluation_id = e.id
    where e.person_id = ${personId}
      and s.served_at > ${now}::timestamptz - make_interval(months => ${UNSEEN_MONTHS})`.execute(db);
  return rows[0]!.seen;
}
