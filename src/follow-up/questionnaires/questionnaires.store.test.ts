import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { aSchoolThatFollows } from '../../../test/following.ts';
import { testDatabase } from '../../database/testing.ts';
import { closeFollowUp } from '../milestones/milestone.store.ts';
import type { SeenFollowUp } from '../situations/follow-up.store.ts';
import { cancelQuestionnaire, findGiven, giveQuestionnaire } from './given.store.ts';
import type { Occasion } from './questionnaire.ts';
import {
  askForAnAdult,
  dropSheet,
  findSheet,
  keepAnswer,
  openSheet,
  pauseSheet,
  sendSheet,
} from './sheet.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAYS = 24 * 60;
const db = await testDatabase();
const { referent, follow } = await aSchoolThatFollows(db, '0000101X', NOW);
const EFFICACY = { instrument: 'efficacite-jeune', version: 1 };

async function given(file: SeenFollowUp, occasion: Occasion = 'before', now = NOW): Promise<string> {
  const { code } = (await giveQuestionnaire(db, referent, file, { ...EFFICACY, occasion }, now))!;
  return code;
}

async function says(session: string, answers: readonly number[], now = NOW): Promise<void> {
  for (const [index, answer] of answers.entries()) {
    const said = { question: index + 1, questions: 8, version: 1, answer };
    assert.equal(await keepAnswer(db, session, said, now), true);
  }
}

async function fills(file: SeenFollowUp, occasion: Occasion, answers: readonly number[]): Promise<void> {
  const session = (await openSheet(db, await given(file, occasion), NOW))!;
  await says(session, answers);
  assert.equal(await sendSheet(db, session, NOW), true);
}

async function measures(file: SeenFollowUp): Promise<string[]> {
  const { rows } = await sql<{ measure: string }>`
    select measure from follow_up_measure where follow_up_id = ${file.id} and measure ~ 'efficacite' order by 1`.execute(
    db,
  );
  return rows.map(({ measure }) => measure);
}

test('a code is kept as a hash, opens once on one device at a time, and no more once the answers are sent', async () => {
  const file = await follow(NOW);
  const code = await given(file);
  const kept = await sql<{ line: string }>`select t::text as line from young_questionnaire t`.execute(db);
  assert.ok(kept.rows.every(({ line }) => !line.includes(code)));
  const first = (await openSheet(db, code, NOW))!;
  await says(first, [1, 2, 3]);
  const second = (await openSheet(db, code, later(5)))!;
  assert.equal(await findSheet(db, first, later(5)), null, 'the former device is closed');
  assert.deepEqual((await findSheet(db, second, later(5)))?.draft, [1, 2, 3, null, null, null, null, null]);
  assert.equal(await sendSheet(db, second, later(6)), false, 'not before every question was seen');
  await says(second, [1, 2, 3, 4, 0, 2, 2, 2], later(6));
  assert.equal(await sendSheet(db, second, later(7)), true);
  assert.equal(await openSheet(db, code, later(8)), null, 'a code replayed');
  assert.equal(await sendSheet(db, second, later(8)), false);
  const again = { question: 1, questions: 8, version: 1, answer: 4 };
  assert.equal(await keepAnswer(db, second, again, later(8)), false, 'what was sent is not changed');
  assert.deepEqual(
    (await findGiven(db, file)).map(({ answeredOn }) => answeredOn),
    ['2026-11-30'],
  );
});

test('three devices that type one code at once leave one of them with it', async () => {
  const code = await given(await follow(NOW));
  const sessions = await Promise.all([1, 2, 3].map(() => openSheet(db, code, NOW)));
  const open = await Promise.all(sessions.map((session) => findSheet(db, session!, NOW)));
  assert.equal(open.filter((sheet) => sheet !== null).length, 1);
});

