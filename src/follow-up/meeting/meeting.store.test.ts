import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { recordGate } from '../gate/gate.store.ts';
import { chooseSignals, rateSignals } from '../signals/signals.store.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../situations/follow-up.store.ts';
import {
  findDecisions,
  findLastDiscussed,
  findMyActs,
  keepDiscussion,
  tellOfMyAct,
} from './decisions/decision.store.ts';
import type { NewDecision } from './decisions/decision.ts';
import {
  arrangeAgenda,
  changeDay,
  closeMeeting,
  findItems,
  findMeeting,
  findMeetings,
  findReasons,
  type Meeting,
  prepareMeeting,
  schoolsMet,
} from './meeting.store.ts';
import { readMinutes } from './minutes.store.ts';

const HERE = '0000101X';
const ELSEWHERE = '0000202Y';
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const db = await testDatabase();
await db.insertInto('academie').values({ code: '09', name: 'Lille' }).execute();

/** A school nobody else in this file writes in. */
let schools = 0;
async function aSchool(): Promise<{ school: string; referent: Viewer }> {
  schools += 1;
  const school = `${String(schools).padStart(7, '0')}Z`;
  await addSchool(school);
  const referent = await inSchool('referent', school);
  const head = await inSchool('direction', school);
  const gate = {
    controller: 'Collège',
    legalBasis: 'Mission',
    impactAssessment: 'v1',
    officerOpinion: 'favorable',
    hosting: 'France',
    retention: 'un an',
  };
  await recordGate(db, head, school, gate, at('2026-09-01'));
  return { school, referent };
}
async function addSchool(uai: string): Promise<void> {
  await db
    .insertInto('school')
    .values({ uai, name: uai, kind: 'college', city: 'X', academie: '09', search_text: uai })
    .execute();
}
await addSchool(HERE);
await addSchool(ELSEWHERE);

async function inSchool(role: Membership['role'], school: string): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', at('2026-09-01'));
  return { ...viewer, memberships: [{ role, school, academie: null }] };
}

async function aFile(referent: Viewer, school: string, day: string): Promise<SeenFollowUp> {
  const pupil = { level: '4e', ageBand: 'under-16', informedOn: null } as const;
  const opening = await openFollowUp(db, referent, school, pupil, { now: at(day), fictitious: false });
  assert.ok('code' in opening);
  return (await openFile(db, referent, opening.code, at(day)))!;
}

async function prepared(viewer: Viewer, school: string, heldOn: string, day = heldOn): Promise<Meeting> {
  const preparation = await prepareMeeting(db, viewer, { school, heldOn }, at(day));
  assert.ok('id' in preparation);
  return (await findMeeting(db, viewer, preparation.id, at(day)))!;
}

const decision = (change: Partial<NewDecision> = {}): NewDecision => ({
  id: randomUUID(),
  kind: 'tutorat',
  act: 'Vingt minutes le jeudi',
  who: 'CPE',
  personId: null,
  due: '2026-11-23',
  ...change,
});
const said = (
  change: { outcomes?: [string, 'done' | 'not-done'][]; decision?: NewDecision | null } = {},
) => ({
  levers: ['accueil' as const],
  outcomes: new Map(change.outcomes ?? []),
  decision: change.decision ?? null,
});

test('a meeting belongs to whoever runs the GPDS or chairs it, and to nobody else', async () => {
  const { school, referent } = await aSchool();
  const head = await inSchool('direction', school);
  const meeting = await prepared(referent, school, '2026-11-02');
  for (const stranger of [head, await inSchool('agent', school), await inSchool('referent', ELSEWHERE)]) {
    assert.equal(await findMeeting(db, stranger, meeting.id, at('2026-11-02')), undefined);
    assert.deepEqual(await prepareMeeting(db, stranger, { school, heldOn: '2026-11-02' }, at('2026-11-02')), {
      refused: 'not-yours',
    });
  }
  await db
    .insertInto('gpds_chair')
    .values({ id: randomUUID(), school, person_id: head.personId, from_day: '2026-11-03' })
    .execute();
  assert.deepEqual(await schoolsMet(db, head, at('2026-11-02')), [], 'the day before they are designated');
  assert.equal((await findMeeting(db, head, meeting.id, at('2026-11-03')))?.id, meeting.id);
  assert.deepEqual(await schoolsMet(db, { ...head, memberships: [] }, at('2026-11-03')), []);
});

