import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { recordGate } from '../gate/gate.store.ts';
import { findMilestones } from '../milestones/milestone.store.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { findInterviews, recordInterview } from './interview.store.ts';
import { checkProcedure, findSupports, noteSession, planSupport, stopSupport } from './support.store.ts';
import { hoursDone } from './support.ts';

const HERE = '0000101X';
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const NOW = at('2026-11-10');
const db = await testDatabase();
await db.insertInto('academie').values({ code: '09', name: 'Lille' }).execute();
await db
  .insertInto('school')
  .values({ uai: HERE, name: HERE, kind: 'college', city: 'X', academie: '09', search_text: HERE })
  .execute();

async function inSchool(role: Membership['role']): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', at('2026-09-01'));
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
await recordGate(db, await inSchool('direction'), HERE, gate, at('2026-09-01'));

async function aFile(): Promise<SeenFollowUp> {
  const pupil = { level: '4e', ageBand: 'under-16', informedOn: null } as const;
  const opening = await openFollowUp(db, referent, HERE, pupil, { now: at('2026-10-01'), fictitious: false });
  assert.ok('code' in opening);
  return (await openFile(db, referent, opening.code, at('2026-10-01')))!;
}
const plan = (file: SeenFollowUp, tutorId: string | null = null) =>
  planSupport(
    db,
    referent,
    file,
    { kind: 'tutorat', from: '2026-10-05', until: '2026-12-11', hours: 6, tutorId },
    at('2026-10-02'),
  );
const reached = async (file: SeenFollowUp) =>
  (await findMilestones(db, file.id)).map(({ kind, on }) => `${kind} ${on}`);

test('a support begins with its first session, counts hours once, and is a milestone', async () => {
  const file = await aFile();
  const supportId = (await plan(file, referent.personId))!;
  const first = { id: randomUUID(), supportId, on: '2026-10-12', hours: 1 };
  const note = (session: typeof first) => noteSession(db, referent, file, session, NOW);
  assert.equal(await note(first), 'noted');
  assert.equal(await note(first), 'noted');
  await note({ id: randomUUID(), supportId, on: '2026-10-08', hours: 0.5 });
  const [support] = await findSupports(db, file);
  assert.equal(hoursDone(support!), 1.5);
  assert.deepEqual(
    [support?.startedOn, support?.plannedHours, support?.tutor],
    ['2026-10-08', 6, referent.name],
  );
  assert.deepEqual(await reached(file), ['spotted 2026-10-01', 'engaged 2026-10-12']);
});

test('sessions noted at once never go past the hours a rule allows together', async () => {
  const file = await aFile();
  const supportId = (await plan(file))!;
  const said = await Promise.all(
    Array.from({ length: 10 }, () =>
      noteSession(
        db,
        referent,
        file,
        { id: randomUUID(), supportId, on: '2026-10-12', hours: 3, maxHours: 20 },
        NOW,
      ),
    ),
  );
  assert.equal(said.filter((word) => word === 'noted').length, 6);
  assert.equal(said.filter((word) => word === 'too-many-hours').length, 4);
  const [support] = await findSupports(db, file);
  assert.equal(hoursDone(support!), 18);
});

test('a support ends once, with a reason; then no session is noted', async () => {
  const file = await aFile();
  const supportId = (await plan(file))!;
  const stop = { supportId, on: '2026-11-09', reason: 'never-begun' as const };
  assert.equal(await stopSupport(db, referent, file, stop, NOW), 'stopped');
  assert.equal(await stopSupport(db, referent, file, stop, NOW), null);
  const late = { id: randomUUID(), supportId, on: '2026-11-10', hours: 1 };
  assert.equal(await noteSession(db, referent, file, late, NOW), null);
});

test('what is of another file cannot be reached from this one', async () => {
  const [mine, other] = [await aFile(), await aFile()];
  const supportId = (await plan(other))!;
  const session = { id: randomUUID(), supportId, on: '2026-11-09', hours: 1 };
  const stop = { supportId, on: '2026-11-09', reason: 'never-begun' as const };
  assert.equal(await noteSession(db, referent, mine, session, NOW), null);
  assert.equal(await stopSupport(db, referent, mine, stop, NOW), null);
  assert.equal(await checkProcedure(db, referent, mine, { supportId, items: ['duree'] }, NOW), null);
  assert.deepEqual(await findSupports(db, mine), []);
});

test('a tutor notes sessions and interviews, and neither plans nor ends; an observer writes nothing', async () => {
  const file = await aFile();
  const supportId = (await plan(file))!;
  const [tutor, observer] = (['tutor', 'observer'] as const).map((access) => ({ ...file, access }));
  const session = () => ({ id: randomUUID(), supportId, on: '2026-11-09', hours: 1 });
  assert.equal(await noteSession(db, referent, tutor!, session(), NOW), 'noted');
  assert.equal(await plan(tutor!), null);
  const stop = { supportId, on: '2026-11-09', reason: 'finished' as const };
  assert.equal(await stopSupport(db, referent, tutor!, stop, NOW), null);
  assert.equal(await noteSession(db, referent, observer!, session(), NOW), null);
  assert.equal(await checkProcedure(db, referent, observer!, { supportId, items: [] }, NOW), null);
  const interview = {
    id: randomUUID(),
    withWhom: 'pupil',
    heldOn: '2026-11-09',
    goal: '',
    nextOn: null,
  } as const;
  assert.equal(await recordInterview(db, referent, observer!, interview, NOW), null);
  assert.equal(await recordInterview(db, referent, tutor!, interview, NOW), 'recorded');
});

test('a checked line keeps the day it was checked, and can be unchecked', async () => {
  const file = await aFile();
  const supportId = (await plan(file))!;
  const check = (items: string[], day: string) =>
    checkProcedure(db, referent, file, { supportId, items }, at(day));
  await check(['accord', 'duree'], '2026-11-02');
  await check(['accord', 'retour'], '2026-11-05');
  const [support] = await findSupports(db, file);
  assert.deepEqual([...support!.checked].sort(), [
    ['accord', '2026-11-02'],
    ['retour', '2026-11-05'],
  ]);
});

test('the first interview with the pupil is a milestone, one with the family alone is not', async () => {
  const file = await aFile();
  const interview = (withWhom: 'family' | 'pupil', heldOn: string) => ({
    id: randomUUID(),
    withWhom,
    heldOn,
    goal: withWhom === 'pupil' ? 'Venir le lundi' : '',
    nextOn: null,
  });
  await recordInterview(db, referent, file, interview('family', '2026-10-05'), NOW);
  assert.deepEqual(await reached(file), ['spotted 2026-10-01']);
  const talk = interview('pupil', '2026-10-07');
  await recordInterview(db, referent, file, talk, NOW);
  await recordInterview(db, referent, file, talk, NOW);
  assert.deepEqual(await reached(file), ['spotted 2026-10-01', 'interviewed 2026-10-07']);
  const interviews = await findInterviews(db, file);
  assert.deepEqual(
    interviews.map(({ goal }) => goal),
    ['Venir le lundi', ''],
  );
});
