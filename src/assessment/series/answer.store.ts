import { sql } from 'kysely';
import {
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
import { type Blanks, type Db, inTransaction, statement, type Trx } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Reading, Viewer } from '../../web/index.ts';
import { type Bank, bankOf, dimensionOf } from '../bank/bank.ts';
import { type Aim, nextQuestion } from '../bank/next-question.ts';
import { type AskedQuestion, findAskedQuestions, keyOf } from '../bank/question-version.store.ts';
import type { Problem } from '../question/response.ts';
import { type Evaluation, isAnswered } from './evaluation.store.ts';
import { isUuid } from './identifier.ts';

export type AnswerOutcome = { recorded: 'next'; position: number } | { recorded: 'finished' } | AnswerRefusal;
export type AnswerRefusal =
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
  how: { reread?: boolean } = {},
): Promise<AnswerOutcome> {
  const series = await readSeries(db, viewer, evaluationId);
  return series
    ? recordAnswerOf(db, viewer, content, series, position, read, now, how)
    : { refused: 'absent' };
}

/** The same, when the series was read along with the session. `reread`: the answer was shown again and confirmed first. */
export async function recordAnswerOf(
  db: Db,
  viewer: Viewer,
  content: Content,
  series: SeriesToAnswer,
  position: number,
  read: (question: Question) => Response | Problem,
  now: Date,
  { reread = false }: { reread?: boolean } = {},
): Promise<AnswerOutcome> {
  const reading = await readAnswerOf(db, series, position, read);
  if ('refused' in reading) return reading;
  const { response, current, asked, versions } = reading;
  const { served } = series;
  const bank = bankOf(content);
  // A question served before its credits became finer is scored on the scale it was served with.
  const credit = Math.min(creditOf(asked.question, response), maximumScore(current.parameters));
  const dimension = dimensionOf(bank, asked.question.competence);
  const known = unpackState(Buffer.from(series.state, 'hex'));
  const state = updateAbility(known, dimension, current.parameters, credit);
  const next = nextQuestion({
    bank,
    professions: content.professions,
    series: {
      aim: aimOf(series),
      profession: series.profession,
      length: series.length,
      seed: series.seed,
    },
    state,
    history: served.map((question) => servedItem(bank, question, versions)),
    seen: series.excluded,
  });
  const answer = {
    evaluation: series.id,
    person: viewer.personId,
    actor: viewer.auditActor,
    position,
    response: JSON.stringify(response),
    credit,
    reread,
    state: packState(state),
    now,
  };
  if (next) {
    const { id, version } = bank.questions.get(next.id)!;
    const parameters = JSON.stringify(next.parameters);
    const written = await writeAnswer(db, { ...answer, question: id, version, parameters });
    if (written.length > 0) return { recorded: 'next', position: position + 1 };
  } else {
    const written = await writeLastAnswer(db, { ...answer, answers: series.answers + 1 });
    if (written.length > 0) return { recorded: 'finished' };
  }
  return overtaken(db, viewer, series.id, position);
}

type AnswerRead = {
  response: Response;
  current: ServedRow;
  asked: AskedQuestion;
  versions: ReadonlyMap<string, AskedQuestion>;
};

/** What would be recorded of this form, or why nothing would; writes nothing. */
export async function readAnswerOf(
  db: Db,
  series: SeriesToAnswer,
  position: number,
  read: (question: Question) => Response | Problem,
): Promise<AnswerRead | AnswerRefusal> {
  const current = series.served.find((question) => question.position === position);
  if (!current) return { refused: 'not-served' };
  if (isAnswered(series, position)) return { refused: 'already-answered' };
  if (series.status !== 'open') return { refused: 'closed' };
  const versions = await findAskedQuestions(db, series.served);
  const asked = versions.get(keyOf(current))!;
  const response = read(asked.question);
  if ('problem' in response) return { refused: 'invalid', problem: response.problem };
  return { response, current, asked, versions };
}

type AnswerValues = {
  evaluation: string;
  person: string;
  actor: string;
  position: number;
  response: string;
  credit: number;
  /** Shown again, and confirmed, before it is recorded. */
  reread: boolean;
  state: Uint8Array;
  now: Date;
};

/**
 * One statement is one transaction and one journey. It writes nothing unless the series is still open and the question
 * unanswered: nothing else can have changed the state since it was read. A clock set back does not put an answer before
 * its question.
 */