test('one meeting at a time is prepared for a school, filled with what is due and new', async () => {
  const { school, referent } = await aSchool();
  const [first, second] = [
    await aFile(referent, school, '2026-10-01'),
    await aFile(referent, school, '2026-10-08'),
  ];
  const meeting = await prepared(referent, school, '2026-10-12');
  assert.deepEqual(await prepareMeeting(db, referent, { school, heldOn: '2026-10-13' }, at('2026-10-12')), {
    refused: 'one-is-open',
  });
  const codes = async (of: Meeting, day: string) =>
    (await findItems(db, referent, of, at(day))).map(({ code }) => code);
  assert.deepEqual(await codes(meeting, '2026-10-12'), [first.code, second.code]);

  for (const file of [first, second])
    await keepDiscussion(
      db,
      referent,
      { meeting, file },
      said({ decision: file === second ? decision({ due: '2026-10-20' }) : null }),
      at('2026-10-12'),
    );
  await closeMeeting(db, referent, meeting, at('2026-10-12'));
  assert.deepEqual(await findLastDiscussed(db, first, { ...meeting, id: randomUUID() }), '2026-10-12');

  const third = await aFile(referent, school, '2026-10-30');
  await chooseSignals(db, referent, first, ['S01'], at('2026-11-01'));
  await rateSignals(db, referent, first, new Map([['S01', 2]]), {
    observedOn: '2026-11-01',
    now: at('2026-11-01'),
  });
  const next = await prepared(referent, school, '2026-11-02');
  assert.deepEqual(await codes(next, '2026-11-02'), [second.code, third.code, first.code]);
  const reasons = await findReasons(db, referent, next, at('2026-11-02'));
  assert.deepEqual(reasons.find(({ code }) => code === first.code)?.reasons, [
    { kind: 'rated', on: '2026-11-01' },
  ]);
});

test('an alert received since the last discussion puts a situation back on the agenda', async () => {
  const { school, referent } = await aSchool();
  const file = await aFile(referent, school, '2026-10-01');
  const meeting = await prepared(referent, school, '2026-10-05');
  const alert = (number: number, day: string) =>
    db
      .insertInto('alert')
      .values({
        id: randomUUID(),
        school,
        number,
        follow_up_id: file.id,
        signals: ['S01'],
        level: '4e',
        observed_on: day,
        created_at: at(day),
      })
      .execute();
  await alert(1, '2026-10-02');
  await keepDiscussion(db, referent, { meeting, file }, said(), at('2026-10-05'));
  const reasons = async () =>
    (await findReasons(db, referent, { school, heldOn: '2026-10-19' }, at('2026-10-19')))[0]?.reasons;
  assert.deepEqual(await reasons(), []);
  await alert(2, '2026-10-12');
  assert.deepEqual(await reasons(), [{ kind: 'alert', count: 1 }]);
});

test('the agenda takes any order; what was discussed stays on it, what is of another school does not enter', async () => {
  const { school, referent } = await aSchool();
  const elsewhere = await aSchool();
  const foreign = await aFile(elsewhere.referent, elsewhere.school, '2026-10-01');
  const files = [];
  for (const day of ['2026-10-01', '2026-10-02', '2026-10-03'])
    files.push(await aFile(referent, school, day));
  const [a, b, c] = files.map(({ code }) => code);
  const now = at('2026-10-05');
  const meeting = await prepared(referent, school, '2026-10-05');
  const order = async () => (await findItems(db, referent, meeting, now)).map(({ code }) => code);
  await arrangeAgenda(db, referent, meeting, [c!, a!, foreign.code, b!], now);
  assert.deepEqual(await order(), [c, a, b]);
  await keepDiscussion(db, referent, { meeting, file: files[0]! }, said(), now);
  await arrangeAgenda(db, referent, meeting, [b!], now);
  assert.deepEqual(await order(), [a, b]);
  assert.equal(
    await keepDiscussion(db, referent, { meeting, file: files[2]! }, said(), now),
    null,
    'no longer on the agenda',
  );
  await closeMeeting(db, referent, meeting, now);
  await arrangeAgenda(db, referent, (await findMeeting(db, referent, meeting.id, now))!, [b!, a!], now);
  await changeDay(db, referent, (await findMeeting(db, referent, meeting.id, now))!, '2026-10-06', now);
  assert.deepEqual(await order(), [a, b]);
  assert.equal((await findMeetings(db, referent, now))[0]?.heldOn, '2026-10-05');
});

