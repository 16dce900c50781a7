import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchool } from '../../../test/follow-up-team.ts';
import { testDatabase } from '../../database/testing.ts';
import { type CircleRole, may } from '../access-rights.ts';
import { findDecisions } from '../meeting/decisions/decision.store.ts';
import { schoolsMet } from '../meeting/meeting.store.ts';
import { closeFollowUp, recordMilestone } from '../milestones/milestone.store.ts';
import { chooseSignals, rateSignals } from '../signals/signals.store.ts';
import { findFollowUps, openFile } from '../situations/follow-up.store.ts';
import { planSupport } from '../support/support.store.ts';
import { becomeChair, findChairs, leaveChair } from './chair.store.ts';
import {
  findCircle,
  findReadings,
  findReadingsOfSchool,
  giveAccess,
  withdrawAccess,
} from './circle.store.ts';
import { parseGrant } from './circle.ts';
import { findLed, handOver } from './handover.store.ts';

const NOW = new Date('2026-11-30T08:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const db = await testDatabase();
const here = await aSchool(db, '0000101X', NOW);
const elsewhere = await aSchool(db, '0000202Y', NOW);

const fileOf = async (code: string) => (await openFile(db, here.referent, code, NOW))!;
const until = '2026-12-18';

test('an access is given by the référent, to one file, until a day, and taken back at once', async () => {
  const [code, other] = [await here.opens(), await here.opens()];
  const file = await fileOf(code);
  const grant = { who: { personId: here.agent.personId }, role: 'tutor', until } as const;
  const asAgent = { ...file, access: 'member' as const };
  assert.equal(await giveAccess(db, here.colleague, asAgent, grant, NOW), null, 'a member gives nothing');
  assert.equal(await giveAccess(db, here.referent, file, grant, NOW), 'given');
  assert.equal((await openFile(db, here.agent, code, NOW))?.access, 'tutor');
  assert.equal(await openFile(db, here.agent, other, NOW), undefined, 'one file, not the next');
  assert.equal((await openFile(db, here.agent, code, new Date('2026-12-18T20:00:00Z')))?.access, 'tutor');
  assert.equal(await openFile(db, here.agent, code, new Date('2026-12-19T08:00:00Z')), undefined);
  assert.equal(await giveAccess(db, here.referent, file, { ...grant, role: 'observer' }, NOW), 'given');
  const { members } = await findCircle(db, file, NOW);
  assert.deepEqual(
    members.map(({ role }) => role),
    ['observer'],
    'given again, it replaces',
  );
  assert.equal(await withdrawAccess(db, here.referent, file, members[0]!.id, NOW), 'withdrawn');
  assert.equal(await withdrawAccess(db, here.referent, file, members[0]!.id, NOW), null);
  assert.equal(await openFile(db, here.agent, code, NOW), undefined);
  const lines = await db
    .selectFrom('audit_event')
    .select('subject')
    .where('action', '=', 'circle-changed')
    .where('subject', 'like', `%${here.agent.auditActor}%`)
    .execute();
  assert.equal(lines.length, 3, 'each change is in the log, about whom included');
});

test('somebody from elsewhere is invited by the address of their account', async () => {
  const file = await fileOf(await here.opens());
  await db
    .updateTable('person')
    .set({ email: 'mlds@example.fr' })
    .where('id', '=', elsewhere.agent.personId)
    .execute();
  const invites = (email: string) =>
    giveAccess(db, here.referent, file, { who: { email }, role: 'guest', until }, NOW);
  assert.equal(await invites('personne@example.fr'), 'unknown');
  assert.equal(await invites('mlds@example.fr'), 'given');
  const seen = await findFollowUps(db, elsewhere.agent, { closed: false }, NOW);
  assert.deepEqual(
    seen.map(({ code, access }) => [code, access]),
    [[file.code, 'guest']],
  );
});

test('each place in the circle writes what it may, and nothing else', async () => {
  const file = await fileOf(await here.opens());
  await chooseSignals(db, here.referent, file, ['S01'], NOW);
  const writes = async (access: CircleRole) => {
    const own = { ...file, access };
    const now = { observedOn: '2026-11-30', now: NOW };
    const plan = { kind: 'tutorat', from: '2026-11-30', until, hours: null, tutorId: null } as const;
    return {
      rates: (await rateSignals(db, here.agent, own, new Map([['S01', 1]]), now)) !== null,
      chooses: (await chooseSignals(db, here.agent, own, ['S01'], NOW)) === 'chosen',
      plans: (await planSupport(db, here.agent, own, plan, NOW)) !== null,
      records:
        (await recordMilestone(
          db,
          here.agent,
          own,
          { kind: 'contacted', on: '2026-11-30', situation: null },
          NOW,
        )) !== null,
    };
  };
  assert.deepEqual(await writes('guest'), { rates: false, chooses: false, plans: false, records: false });
  assert.deepEqual(await writes('observer'), { rates: true, chooses: false, plans: false, records: false });
  assert.deepEqual(await writes('tutor'), { rates: true, chooses: false, plans: false, records: false });
  assert.deepEqual(await writes('member'), { rates: true, chooses: true, plans: true, records: true });
  assert.ok(may({ access: 'tutor' }, 'note-sessions') && !may({ access: 'tutor' }, 'read-decisions'));
  assert.ok(!may({ access: 'observer' }, 'read-support') && !may({ access: 'guest' }, 'read-signals'));
});

test('who opened a file, as what and when, a line a day; read by the référent and the head', async () => {
  const code = await here.opens();
  const file = await fileOf(code);
  await giveAccess(
    db,
    here.referent,
    file,
    { who: { personId: here.colleague.personId }, role: 'observer', until },
    NOW,
  );
  await openFile(db, here.colleague, code, NOW);
  await openFile(db, here.colleague, code, new Date(NOW.getTime() + 60_000));
  await openFile(db, here.colleague, code, later(1));
  const lines = (await findReadings(db, file)).filter(({ access }) => access === 'observer');
  assert.equal(lines.length, 2);
  assert.equal(lines[0]!.name, here.colleague.name);
  for (const viewer of [here.referent, here.head]) {
    const all = await findReadingsOfSchool(db, viewer);
    assert.ok(all?.some((line) => line.code === code && line.access === 'observer'));
  }
  assert.equal(await findReadingsOfSchool(db, here.agent), null);
  const others = await findReadingsOfSchool(db, elsewhere.head);
  assert.ok(others && !others.some((line) => line.code === code));
});

test('the head sees situations once they chair the GPDS, and no longer when they stop; closed ones never', async () => {
  const code = await here.opens();
  assert.equal(await openFile(db, here.head, code, NOW), undefined);
  await becomeChair(db, here.agent, here.uai, NOW);
  assert.deepEqual(await findChairs(db, here.agent, here.uai), [], 'only a head');
  await becomeChair(db, here.head, elsewhere.uai, NOW);
  assert.deepEqual(await findChairs(db, here.head, elsewhere.uai), [], 'of that school');
  await becomeChair(db, here.head, here.uai, NOW);
  await becomeChair(db, here.head, here.uai, NOW);
  assert.equal((await findChairs(db, here.head, here.uai)).length, 1);
  assert.equal((await openFile(db, here.head, code, NOW))?.access, 'chair');
  assert.deepEqual(await schoolsMet(db, here.head, NOW), [here.uai]);
  await leaveChair(db, here.head, here.uai, NOW);
  assert.equal(await openFile(db, here.head, code, NOW), undefined);
  const actions = await db
    .selectFrom('audit_event')
    .select('action')
    .where('action', 'like', 'chair-%')
    .orderBy('id')
    .execute();
  assert.deepEqual(
    actions.map(({ action }) => action),
    ['chair-designated', 'chair-ended'],
  );
});

test('a référent hands over some situations, then leaves with all of them given', async () => {
  const team = await aSchool(db, '0000404A', NOW);
  const [first, second, done] = [await team.opens(), await team.opens(), await team.opens()];
  const open = async (code: string) => (await openFile(db, team.referent, code, NOW))!;
  const file = await open(first);
  await db
    .insertInto('gpds_decision')
    .values({
      id: crypto.randomUUID(),
      follow_up_id: file.id,
      kind: 'tutorat',
      act: 'Un quart d’heure chaque lundi',
      who: 'CPE',
      person_id: team.referent.personId,
      due: '2026-12-10',
      decided_on: '2026-11-30',
    })
    .execute();
  const closing = { reason: 'no-longer-needed', closedOn: '2026-11-30', exit: 'education' } as const;
  await closeFollowUp(db, team.referent, await open(done), closing, NOW);
  const to = team.colleague.personId;
  const from = team.referent.personId;
  const hands = (viewer = team.referent, change = {}) =>
    handOver(db, viewer, { school: team.uai, from, to, codes: null, leaves: true, ...change }, NOW);
  assert.equal(await hands(team.agent), null);
  assert.equal(await hands(elsewhere.head), null);
  assert.equal(await hands(team.referent, { to: elsewhere.agent.personId }), null, 'somebody of the school');
  assert.equal(await hands(team.referent, { codes: [first] }), null, 'leaving asks for all of them');

  assert.equal(await hands(team.referent, { codes: [first], leaves: false }), 1);
  assert.deepEqual(
    (await findLed(db, team.uai, to)).map(({ code }) => code),
    [first],
  );
  const [decision] = await findDecisions(db, file);
  assert.equal(decision?.person?.id, to, 'the acts still to be done go with it');

  assert.equal(await hands(team.head), 1, 'the head may do it for somebody who left');
  assert.equal((await findLed(db, team.uai, to)).length, 2);
  const roles = await db
    .selectFrom('membership')
    .select(['person_id', 'role'])
    .where('school', '=', team.uai)
    .where('role', '=', 'referent')
    .execute();
  assert.deepEqual(roles, [{ person_id: to, role: 'referent' }]);
  assert.equal(second.length, 6);
  const lines = await db
    .selectFrom('audit_event')
    .select('subject')
    .where('action', '=', 'follow-ups-handed-over')
    .execute();
  assert.equal(lines.length, 2);
  assert.ok(lines[1]!.subject.includes(team.referent.auditActor) && lines[1]!.subject.endsWith('leaves'));
});

test('an access has a person, a place and an end within a year', () => {
  const colleagues = [{ id: 'a' }];
  const fields = (typed: object) => {
    const parsed = parseGrant(
      { person: 'a', email: '', role: 'tutor', until, ...typed },
      { colleagues, today: '2026-11-30' },
    );
    return 'problems' in parsed ? parsed.problems.map(({ field }) => field) : [];
  };
  assert.deepEqual(fields({}), []);
  assert.deepEqual(fields({ person: '' }), ['person']);
  assert.deepEqual(fields({ person: 'b' }), ['person']);
  assert.deepEqual(fields({ email: 'x@example.fr' }), ['email']);
  assert.deepEqual(fields({ role: 'referent' }), ['role'], 'nobody becomes référent through a circle');
  assert.deepEqual(fields({ until: '2026-11-29' }), ['until']);
  assert.deepEqual(fields({ until: '2027-12-02' }), ['until']);
});
