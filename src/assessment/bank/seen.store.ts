import { type RawBuilder, sql } from 'kysely';

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