test('a decision is kept once however often it is sent, and looked back on once; a closed meeting keeps nothing more', async () => {
  const { school, referent } = await aSchool();
  const file = await aFile(referent, school, '2026-10-01');
  const meeting = await prepared(referent, school, '2026-10-05');
  const made = decision({ due: '2026-10-19' });
  const keep = (what: Parameters<typeof keepDiscussion>[3], day: string, on = meeting) =>
    keepDiscussion(db, referent, { meeting: on, file }, what, at(day));
  assert.equal(await keep(said({ decision: made }), '2026-10-05'), 'kept');
  assert.equal(await keep(said({ decision: made }), '2026-10-05'), 'kept');
  assert.equal((await findDecisions(db, file)).length, 1);
  await closeMeeting(db, referent, meeting, at('2026-10-05'));
  assert.equal(await keep(said({ decision: decision() }), '2026-10-06'), null);

  const next = await prepared(referent, school, '2026-10-26');
  await keep(said({ outcomes: [[made.id, 'done']] }), '2026-10-26', next);
  await keep(said({ outcomes: [[made.id, 'not-done']] }), '2026-10-27', next);
  const [told] = await findDecisions(db, file);
  assert.deepEqual([told?.outcome, told?.endedOn], ['done', '2026-10-26']);
});

test('the outcome of a decision of another file cannot be told from this one', async () => {
  const { school, referent } = await aSchool();
  const [mine, other] = [
    await aFile(referent, school, '2026-10-01'),
    await aFile(referent, school, '2026-10-01'),
  ];
  const meeting = await prepared(referent, school, '2026-10-05');
  const made = decision();
  await keepDiscussion(db, referent, { meeting, file: other }, said({ decision: made }), at('2026-10-05'));
  await keepDiscussion(
    db,
    referent,
    { meeting, file: mine },
    said({ outcomes: [[made.id, 'done']] }),
    at('2026-10-05'),
  );
  assert.equal((await findDecisions(db, other))[0]?.outcome, null);
});

test('an act is shown to whoever it is entrusted to, told of by them alone, and gone with the school or the file', async () => {
  const { school, referent } = await aSchool();
  const tutor = await inSchool('agent', school);
  const file = await aFile(referent, school, '2026-10-01');
  const meeting = await prepared(referent, school, '2026-10-05');
  const made = decision({ personId: tutor.personId });
  await keepDiscussion(db, referent, { meeting, file }, said({ decision: made }), at('2026-10-05'));
  const acts = (viewer: Viewer) => findMyActs(db, viewer, at('2026-10-06'));
  assert.deepEqual(await acts(tutor), [
    { id: made.id, code: file.code, kind: 'tutorat', act: made.act, due: made.due, seen: false },
  ]);
  assert.deepEqual(await acts(referent), []);
  assert.deepEqual(await acts({ ...tutor, memberships: [] }), [], 'somebody who left the school');
  const tell = (viewer: Viewer) =>
    tellOfMyAct(db, viewer, { id: made.id, outcome: 'done' }, at('2026-10-06'));
  assert.equal(await tell(referent), null);
  assert.equal(await tell(tutor), 'told');
  assert.equal(await tell(tutor), null, 'told once');
  assert.deepEqual(await acts(tutor), []);
});

test('minutes hold levers, new decisions and what became of earlier ones, and reading them is in the log', async () => {
  const { school, referent } = await aSchool();
  const [file, left] = [
    await aFile(referent, school, '2026-10-01'),
    await aFile(referent, school, '2026-10-02'),
  ];
  const first = await prepared(referent, school, '2026-10-05');
  const earlier = decision({ due: '2026-10-19' });
  await keepDiscussion(db, referent, { meeting: first, file }, said({ decision: earlier }), at('2026-10-05'));
  await closeMeeting(db, referent, first, at('2026-10-05'));
  const meeting = await prepared(referent, school, '2026-10-26');
  const later = decision({ due: '2026-11-16' });
  await keepDiscussion(
    db,
    referent,
    { meeting, file },
    said({ outcomes: [[earlier.id, 'done']], decision: later }),
    at('2026-10-26'),
  );
  const { items } = await readMinutes(db, referent, meeting, at('2026-10-26'));
  const ids = (decisions: readonly { id: string }[] = []) => decisions.map(({ id }) => id);
  const [mine, other] = [file.code, left.code].map((code) => items.find((item) => item.code === code));
  assert.deepEqual(
    [mine?.discussed, mine?.levers, ids(mine?.decided), ids(mine?.lookedBack)],
    [true, ['accueil'], [later.id], [earlier.id]],
  );
  assert.equal(other?.discussed, false);
  const log = await db
    .selectFrom('audit_event')
    .select('actor')
    .where('action', '=', 'meeting-read')
    .where('subject', '=', `meeting ${meeting.id}`)
    .execute();
  assert.deepEqual(log, [{ actor: referent.auditActor }]);
});
