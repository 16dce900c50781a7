import { sql } from 'kysely';
import type { Response } from '../../content/index.ts';
import { type Db, statement } from '../../database/index.ts';
import type { Reading, Viewer } from '../../web/index.ts';
import { type AskedQuestion, findAskedQuestions, keyOf } from '../bank/question-version.store.ts';
import { isUuid } from './identifier.ts';

export type Evaluation = {
  id: string;
  number: number;
  occasion: number;
  kind: 'stage' | 'depth';
  competence: string | null;
  length: number;
  status: 'open' | 'finished' | 'stopped';
  startedAt: Date;
  endedAt: Date | null;
  answers: number;
};

/** The person's own series, oldest first. */
export async function findEvaluations(db: Db, viewer: Viewer): Promise<Evaluation[]> {
  const rows = await db
    .selectFrom('evaluation')
    .select(['id', 'number', 'occasion', 'kind', 'competence', 'length', 'status', 'started_at', 'ended_at'])
    .select((from) =>
      from
        .selectFrom('answer')
        .whereRef('answer.evaluation_id', '=', 'evaluation.id')
        .select((count) => count.fn.countAll<number>().as('answers'))
        .as('answers'),
    )
    .where('person_id', '=', viewer.personId)
    .orderBy('number')
    .execute();
  return rows.map(({ started_at, ended_at, answers, ...row }) => ({
    ...row,
    startedAt: started_at,
    endedAt: ended_at,
    answers: answers ?? 0,
  }));
}

export type AnsweredQuestion = AskedQuestion & {
  position: number;
  answered: boolean;
  response: Response | null;
  credit: number | null;
};

type AskedRow = {
  id: string;
  number: number;
  occasion: number;
  kind: Evaluation['kind'];
  competence: string | null;
  length: number;
  status: Evaluation['status'];
  started_at: Date;
  ended_at: Date | null;
  position: number;
  question_id: string;
  question_version: number;
  response: Response | null;
  credit: number | null;
};

const findAsked = statement<{ id: string; person: string }, AskedRow>(
  (value) => sql`
    select e.id, e.number, e.occasion, e.kind, e.competence, e.length, e.status, e.started_at, e.ended_at,
      s.position, s.question_id, s.question_version, a.response, a.credit
    from evaluation e join served_question s on s.evaluation_id = e.id
      left join answer a on (a.evaluation_id, a.position) = (s.evaluation_id, s.position)
    where e.id = ${value('id')} and e.person_id = ${value('person')}
    order by s.position`,
);

/** One series of the person, with every question asked, in order; null when it is not theirs. */
export async function findEvaluation(
  db: Db,
  viewer: Viewer,
  evaluationId: string,
): Promise<{ evaluation: Evaluation; questions: AnsweredQuestion[] } | null> {
  if (!isUuid(evaluationId)) return null;
  const rows = await findAsked(db, { id: evaluationId, person: viewer.personId });
  const [first] = rows;
  if (!first) return null;
  const versions = await findAskedQuestions(db, rows);
  const { id, number, occasion, kind, competence, length, status, started_at, ended_at } = first;
  return {
    evaluation: {
      id,
      number,
      occasion,
      kind,
      competence,
      length,
      status,
      startedAt: started_at,
      endedAt: ended_at,
      answers: rows.filter((row) => row.credit !== null).length,
    },
    questions: rows.map((row) => ({
      ...versions.get(keyOf(row))!,
      position: row.position,
      answered: row.response !== null,
      response: row.response,
      credit: row.credit,
    })),
  };
}

/** What the page of a question shows of its series, read along with the session. */
export const seriesToShow: Reading<{ id: string }> = (person, value) => sql`
    select e.id, e.kind, e.competence, e.length, e.status,
      (select json_agg(json_build_object('position', s.position, 'question_id', s.question_id,
          'question_version', s.question_version) order by s.position)
        from served_question s where s.evaluation_id = e.id) as served
    from evaluation e where e.id = ${value('id')}::uuid and e.person_id = ${person}`;

export type SeriesToShow = Pick<Evaluation, 'id' | 'kind' | 'competence' | 'length' | 'status'> & {
  served: { position: number; question_id: string; question_version: number }[];
};
export type AskedInSeries = Pick<AnsweredQuestion, 'position' | 'answered' | keyof AskedQuestion>;

/** The questions of a series, in order, as they were asked. */
export async function findAskedIn(db: Db, series: SeriesToShow): Promise<AskedInSeries[]> {
  const versions = await findAskedQuestions(db, series.served);
  return series.served.map((served) => ({
    ...versions.get(keyOf(served))!,
    position: served.position,
    answered: isAnswered(series, served.position),
  }));
}

/** A question is served once the one before it is answered: only the last one may be waiting. */
export function isAnswered(
  { status, served }: Pick<SeriesToShow, 'status'> & { served: readonly { position: number }[] },
  position: number,
): boolean {
  return status === 'finished' || position < served.length;
}
