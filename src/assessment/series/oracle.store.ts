import { sql } from 'kysely';
import {
  type AbilityState,
  type ItemParameters,
  unpackState,
  updateAbility,
} from '../../../psychometrics/index.ts';
import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import { bankOf, beliefAtStart, dimensionOf } from '../bank/bank.ts';

/** What a person's answers, replayed one by one with the parameters of their time, make of the state. */
export async function recomputeAbility(
  db: Db,
  content: Content,
  personId: string,
): Promise<{ state: AbilityState; answers: number }> {
  const bank = bankOf(content);
  const rows = await db
    .selectFrom('evaluation')
    .leftJoin('served_question', 'served_question.evaluation_id', 'evaluation.id')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.evaluation_id', '=', 'served_question.evaluation_id')
        .onRef('answer.position', '=', 'served_question.position'),
    )
    .leftJoin('question_version', (join) =>
      join
        .onRef('question_version.question_id', '=', 'served_question.question_id')
        .onRef('question_version.version', '=', 'served_question.question_version'),
    )
    .where('evaluation.person_id', '=', personId)
    .select([
      'evaluation.number',
      'evaluation.drift_months',
      'evaluation.learnt',
      'served_question.parameters',
      'question_version.competence',
      'answer.credit',
    ])
    .orderBy('evaluation.number')
    .orderBy('served_question.position')
    .execute();
  let state = bank.prior;
  let answers = 0;
  let series = 0;
  for (const { number, drift_months, learnt, parameters, competence, credit } of rows) {
    if (number !== series) state = beliefAtStart(state, bank, { months: drift_months, learnt });
    series = number;
    if (credit === null || competence === null) continue;
    state = updateAbility(state, dimensionOf(bank, competence), parameters as ItemParameters, credit);
    answers += 1;
  }
  return { state, answers };
}

/** Everything that must hold after any fault, and does not: one plain line each. */
export async function findBrokenPromises(db: Db, content: Content): Promise<string[]> {
  const broken: string[] = [];
  const people = await db.selectFrom('person_ability').select(['person_id', 'state', 'answers']).execute();
  for (const { person_id, state, answers } of people) {
    const { mean, covariance } = unpackState(state);
    const replayed = await recomputeAbility(db, content, person_id);
    if (replayed.answers !== answers)
      broken.push(`${person_id}: ${answers} answers counted, ${replayed.answers} stored`);
    if (!same(mean, replayed.state.mean) || !same(covariance, replayed.state.covariance)) {
      broken.push(`${person_id}: the stored ability is not that of the answers`);
    }
  }
  const { rows } = await sql<{ line: string }>`
    select evaluation_id || ': positions are not contiguous' as line
      from served_question group by evaluation_id having max(position) <> count(*)
    union all
    select evaluation_id || ': answer ' || position || ' has no line in the audit log'
      from answer where not exists (select from audit_event where action = 'answered'
        and subject = 'evaluation ' || evaluation_id || ', question ' || position)
    union all
    select id || ': open, with no question to answer'
      from evaluation e where status = 'open' and not exists (
        select from served_question s left join answer a using (evaluation_id, position)
        where s.evaluation_id = e.id and a.position is null)`.execute(db);
  return [...broken, ...rows.map(({ line }) => line)];
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => Math.abs(value - b[index]!) < 1e-12);
}
