import assert from 'node:assert/strict';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { recordGate } from '../gate/gate.store.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../situations/follow-up.store.ts';
import {
  closeFollowUp,
  findEnd,
  findGone,
  findMilestones,
  recordMilestone,
  removeMilestone,
} from './milestone.store.ts';

const HERE = '0000101X';
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const db = await testDatabase();
await db.insertInto('academie').values({ code: '09', name: 'Lille' }).execute();
await db
  .insertInto('school')
  .values({ uai: HERE, name: HERE, kind: 'college', city: 'X', academie: '09', search_text: HERE })
  .execute();

async function inSchool(role: Membership['role']): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', at('2026-01-01'));
  return { ...viewer, memberships: [{ role, school: HERE, academie: null }] };
}
const referent = await inSchool('referent');
const gate = {
  controller: 'Collège',
  legalBasis: 'Mission',
  impactAssessment: 'v1',
  officerOpinion: 'favorable',
  hosting: 'France',
  retention: 'un an',
};
await recordGate(db, await inSchool('direction'), HERE, gate, at('2026-01-01'));

async function aFile(day: string): Promise<SeenFollowUp> {
  const pupil = { level: '4e', ageBand: 'under-16', informedOn: null } as const;
  const opening = await openFollowUp(db, referent, HERE, pupil, { now: at(day), fictitious: false });
  assert.ok('code' in opening);
  return (await openFile(db, referent, opening.code, at(day)))!;
}
const kinds = async (file: SeenFollowUp) =>
  (await findMilestones(db, file.id)).map(({ kind, on, situation }) => [kind, on, situation]);

test('a milestone is recorded, corrected and taken back; being spotted stays', async () => {
  const file = await aFile('2026-03-02');
  const note = (on: string) =>
    recordMilestone(db, referent, file, { kind: 'contacted', on, situation: null }, at('2026-03-10'));
  await note('2026-03-05');
  await note('2026-03-06');
  assert.deepEqual(await kinds(file), [
    ['spotted', '2026-03-02', null],
    ['contacted', '2026-03-06', null],
  ]);
  assert.equal(await removeMilestone(db, referent, file, 'contacted', at('2026-03-11')), 'removed');
  assert.equal(await removeMilestone(db, referent, file, 'contacted', at('2026-03-11')), null);
  assert.equal(await removeMilestone(db, referent, file, 'spotted', at('2026-03-11')), null);
  assert.deepEqual(await kinds(file), [['spotted', '2026-03-02', null]]);
});

test('those who only observe, accompany or were invited record nothing and end nothing', async () => {
  const file = await aFile('2026-03-02');
  for (const access of ['observer', 'tutor', 'guest'] as const) {
    const seen = { ...file, access };
    const reached = { kind: 'contacted', on: '2026-03-05', situation: null } as const;
    assert.equal(await recordMilestone(db, referent, seen, reached, at('2026-03-10')), null);
    const closing = { reason: 'no-longer-needed', closedOn: '2026-03-10', exit: 'education' } as const;
    assert.equal(await closeFollowUp(db, referent, seen, closing, at('2026-03-10')), null);
  }
  assert.equal(
    await closeFollowUp(
      db,
      referent,
      { ...file, access: 'member' },
      { reason: 'no-longer-needed', closedOn: '2026-03-10', exit: 'education' },
      at('2026-03-10'),
    ),
    null,
  );
});

test('ending a follow-up notes the exit and the day it is erased; a corrected exit moves that day', async () => {
  const file = await aFile('2026-03-02');
  const closing = { reason: 'left-school', closedOn: '2026-10-15', exit: 'training' } as const;
  assert.equal(await closeFollowUp(db, referent, file, closing, at('2026-10-15')), 'closed');
  assert.equal(await closeFollowUp(db, referent, file, closing, at('2026-10-16')), null, 'ended once');
  assert.deepEqual((await kinds(file)).at(-1), ['exit', '2026-10-15', 'training']);
  assert.deepEqual(await findEnd(db, file), { reason: 'left-school', purgeOn: '2028-01-30' });
  const exit = { kind: 'exit', on: '2026-06-20', situation: 'training' } as const;
  await recordMilestone(db, referent, file, exit, at('2026-10-20'));
  assert.equal((await findEnd(db, file))?.purgeOn, '2027-08-31');
  await removeMilestone(db, referent, file, 'exit', at('2026-10-21'));
  assert.equal((await findEnd(db, file))?.purgeOn, '2028-01-30', 'the day it was ended counts again');
});

test('an opposition ends a follow-up without a situation, is erased within the month and nobody is called', async () => {
  const file = await aFile('2026-03-02');
  await closeFollowUp(
    db,
    referent,
    file,
    { reason: 'opposition', closedOn: '2026-03-20', exit: null },
    at('2026-03-20'),
  );
  assert.equal((await findEnd(db, file))?.purgeOn, '2026-04-20');
  assert.deepEqual(await kinds(file), [['spotted', '2026-03-02', null]]);
  const gone = await findGone(db, referent, at('2026-03-21'));
  assert.ok(!gone.some(({ code }) => code === file.code));
});

test('those to call are in the scope of the viewer, with what is known since they left', async () => {
  const file = await aFile('2026-03-02');
  await closeFollowUp(
    db,
    referent,
    file,
    { reason: 'left-school', closedOn: '2026-05-04', exit: 'unknown' },
    at('2026-05-04'),
  );
  const seen = async (viewer: Viewer) =>
    (await findGone(db, viewer, at('2026-11-10'))).filter(({ code }) => code === file.code);
  assert.deepEqual(await seen(referent), [
    { code: file.code, exitOn: '2026-05-04', sixMonths: false, twelveMonths: false },
  ]);
  assert.deepEqual(await seen(await inSchool('agent')), []);
  const six = { kind: 'six-months', on: '2026-11-10', situation: 'unknown' } as const;
  await recordMilestone(db, referent, file, six, at('2026-11-10'));
  assert.equal((await seen(referent))[0]?.sixMonths, true);
  const log = await db
    .selectFrom('audit_event')
    .select('action')
    .where('subject', '=', `follow-up ${file.id}`)
    .where('actor', '=', referent.auditActor)
    .execute();
  assert.ok(log.some(({ action }) => action === 'milestone-recorded'));
  assert.ok(log.some(({ action }) => action === 'follow-up-closed'));
});
