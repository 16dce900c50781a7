import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { recordGate } from '../gate/gate.store.ts';
import { findMilestones } from '../milestones/milestone.store.ts';
import { findFollowUps, openFile, openFollowUp } from './follow-up.store.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const HERE = '0000101X';
const ELSEWHERE = '0000202Y';
const db = await testDatabase();

await db.insertInto('academie').values({ code: '09', name: 'Lille' }).execute();
for (const uai of [HERE, ELSEWHERE]) {
  await db
    .insertInto('school')
    .values({ uai, name: uai, kind: 'college', city: 'X', academie: '09', search_text: uai })
    .execute();
}

async function inSchool(role: Membership['role'], school: string): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', NOW);
  return { ...viewer, memberships: [{ role, school, academie: null }] };
}

const GATE = {
  controller: 'Collège',
  legalBasis: 'Mission d’intérêt public',
  impactAssessment: 'v1',
  officerOpinion: 'favorable',
  hosting: 'France',
  retention: 'un an',
};
const PUPIL = { level: '4e', ageBand: 'under-16', informedOn: null } as const;
const real = { now: NOW, fictitious: false };

test('nobody is followed before the school has recorded by what right, nor by somebody else than its référent', async () => {
  const referent = await inSchool('referent', HERE);
  assert.deepEqual(await openFollowUp(db, referent, HERE, PUPIL, real), { refused: 'not-allowed-yet' });
  await recordGate(db, await inSchool('direction', HERE), HERE, GATE, NOW);
  for (const other of [
    await inSchool('agent', HERE),
    await inSchool('direction', HERE),
    await inSchool('referent', ELSEWHERE),
  ]) {
    assert.deepEqual(await openFollowUp(db, other, HERE, PUPIL, real), { refused: 'not-the-referent' });
  }
  const opening = await openFollowUp(db, referent, HERE, PUPIL, real);
  assert.ok('code' in opening);
  const file = await openFile(db, referent, opening.code, NOW);
  assert.equal(file?.access, 'referent');
  assert.deepEqual(await findMilestones(db, file!.id), [
    { kind: 'spotted', on: '2026-11-23', situation: null },
  ]);
});

test('a file is seen by its référent, a designated chair while it is current, and its circle between two dates', async () => {
  const referent = await inSchool('referent', HERE);
  const head = await inSchool('direction', HERE);
  const tutor = await inSchool('agent', HERE);
  const opening = await openFollowUp(db, referent, HERE, PUPIL, real);
  assert.ok('code' in opening);
  const { code } = opening;
  const seenBy = async (viewer: Viewer, day = '2026-11-23') =>
    (await openFile(db, viewer, code, new Date(`${day}T12:00:00Z`)))?.access;

  assert.equal(await seenBy(head), undefined, 'a head who was not designated');
  assert.equal(await seenBy(tutor), undefined);
  assert.equal(await seenBy(await inSchool('referent', ELSEWHERE)), undefined);

  const { id } = (await openFile(db, referent, code, NOW))!;
  await db
    .insertInto('gpds_chair')
    .values({ id: randomUUID(), school: HERE, person_id: head.personId, from_day: '2026-11-23' })
    .execute();
  await db
    .insertInto('circle_member')
    .values({
      id: randomUUID(),
      follow_up_id: id,
      person_id: tutor.personId,
      role: 'tutor',
      from_day: '2026-11-24',
      until_day: '2026-12-18',
    })
    .execute();
  assert.equal(await seenBy(head), 'chair');
  assert.equal(await seenBy({ ...head, memberships: [] }), undefined, 'a chair who left the school');
  assert.equal(await seenBy(tutor, '2026-11-23'), undefined);
  assert.equal(await seenBy(tutor, '2026-11-24'), 'tutor');
  assert.equal(await seenBy(tutor, '2026-12-18'), 'tutor');
  assert.equal(await seenBy(tutor, '2026-12-19'), undefined);

  await db
    .updateTable('follow_up')
    .set({ closed_on: '2026-12-01', close_reason: 'no-longer-needed' })
    .where('id', '=', id)
    .execute();
  assert.equal(await seenBy(head), undefined, 'a closed file is no longer current');
  assert.equal(await seenBy(referent), 'referent');
});

test('a list holds what is in scope and nothing else, and each reading of a file is in the log', async () => {
  const referent = await inSchool('referent', HERE);
  const stranger = await inSchool('agent', HERE);
  const opening = await openFollowUp(db, referent, HERE, PUPIL, real);
  assert.ok('code' in opening);
  const codes = (await findFollowUps(db, referent, { closed: false }, NOW)).map(({ code }) => code);
  assert.ok(codes.includes(opening.code));
  assert.deepEqual(await findFollowUps(db, stranger, { closed: false }, NOW), []);
  const file = await openFile(db, referent, opening.code, NOW);
  const read = await db
    .selectFrom('audit_event')
    .select('actor')
    .where('action', '=', 'follow-up-read')
    .where('subject', '=', `follow-up ${file!.id}`)
    .execute();
  assert.deepEqual(read, [{ actor: referent.auditActor }]);
});
