import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import { UNSEEN_MONTHS } from './next-question.ts';

/** The questions a person was asked in the months before a moment, as a part of a statement. */
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

/** The questions a person was asked in the year before a moment. */
export async function seenQuestions(db: Db, personId: string, now: Date): Promise<string[]> {
  const seen = seenQuestionsOf(sql.val(personId), sql.val(now), sql.val(UNSEEN_MONTHS));
  const { rows } = await sql<{ seen: string[] }>`select (${seen}) as seen`.execute(db);
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
