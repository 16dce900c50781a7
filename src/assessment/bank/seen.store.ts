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

/** Competences of the modules finished since the last series began: what was known of them may have changed, once. */
export async function modulesFinishedSince(db: Db, personId: string, moment: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('module_progress')
    .select('competence')
    .where('person_id', '=', personId)
    .where('finished_at', '>', moment)
    .orderBy('module_id')
    .execute();
  return rows.map(({ competence }) => competence);
}