test('a code opens nothing once its date has passed, it was taken back, or the pupil opposed the follow-up', async () => {
  const file = await follow(NOW);
  const code = await given(file);
  assert.ok(await openSheet(db, code, later(21 * DAYS - 1)));
  assert.equal(await openSheet(db, code, later(21 * DAYS)), null);
  const { id } = (await findGiven(db, file))[0]!;
  assert.equal(await cancelQuestionnaire(db, referent, { ...file, access: 'observer' }, id, NOW), null);
  assert.equal(await cancelQuestionnaire(db, referent, file, id, NOW), 'cancelled');
  assert.equal(await openSheet(db, code, NOW), null);
  assert.equal(await cancelQuestionnaire(db, referent, file, 'x', NOW), null);

  const other = await given(file);
  const session = (await openSheet(db, other, NOW))!;
  const closing = { reason: 'opposition', closedOn: '2026-11-30', exit: null } as const;
  await closeFollowUp(db, referent, file, closing, NOW);
  assert.equal(await openSheet(db, other, NOW), null);
  assert.equal(await findSheet(db, session, NOW), null);
  assert.equal(await giveQuestionnaire(db, referent, file, { ...EFFICACY, occasion: 'after' }, NOW), null);
});

test('a new code begins afresh: whoever gives codes never reads what was answered', async () => {
  const file = await follow(NOW);
  const first = await given(file);
  await says((await openSheet(db, first, NOW))!, [1, 1, 1]);
  const second = await given(file);
  assert.equal(await openSheet(db, first, NOW), null);
  assert.equal((await findSheet(db, (await openSheet(db, second, NOW))!, NOW))?.draft, null);
});

test('a pause keeps the answers for the code, erasing keeps none, and a device left alone forgets', async () => {
  const file = await follow(NOW);
  const code = await given(file);
  const first = (await openSheet(db, code, NOW))!;
  await says(first, [4]);
  assert.equal(await pauseSheet(db, first, NOW), true);
  assert.equal(await findSheet(db, first, NOW), null);
  const second = (await openSheet(db, code, later(3 * DAYS)))!;
  assert.equal((await findSheet(db, second, later(3 * DAYS)))?.draft?.[0], 4);
  assert.equal(await findSheet(db, second, later(3 * DAYS + 90)), null);
  const third = (await openSheet(db, code, NOW))!;
  assert.equal(await dropSheet(db, third, NOW), true);
  const left = await db
    .selectFrom('young_questionnaire')
    .select(['draft', 'answers', 'session_hash'])
    .where('follow_up_id', '=', file.id)
    .execute();
  assert.deepEqual(left, [{ draft: null, answers: null, session_hash: null }]);
});

test('asking for an adult stores the day, the school and the file, once a day, and the log not even for whom', async () => {
  const file = await follow(NOW);
  const session = (await openSheet(db, await given(file), NOW))!;
  const sheet = (await findSheet(db, session, NOW))!;
  await askForAnAdult(db, sheet, NOW);
  await askForAnAdult(db, sheet, later(10));
  const asked = await db
    .selectFrom('relay_request')
    .selectAll()
    .where('follow_up_id', '=', file.id)
    .execute();
  assert.deepEqual(
    asked.map(({ id, ...line }) => line),
    [{ school: '0000101X', follow_up_id: file.id, requested_on: '2026-11-30' }],
  );
  const log = await db
    .selectFrom('audit_event')
    .select(['actor', 'subject'])
    .where('action', '=', 'relay-requested')
    .execute();
  assert.deepEqual(log, [{ actor: null, subject: 'school 0000101X' }]);
});

test('whole answers count for the scale; a question or two passed count for the change only; more, for having answered', async () => {
  const whole = await follow(NOW);
  await fills(whole, 'before', [1, 2, 3, 4, 1, 2, 3, 4]);
  await fills(whole, 'after', [0, 3, 3, 0, 3, 3, 3, 3]);
  const told = await measures(whole);
  assert.ok(told.includes('score:efficacite-jeune:20'));
  assert.ok(told.includes('item:efficacite-jeune:4:4'));
  assert.ok(told.includes('pair:efficacite-jeune:after:20:24'), 'the mean of six answers stands for eight');

  const part = await follow(NOW);
  await fills(part, 'before', [0, 0, 1, 2, 2, 2, 2, 2]);
  await fills(part, 'after', [0, 0, 0, 3, 3, 3, 3, 3]);
  assert.deepEqual(await measures(part), [
    'answered:efficacite-jeune:after',
    'answered:efficacite-jeune:before',
    'asked:efficacite-jeune:after',
    'asked:efficacite-jeune:before',
  ]);
});