const recordedAnswer = (value: Blanks<AnswerValues>) => sql`
    open as (
      select id from evaluation
      where id = ${value('evaluation')} and person_id = ${value('person')} and status = 'open' for update
    ), recorded as (
      insert into answer (evaluation_id, position, response, credit, reread, answered_at)
      select id, ${value('position')}::smallint, ${value('response')}::jsonb, ${value('credit')}::smallint,
        ${value('reread')}::boolean, greatest(${value('now')}::timestamptz, asked.served_at)
      from open join served_question as asked
        on asked.evaluation_id = open.id and asked.position = ${value('position')}::smallint
      on conflict do nothing
      returning evaluation_id, position, answered_at
    ), learnt as (
      update person_ability set state = ${value('state')}::bytea, answers = answers + 1, as_of = answered_at
      from recorded where person_id = ${value('person')}
    ), audited as (
      insert into audit_event (at, actor, action, subject)
      select answered_at, ${value('actor')}::uuid, 'answered',
        'evaluation ' || ${value('evaluation')}::text || ', question ' || ${value('position')}::text
      from recorded
    )`;

type NextValues = { question: string; version: number; parameters: string };

const writeAnswer = statement<AnswerValues & NextValues, Record<string, never>>(
  (value) => sql`
    with ${recordedAnswer(value)}, served as (
      insert into served_question (evaluation_id, position, question_id, question_version, parameters, served_at)
      select evaluation_id, position + 1, ${value('question')}::text, ${value('version')}::int,
        ${value('parameters')}::jsonb, answered_at
      from recorded
    )
    select from recorded`,
);

const writeLastAnswer = statement<AnswerValues & { answers: number }, Record<string, never>>(
  (value) => sql`
    with ${recordedAnswer(value)}, finished as (
      update evaluation set status = 'finished', state_after = ${value('state')}::bytea,
        answers_after = ${value('answers')}::int, ended_at = answered_at
      from recorded where evaluation.id = evaluation_id
    ), told as (
      insert into audit_event (at, actor, action, subject)
      select answered_at, ${value('actor')}::uuid, 'evaluation-finished', 'evaluation ' || ${value('evaluation')}::text
      from recorded
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
  const series = await readSeries(db, viewer, evaluationId);
  if (!series) return { refused: 'absent' };
  return { refused: isAnswered(series, position) ? 'already-answered' : 'closed' };
}

/** Ends a series where it is. What was answered counts; the question on screen does not. */
export async function stopEvaluation(
  db: Db,
  viewer: Viewer,
  evaluationId: string,
  now: Date,
): Promise<'stopped' | 'absent'> {
  return inTransaction(db, async (trx) => {
    const series = await lockSeries(trx, viewer, evaluationId);
    if (!series) return 'absent';
    if (series.status !== 'open') return 'stopped';
    await trx
      .updateTable('evaluation')
      .set({
        status: 'stopped',
        state_after: Buffer.from(series.state, 'hex'),
        answers_after: series.answers,
        ended_at: sql<Date>`greatest(${now}::timestamptz, started_at)`,
      })
      .where('id', '=', evaluationId)
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'evaluation-stopped',
      subject: `evaluation ${evaluationId}`,
    });
    return 'stopped';
  });
}

/** Everything an answer depends on. */
export type SeriesToAnswer = {
  id: string;
  status: Evaluation['status'];
  kind: Evaluation['kind'];
  competence: string | null;
  length: number;
  seed: number;
  profession: Profession;
  stage: number;
  excluded: string[];
  /** In hexadecimal. */
  state: string;
  answers: number;
  served: ServedRow[];
};
type ServedRow = {
  position: number;
  question_id: string;
  question_version: number;
  parameters: ItemParameters;
};

export const seriesToAnswer: Reading<{ id: string }> = (person, value) => sql`
    select e.id, e.status, e.kind, e.competence, e.length, e.seed, e.profession, e.stage, e.excluded,
      encode(a.state, 'hex') as state, a.answers,
      (select json_agg(json_build_object('position', s.position, 'question_id', s.question_id,
          'question_version', s.question_version, 'parameters', s.parameters) order by s.position)
        from served_question s where s.evaluation_id = e.id) as served
    from evaluation e join person_ability a on a.person_id = e.person_id
    where e.id = ${value('id')}::uuid and e.person_id = ${person}`;

const findSeries = statement<{ id: string; person: string }, SeriesToAnswer>((value) =>
  seriesToAnswer(value('person'), value),
);

async function readSeries(db: Db, viewer: Viewer, id: string): Promise<SeriesToAnswer | null> {
  if (!isUuid(id)) return null;
  const [series] = await findSeries(db, { id, person: viewer.personId });
  return series ?? null;
}

/** The series is locked until the end of the transaction. */
async function lockSeries(trx: Trx, viewer: Viewer, id: string): Promise<SeriesToAnswer | null> {
  if (!isUuid(id)) return null;
  await sql`
    select 1 from evaluation where id = ${id} and person_id = ${viewer.personId} for update`.execute(trx);
  return readSeries(trx, viewer, id);
}

function aimOf({ kind, competence, stage }: SeriesToAnswer): Aim {
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
