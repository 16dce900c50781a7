import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { someone } from '../../../test/someone.ts';
import { type Content, loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { recordQuestions } from '../bank/question-version.store.ts';
import { computeStatistics, findStatistics } from './statistics.store.ts';
import { FEWEST } from './statistics.ts';

const NOW = new Date('2026-12-01T08:00:00Z');
const db = await testDatabase();
let content: Content;
before(async () => {
  const whole = await recordQuestions(db, loadContent(), NOW, () => assert.fail('nothing has changed'));
  content = { ...whole, questions: whole.questions.slice(0, 1) };
});

let minutes = 0;
/** One more person answers the question, in a series that is over, or that goes on. */
async function answers(credit: number, { over = true } = {}): Promise<void> {
  const { personId } = await someone(db, 'cpe', NOW);
  const [question] = content.questions;
  const id = randomUUID();
  minutes += 1;
  const at = new Date(NOW.getTime() + minutes * 60_000);
  const state = Buffer.alloc(1216);
  await sql`insert into evaluation (id, person_id, number, occasion, kind, length, seed, profession, status, drift_months,
      parameter_version, started_at, ended_at, state_before, state_after)
    values (${id}, ${personId}, 1, 1, 'stage', 8, 1, 'cpe', ${over ? 'finished' : 'open'}, 0, 'v1', ${at},
      ${over ? at : null}, ${state}, ${over ? state : null})`.execute(db);
  await sql`insert into served_question (evaluation_id, position, question_id, question_version, parameters, served_at)
    values (${id}, 1, ${question!.id}, ${question!.version}, '{}', ${at})`.execute(db);
  await sql`insert into answer (evaluation_id, position, response, credit, answered_at)
    values (${id}, 1, '{"kind":"choice"}', ${credit}, ${at})`.execute(db);
}

async function told() {
  await computeStatistics(db, content, NOW);
  const { lines } = await findStatistics(db, content);
  return lines[0]!;
}

test('figures move by whole batches: read before and after somebody’s series, they do not tell its answer', async () => {
  for (let i = 0; i < FEWEST; i++) await answers(i % 2);
  const known = await told();
  assert.deepEqual([known.asked, known.answered, known.exposure], [FEWEST, FEWEST, 1]);
  assert.notEqual(known.figures.credit, null);
  await answers(1);
  assert.deepEqual(await told(), known);
  for (let i = 0; i < FEWEST - 2; i++) await answers(1, { over: false });
  assert.deepEqual(await told(), known, 'nor does a series that goes on');
  for (let i = 0; i < FEWEST - 1; i++) await answers(1);
  const after = await told();
  assert.ok(after.figures.credit! > known.figures.credit!);
});
