import { sql } from 'kysely';
import {
  type AbilityState,
  type ItemParameters,
  maximumScore,
  packState,
  type ServedItem,
  unpackState,
  updateAbility,
} from '../../../psychometrics/index.ts';
import {
  type Content,
  creditOf,
  type Profession,
  type Question,
  type Response,
} from '../../content/index.ts';
import { type Db, inTransaction, statement, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Bank, bankOf, dimensionOf } from '../bank/bank.ts';
import { type Aim, nextQuestion } from '../bank/next-question.ts';
import { type AskedQuestion, findAskedQuestions, keyOf } from '../bank/question-version.store.ts';
import type { Problem } from '../question/response.ts';
import type { Evaluation } from './evaluation.store.ts';
import { isUuid } from './identifier.ts';

export type AnswerOutcome =
  | { recorded: 'next'; position: number }
  | { recorded: 'finished' }
  | { refused: 'absent' }
  | { refused: 'already-answered' }
  | { refused: 'closed' }
  | { refused: 'not-served' }
  | { refused: 'invalid'; problem: string };

/**
 * Records one answer: the answer, the new state, the next question and the audit line, in one transaction.
 * `read` turns the form into an answer of the question that was asked at that position.
 */
export async function recordAnswer(
  db: Db,
  viewer: Viewer,
  content: Content,
  evaluationId: string,
  position: number,
  read: (question: Question) => Response | Problem,
  now: Date,
): Promise<AnswerOutcome> {
  const evaluation = await readEvaluation(db, viewer, evaluationId);
  if (!evaluation) return { refused: 'absent' };
  const served = evaluation.served.find((question) => question.position === position);
  if (!served) return { refused: 'not-served' };
  if (served.answered) return { refused: 'already-answered' };
  if (evaluation.status !== 'open') return { refused: 'closed' };

  const bank = bankOf(content);
  const versions = await findAskedQuestions(db, evaluation.served);
  const asked = versions.get(keyOf(served))!;
  const response = read(asked.question);
  if ('problem' in response) return { refused: 'invalid', problem: response.problem };

  // A question served before its credits became finer is scored on the scale it was served with.
  const credit = Math.min(creditOf(asked.question, response), maximumScore(served.parameters));
  const dimension = dimensionOf(bank, asked.question.competence);
  const state = updateAbility(evaluation.state, dimension, served.parameters, credit);
  const next = nextQuestion({
    bank,
    professions: content.professions,
    series: {
      aim: aimOf(evaluation),
      profession: evaluation.profession,
      length: evaluation.length,
      seed: evaluation.seed,
    },
    state,
    history: evaluation.served.map((question) => servedItem(bank, question, versions)),
    seen: evaluation.excluded,
  });
  const following = next && bank.questions.get(next.id)!;
  const recorded = await writeAnswer(db, {
    evaluation: evaluationId,
    person: viewer.personId,
    actor: viewer.auditActor,
    position,
    response: JSON.stringify(response),
    credit,
    state: packState(state),
    answers: evaluation.answers + 1,
    question: following?.id ?? null,
    version: following?.version ?? null,
    parameters: following ? JSON.stringify(next.parameters) : null,
    now,
  });
  if (recorded.length === 0) return overtaken(db, viewer, evaluationId, position);
  return following ? { recorded: 'next', position: position + 1 } : { recorded: 'finished' };
}

/**
 * One statement is one transaction and one journey. It writes nothing unless the series is still open and the question
 * unanswered: nothing else can have changed the state since it was read.
 */
const writeAnswer = statement<
  {
    evaluation: string;
    person: string;
    actor: string;
    position: number;
    response: string;
    credit: number;
    state: Uint8Array;
    answers: number;
    question: string | null;
    version: number | null;
    parameters: string | null;
    now: Date;
  },
  Record<string, never>
>(
  (value) => sql`
    with open as (
      select id from evaluation
      where id = ${value('evaluation')} and person_id = ${value('person')} and status = 'open' for update
    ), recorded as (
      insert into answer (evaluation_id, position, response, credit, answered_at)
      select id, ${value('position')}::smallint, ${value('response')}::jsonb, ${value('credit')}::smallint,
        ${value('now')}::timestamptz from open
      on conflict do nothing
      returning evaluation_id, position, answered_at
    ), learnt as (
      update person_ability set state = ${value('state')}::bytea, answers = answers + 1, as_of = answered_at
      from recorded where person_id = ${value('person')}
    ), served as (
      insert into served_question (evaluation_id, position, question_id, question_version, parameters, served_at)
      select evaluation_id, position + 1, ${value('question')}::text, ${value('version')}::int,
        ${value('parameters')}::jsonb, answered_at
      from recorded where ${value('question')}::text is not null
    ), finished as (
      update evaluation set status = 'finished', state_after = ${value('state')}::bytea,
        answers_after = ${value('answers')}::int, ended_at = answered_at
      from recorded where evaluation.id = evaluation_id and ${value('question')}::text is null
    ), audited as (
      insert into audit_event (at, actor, action, subject)
      select answered_at, ${value('actor')}::uuid, action, subject from recorded, (values
        ('answered', 'evaluation ' || ${value('evaluation')}::text || ', question ' || ${value('position')}::text, true),
        ('evaluation-finished', 'evaluation ' || ${value('evaluation')}::text, ${value('question')}::text is null)
      ) as line(action, subject, wanted)
      where wanted
    )
    select from recorded`,
);

