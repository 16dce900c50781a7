import type { Response } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
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
  response: Response | null;
  credit: number | null;
};

/** One series of the person, with every question asked, in order; null when it is not theirs. */
export async function findEvaluation(
  db: Db,
  viewer: Viewer,
  evaluationId: string,
): Promise<{ evaluation: Evaluation; questions: AnsweredQuestion[] } | null> {
  if (!isUuid(evaluationId)) return null;
  const rows = await db
    .selectFrom('evaluation')
    .innerJoin('served_question', 'served_question.evaluation_id', 'evaluation.id')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.evaluation_id', '=', 'served_question.evaluation_id')
        .onRef('answer.position', '=', 'served_question.position'),
    )
    .where('evaluation.id', '=', evaluationId)
    .where('evaluation.person_id', '=', viewer.personId)
    .select([
      'evaluation.id',
      'evaluation.number',
      'evaluation.occasion',
      'evaluation.kind',
      'evaluation.competence',
      'evaluation.length',
      'evaluation.status',
      'evaluation.started_at',
      'evaluation.ended_at',
      'served_question.position',
      'served_question.question_id',
      'served_question.question_version',
      'answer.response',
      'answer.credit',
    ])
    .orderBy('served_question.position')
    .execute();
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
      response: row.response as Response | null,
      credit: row.credit,
    })),
  };
}
