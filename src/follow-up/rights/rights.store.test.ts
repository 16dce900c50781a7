import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { aSchoolThatFollows } from '../../../test/following.ts';
import { testDatabase } from '../../database/testing.ts';
import { closeFollowUp } from '../milestones/milestone.store.ts';
import { openFile, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { readOwnFile } from './own-file.store.ts';
import { answerRequest, askCorrection, findWaitingRequests, oppose } from './requests.store.ts';
import { closeOwnFile, findOwnFile, giveSecret, openOwnFile, renewSecret } from './secret.store.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const db = await testDatabase();
const { school, referent, head, member, follow } = await aSchoolThatFollows(db, '0000101X', NOW);
const elsewhere = await aSchoolThatFollows(db, '0000202Y', NOW);

async function held(file: SeenFollowUp): Promise<{ id: string }> {
  const secret = (await giveSecret(db, referent, file, NOW))!;
  const session = (await openOwnFile(db, { code: file.code, secret }, NOW))!;
  return (await findOwnFile(db, session, NOW))!;
}

test('a secret opens its own file, once, for half an hour; a new sheet makes the former one useless', async () => {
  const [file, other] = [await follow(NOW), await follow(NOW)];
  const former = (await giveSecret(db, referent, file, NOW))!;
  const secret = (await giveSecret(db, referent, file, NOW))!;
  await giveSecret(db, referent, other, NOW);
  const opens = (code: string, typed: string) => openOwnFile(db, { code, secret: typed }, NOW);
  assert.equal(await opens(file.code, former), null, 'the former sheet');
  assert.equal(await opens(other.code, secret), null, 'the secret of somebody else');
  assert.equal(await opens('AB-CDE', secret), null, 'a code nobody has');
  const at_once = await Promise.all([1, 2, 3].map(() => opens(file.code, secret)));
  const [session] = at_once.filter((opened) => opened !== null);
  assert.equal(at_once.filter((opened) => opened !== null).length, 1, 'used once, even three times at once');
  assert.deepEqual(await findOwnFile(db, session!, later(29)), { id: file.id });
  assert.equal(await findOwnFile(db, session!, later(30)), null);
  const next = (await renewSecret(db, file, NOW))!;
  assert.equal(await renewSecret(db, file, NOW), null, 'one waits already');
  await closeOwnFile(db, file, NOW);
  assert.equal(await findOwnFile(db, session!, NOW), null);
  assert.ok(await opens(file.code, next));
  assert.equal(await giveSecret(db, referent, { ...file, access: 'tutor' }, NOW), null);
});

test('what is shown holds no word and no name of anybody else, no answer and no request for an adult', async () => {
  const file = await follow(NOW);
  const { personId } = await member('agent');
  await db
    .insertInto('gpds_decision')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      kind: 'tutorat',
      act: 'Secret de la collègue',
      who: 'Personne secrète',
      person_id: personId,
      due: '2026-12-10',
      decided_on: '2026-11-30',
    })
    .execute();
  await db
    .insertInto('interview')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      with_whom: 'pupil',
      held_on: '2026-11-30',
      goal: 'Venir le lundi',
      recorded_by: personId,
      recorded_at: NOW,
    })
    .execute();
  await db
    .insertInto('relay_request')
    .values({ id: randomUUID(), school, follow_up_id: file.id, requested_on: '2026-11-29' })
    .execute();
  await db
    .insertInto('young_questionnaire')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      instrument: 'efficacite-jeune',
      occasion: 'before',
      code_hash: Buffer.alloc(32, 7),
      created_at: NOW,
      expires_at: NOW,
      answers: [1, 1, 1, 1, 1, 1, 1, 4],
      answered_at: NOW,
    })
    .execute();
  const own = await readOwnFile(db, file);
  const text = JSON.stringify(own);
  assert.match(text, /Venir le lundi/);
  assert.equal(own.questionnaires[0]?.answeredOn, '2026-11-30');
  for (const hidden of ['ecr', 'Personne', personId, '2026-11-29', '1,1,1', referent.name])
    assert.ok(!text.includes(hidden), hidden);
});

test('an opposition ends the follow-up today, closes it to the circle, is erased within the month, and the référent is told', async () => {
  const file = await follow(NOW);
  const tutor = await member('agent');
  await db
    .insertInto('circle_member')
    .values({
      id: randomUUID(),
      follow_up_id: file.id,
      person_id: tutor.personId,
      role: 'tutor',
      from_day: '2026-11-30',
      until_day: '2027-01-30',
    })
    .execute();
  assert.ok(await openFile(db, tutor, file.code, NOW));
  assert.deepEqual(await oppose(db, await held(file), 'family', NOW), { purgeOn: '2026-12-30' });
  assert.deepEqual(await oppose(db, file, 'pupil', later(60)), { purgeOn: '2026-12-30' }, 'opposed once');
  assert.equal(await openFile(db, tutor, file.code, NOW), undefined);
  const own = await readOwnFile(db, file);
  assert.deepEqual([own.opposedOn, own.closedOn, own.reason], ['2026-11-30', '2026-11-30', 'opposition']);
  const waiting = await findWaitingRequests(db, referent, NOW);
  assert.deepEqual(
    waiting.map(({ code, kind, askedBy }) => [code, kind, askedBy]),
    [[file.code, 'opposition', 'family']],
  );
  for (const viewer of [head, tutor, elsewhere.referent])
    assert.deepEqual(await findWaitingRequests(db, viewer, NOW), []);
  const { id } = waiting[0]!;
  const stranger = { ...file, access: 'tutor' } as const;
  assert.equal(await answerRequest(db, tutor, stranger, id, NOW), null);
  assert.equal(await answerRequest(db, referent, await follow(NOW), id, NOW), null, 'of another file');
  assert.equal(await answerRequest(db, referent, file, 'x', NOW), null);
  assert.equal(await answerRequest(db, referent, file, id, NOW), 'answered');
  assert.deepEqual(await findWaitingRequests(db, referent, NOW), []);
});

test('whoever opposes a follow-up that had ended is erased within the month, never later than was said', async () => {
  const ended = await follow(NOW);
  const closing = { reason: 'left-school', closedOn: '2026-11-30', exit: 'training' } as const;
  await closeFollowUp(db, referent, ended, closing, NOW);
  assert.deepEqual(await oppose(db, ended, 'pupil', NOW), { purgeOn: '2026-12-30' });
  assert.equal((await readOwnFile(db, ended)).reason, 'left-school');
  const soon = await follow(NOW);
  await closeFollowUp(db, referent, soon, closing, NOW);
  await db.updateTable('follow_up').set({ purge_on: '2026-12-03' }).where('id', '=', soon.id).execute();
  assert.deepEqual(await oppose(db, soon, 'pupil', NOW), { purgeOn: '2026-12-03' });
});

test('a correction asked twice before it is answered is one request with all of it', async () => {
  const file = await follow(NOW);
  await askCorrection(db, file, { askedBy: 'pupil', about: ['signals'] }, NOW);
  await askCorrection(db, file, { askedBy: 'pupil', about: ['milestones', 'signals'] }, NOW);
  const mine = (await findWaitingRequests(db, referent, NOW)).filter(({ code }) => code === file.code);
  assert.deepEqual(
    mine.map(({ about }) => about.toSorted()),
    [['milestones', 'signals']],
  );
});
