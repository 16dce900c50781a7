import { sql } from 'kysely';
import { unpackState } from '../../../psychometrics/index.ts';
import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import { bankOf } from '../bank/bank.ts';
import { type Contribution, contributionOf, FEWEST_ANSWERS } from './contribution.ts';

/**
 * What each of these people adds to the reading of a group, for those who answered a stage at least. Whoever asks has made
 * sure that they agreed, and shows sums alone.
 */
export async function findContributions(
  db: Db,
  content: Content,
  people: readonly string[],
): Promise<Contribution[]> {
  const { rows } = await sql<{
    person_id: string;
    state: Uint8Array;
    answers: number;
    by_competence: Record<string, number> | null;
  }>`
    select a.person_id, a.state, a.answers, (
      select json_object_agg(competence, answers) from (
        select v.competence, count(*) as answers
        from evaluation e join answer w on w.evaluation_id = e.id
          join served_question s on (s.evaluation_id, s.position) = (w.evaluation_id, w.position)
          join question_version v on (v.question_id, v.version) = (s.question_id, s.question_version)
        where e.person_id = a.person_id group by v.competence) as counted) as by_competence
    from person_ability a
    where a.person_id = any(${people}::uuid[]) and a.answers >= ${FEWEST_ANSWERS}
    order by a.person_id`.execute(db);
  const bank = bankOf(content);
  return rows.map(({ person_id, state, answers, by_competence }) =>
    contributionOf(bank, person_id, {
      state: unpackState(state),
      answers,
      byCompetence: new Map(Object.entries(by_competence ?? {})),
    }),
  );
}