/** Another request came between reading and writing: the same answer sent twice, or a stop. */
async function overtaken(
  db: Db,
  viewer: Viewer,
  evaluationId: string,
  position: number,
): Promise<AnswerOutcome> {
  const evaluation = await readEvaluation(db, viewer, evaluationId);
  if (!evaluation) return { refused: 'absent' };
  const answered = evaluation.served.some((served) => served.position === position && served.answered);
  return { refused: answered ? 'already-answered' : 'closed' };
}

/** Ends a series where it is. What was answered counts; the question on screen does not. */
export async function stopEvaluation(
  db: Db,
  viewer: Viewer,
  evaluationId: string,
  now: Date,
): Promise<'stopped' | 'absent'> {
  return inTransaction(db, async (trx) => {
    const evaluation = await lockEvaluation(trx, viewer, evaluationId);
    if (!evaluation) return 'absent';
    if (evaluation.status === 'open') {
      await closeEvaluation(trx, viewer, evaluationId, evaluation.state, evaluation.answers, 'stopped', now);
    }
    return 'stopped';
  });
}

type LockedEvaluation = {
  status: Evaluation['status'];
  kind: Evaluation['kind'];
  competence: string | null;
  length: number;
  seed: number;
  profession: Profession;
  stage: number;
  state: AbilityState;
  answers: number;
  served: ServedRow[];
  excluded: string[];
};
type ServedRow = {
  position: number;
  question_id: string;
  question_version: number;
  parameters: ItemParameters;
  answered: boolean;
};

/** Everything an answer depends on, in one journey; the series is locked until the end of the transaction. */
async function lockEvaluation(trx: Trx, viewer: Viewer, id: string): Promise<LockedEvaluation | null> {
  if (!isUuid(id)) return null;
  const locked = await sql`
    select 1 from evaluation where id = ${id} and person_id = ${viewer.personId} for update`.execute(trx);
  if (locked.rows.length === 0) return null;
  return readEvaluation(trx, viewer, id);
}

const readSeries = statement<
  { id: string; person: string },
  Omit<LockedEvaluation, 'state'> & { state: Uint8Array }
>(
  (value) => sql`
    select e.status, e.kind, e.competence, e.length, e.seed, e.profession, e.stage, e.excluded,
      a.state, a.answers,
      (select json_agg(json_build_object('position', s.position, 'question_id', s.question_id,
          'question_version', s.question_version, 'parameters', s.parameters,
          'answered', w.position is not null) order by s.position)
        from served_question s left join answer w using (evaluation_id, position)
        where s.evaluation_id = e.id) as served
    from evaluation e join person_ability a on a.person_id = e.person_id
    where e.id = ${value('id')} and e.person_id = ${value('person')}`,
);

async function readEvaluation(trx: Db, viewer: Viewer, id: string): Promise<LockedEvaluation | null> {
  if (!isUuid(id)) return null;
  const [row] = await readSeries(trx, { id, person: viewer.personId });
  if (!row) return null;
  return { ...row, state: unpackState(row.state) };
}

function aimOf({ kind, competence, stage }: LockedEvaluation): Aim {
  return kind === 'depth' ? { kind, competence: competence! } : { kind, stage };
}

/** A question already served, as the choice remembers it, even when it has left the bank since. */
function servedItem(bank: Bank, served: ServedRow, versions: ReadonlyMap<string, AskedQuestion>): ServedItem {
  const { question } = versions.get(keyOf(served))!;
  return {
    id: question.id,
    dimension: dimensionOf(bank, question.competence),
    format: question.format,
    caseId: question.case ?? null,
    parameters: served.parameters,
  };
}

async function closeEvaluation(
  trx: Trx,
  viewer: Viewer,
  id: string,
  state: AbilityState,
  answers: number,
  status: 'finished' | 'stopped',
  now: Date,
) {
  await trx
    .updateTable('evaluation')
    .set({
      status,
      state_after: packState(state),
      answers_after: answers,
      ended_at: now,
    })
    .where('id', '=', id)
    .execute();
  await audit(trx, {
    at: now,
    actor: viewer.auditActor,
    action: status === 'finished' ? 'evaluation-finished' : 'evaluation-stopped',
    subject: `evaluation ${id}`,
  });
}
