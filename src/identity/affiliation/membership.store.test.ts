import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { aSchool } from '../../../test/follow-up-team.ts';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { saveSchool } from '../profile/profile.store.ts';
import { loadAcademies } from '../schools/academies.store.ts';
import { findViewer, openSession } from '../session.store.ts';
import { createCode, signInWithCode } from '../sign-in/code.store.ts';
import { CODE_ATTEMPTS } from '../sign-in/code.ts';
import { makeNational } from './first-administrator.store.ts';
import { acceptInvitation, invite } from './invitation.store.ts';
import {
  askForRole,
  confirmMembership,
  endMembership,
  findAnsweredFor,
  findConfirmers,
  giveRole,
  leaveSchool,
  showWorkEmail,
} from './membership.store.ts';

const db = await testDatabase();
await loadAcademies(db);
const NOW = new Date('2026-12-01T08:00:00Z');
const here = await aSchool(db, '0590001A', NOW);
const elsewhere = await aSchool(db, '0590002B', NOW);

async function withRole(role: Membership['role'], academie: string | null): Promise<Viewer> {
  const viewer = await someone(db, 'autre', NOW);
  const membership = { role, school: null, academie };
  await db
    .insertInto('membership')
    .values({ ...membership, person_id: viewer.personId, created_at: NOW, confirmed_at: NOW })
    .execute();
  return { ...viewer, memberships: [membership] };
}
const lille = await withRole('academie', '09');
const nantes = await withRole('academie', '17');
const nation = await withRole('national', null);

/** The person as their next request finds them. */
async function atNextRequest({ personId }: Viewer): Promise<Viewer> {
  const found = await findViewer(db, await openSession(db, personId, undefined, NOW), NOW);
  assert.ok(found);
  return found.viewer;
}

async function newcomer(school = here.uai): Promise<Viewer> {
  const viewer = await someone(db, 'cpe', NOW);
  await saveSchool(db, viewer, school, NOW);
  return atNextRequest(viewer);
}

async function membershipOf({ personId }: Viewer, role: string): Promise<string> {
  const { id } = await db
    .selectFrom('membership')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role as 'agent')
    .executeTakeFirstOrThrow();
  return String(id);
}

test('what somebody says of themselves is told apart, and a role they only ask for is not there at all', async () => {
  const person = await newcomer();
  assert.deepEqual(person.memberships, [{ role: 'agent', school: here.uai, academie: null, declared: true }]);
  assert.equal(await askForRole(db, person, { school: here.uai, role: 'referent' }, NOW), 'asked');
  assert.equal(await askForRole(db, person, { school: here.uai, role: 'referent' }, NOW), null, 'once');
  assert.equal(await askForRole(db, person, { school: elsewhere.uai, role: 'direction' }, NOW), null);
  assert.equal((await atNextRequest(person)).memberships.length, 1);
});

test('a head confirms who works in their school and who runs its GPDS; another head, an académie elsewhere and oneself do not', async () => {
  const person = await newcomer();
  await askForRole(db, person, { school: here.uai, role: 'referent' }, NOW);
  const id = await membershipOf(person, 'referent');
  for (const stranger of [elsewhere.head, here.referent, here.agent, nantes, person])
    assert.equal(await confirmMembership(db, stranger, id, NOW), null);
  assert.ok(await confirmMembership(db, here.head, id, NOW));
  assert.equal(await confirmMembership(db, here.head, id, NOW), null, 'once');
  const { memberships } = await atNextRequest(person);
  assert.deepEqual(memberships.map(({ role, declared }) => [role, declared]).sort(), [
    ['agent', undefined],
    ['referent', undefined],
  ]);
});

test('the head of a school is confirmed by its académie or by the ministry, never by another head', async () => {
  for (const [authority, confirms] of [
    [lille, true],
    [nation, true],
    [nantes, false],
    [here.head, false],
  ] as const) {
    const person = await newcomer();
    await askForRole(db, person, { school: here.uai, role: 'direction' }, NOW);
    const done = await confirmMembership(db, authority, await membershipOf(person, 'direction'), NOW);
    assert.equal(done !== null, confirms);
    const heads = (await atNextRequest(person)).memberships.some(({ role }) => role === 'direction');
    assert.equal(heads, confirms);
  }
});

test('nobody gives themselves a role, and an académie gives none above its own', async () => {
  const at = { personId: lille.personId, role: 'direction', school: here.uai, academie: null } as const;
  assert.equal(await giveRole(db, lille, at, NOW), null);
  const person = await newcomer();
  const to = { personId: person.personId, school: null, academie: null };
  assert.equal(await giveRole(db, lille, { ...to, role: 'national' }, NOW), null);
  assert.equal(await giveRole(db, lille, { ...to, role: 'academie', academie: '09' }, NOW), null);
  assert.equal(await giveRole(db, lille, { ...to, role: 'formateur', academie: '17' }, NOW), null);
  assert.equal(await giveRole(db, lille, { ...to, role: 'formateur', academie: '09' }, NOW), 'given');
  assert.equal(await giveRole(db, lille, { ...to, role: 'formateur', academie: '09' }, NOW), null, 'already');
  assert.equal(await giveRole(db, nation, { ...to, role: 'academie', academie: '09' }, NOW), 'given');
});

test('leaving a school ends the role, the chair and the place beside a young person, at the next request', async () => {
  const school = await aSchool(db, '0590003C', NOW);
  const code = await school.opens();
  const { id: followUp } = await db
    .selectFrom('follow_up')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('follow_up')
    .set({ lead: school.referent.personId })
    .where('id', '=', followUp)
    .execute();
  await db
    .insertInto('circle_member')
    .values({
      id: randomUUID(),
      follow_up_id: followUp,
      person_id: school.agent.personId,
      role: 'member',
      from_day: '2026-12-01',
      until_day: '2027-01-01',
      granted_by: null,
    })
    .execute();
  await db
    .insertInto('gpds_chair')
    .values({
      id: randomUUID(),
      school: school.uai,
      person_id: school.head.personId,
      from_day: '2026-12-01',
      recorded_by: null,
    })
    .execute();

  assert.ok(await endMembership(db, school.head, await membershipOf(school.agent, 'agent'), NOW));
  assert.equal(await leaveSchool(db, school.referent, school.uai, NOW), 'left');
  assert.ok(await endMembership(db, lille, await membershipOf(school.head, 'direction'), NOW));

  assert.deepEqual((await atNextRequest(school.agent)).memberships, []);
  assert.deepEqual((await atNextRequest(school.referent)).memberships, []);
  const circle = await db
    .selectFrom('circle_member')
    .select('ended_at')
    .where('follow_up_id', '=', followUp)
    .executeTakeFirstOrThrow();
  assert.notEqual(circle.ended_at, null);
  const chair = await db
    .selectFrom('gpds_chair')
    .select('ended_at')
    .where('school', '=', school.uai)
    .executeTakeFirstOrThrow();
  assert.notEqual(chair.ended_at, null);
  const file = await db
    .selectFrom('follow_up')
    .select('lead')
    .where('id', '=', followUp)
    .executeTakeFirstOrThrow();
  assert.equal(file.lead, null);
});

test('a head does not put another head out of the school', async () => {
  const person = await newcomer();
  await giveRole(
    db,
    lille,
    { personId: person.personId, role: 'direction', school: here.uai, academie: null },
    NOW,
  );
  assert.equal(await endMembership(db, here.head, await membershipOf(person, 'agent'), NOW), null);
  assert.equal((await atNextRequest(person)).memberships.length, 2);
});

test('the same school chosen again keeps its confirmation, a closed one is not chosen', async () => {
  const person = await newcomer();
  await confirmMembership(db, here.head, await membershipOf(person, 'agent'), NOW);
  const confirmed = await atNextRequest(person);
  await saveSchool(db, confirmed, here.uai, NOW);
  assert.equal((await atNextRequest(person)).memberships[0]?.declared, undefined);
  const shut = await aSchool(db, '0590004D', NOW);
  await db.updateTable('school').set({ closed_on: '2026-09-01' }).where('uai', '=', shut.uai).execute();
  assert.deepEqual(await saveSchool(db, confirmed, shut.uai, NOW), { refused: 'unknown-school' });
  assert.equal(await saveSchool(db, shut.agent, shut.uai, NOW), 'saved', 'whoever is there may stay');
});

test('a request is told to the head, or to the académie when there is none', async () => {
  await db
    .updateTable('person')
    .set({ email: 'direction@example.fr' })
    .where('id', '=', here.head.personId)
    .execute();
  await db
    .updateTable('person')
    .set({ email: 'rectorat@example.fr' })
    .where('id', '=', lille.personId)
    .execute();
  assert.deepEqual(await findConfirmers(db, { school: here.uai, role: 'agent' }), ['direction@example.fr']);
  assert.deepEqual(await findConfirmers(db, { school: here.uai, role: 'direction' }), [
    'rectorat@example.fr',
  ]);
});

test('the operator puts the first person in charge, once they have an account', async () => {
  const person = await someone(db, 'autre', NOW);
  await db
    .updateTable('person')
    .set({ email: 'premiere@example.fr' })
    .where('id', '=', person.personId)
    .execute();
  assert.equal(await makeNational(db, 'nobody@example.fr', NOW), 'nobody');
  assert.equal(await makeNational(db, ' Premiere@example.fr ', NOW), 'given');
  assert.equal(await makeNational(db, 'premiere@example.fr', NOW), 'already');
  assert.deepEqual((await atNextRequest(person)).memberships, [
    { role: 'national', school: null, academie: null },
  ]);
});

test('a number that is none, or of somebody out of scope, is not there', async () => {
  for (const id of ['', 'x', '0', '99999999999999999999', "1' or 1=1"])
    assert.equal(await findAnsweredFor(db, nation, id), undefined);
});

test('whoever lost a role after their request began decides nothing any more', async () => {
  const former = await withRole('academie', '09');
  const person = await newcomer();
  const id = await membershipOf(person, 'agent');
  assert.ok(await endMembership(db, nation, await membershipOf(former, 'academie'), NOW));
  const role = { personId: person.personId, role: 'direction', school: here.uai, academie: null } as const;
  assert.equal(await giveRole(db, former, role, NOW), null);
  assert.equal(await confirmMembership(db, former, id, NOW), null);
  assert.equal(await endMembership(db, former, id, NOW), null);
  const leaving = await aHeadOf(here.uai);
  assert.ok(await endMembership(db, nation, await membershipOf(leaving, 'direction'), NOW));
  assert.equal(
    await invite(db, leaving, { school: here.uai, role: 'agent', email: 'a@example.fr' }, NOW),
    null,
  );
});

async function aHeadOf(school: string): Promise<Viewer> {
  const { personId } = await someone(db, 'direction', NOW);
  assert.ok(await giveRole(db, nation, { personId, role: 'direction', school, academie: null }, NOW));
  return atNextRequest({ ...nation, personId });
}

test('of two administrators who end each other at once, one remains', async () => {
  const [one, other] = [await withRole('national', null), await withRole('national', null)];
  const [ofOne, ofOther] = [await membershipOf(one, 'national'), await membershipOf(other, 'national')];
  const ended = await Promise.all([
    endMembership(db, one, ofOther, NOW),
    endMembership(db, other, ofOne, NOW),
  ]);
  assert.equal(ended.filter((done) => done !== null).length, 1);
});

test('an invitation that waits does not bring back what was ended', async () => {
  const person = { ...(await newcomer()), email: 'revient@example.fr' };
  await db.updateTable('person').set({ email: person.email }).where('id', '=', person.personId).execute();
  const invited = (email: string) => invite(db, here.head, { school: here.uai, role: 'agent', email }, NOW);
  const [theirs, another] = [await invited(person.email), await invited('autre@example.fr')];
  assert.ok(theirs && theirs !== 'too-many' && another && another !== 'too-many');
  assert.ok(await endMembership(db, here.head, await membershipOf(person, 'agent'), NOW));
  assert.equal(await acceptInvitation(db, person, theirs.token, NOW), null);
  assert.ok(await acceptInvitation(db, person, another.token, NOW), 'those of others still do');
});

test('a code that shows an address signs nobody in, and tries on it spend no code that does', async () => {
  const email = 'ines@ac-lille.fr';
  const person = await newcomer();
  const enters = (code: string) => signInWithCode(db, { email, code, formerToken: undefined, now: NOW });
  const toEnter = await createCode(db, email, NOW);
  for (let i = 0; i < CODE_ATTEMPTS; i++)
    assert.equal(await showWorkEmail(db, person, { email, code: toEnter.code }, NOW), null);
  const toShow = await createCode(db, email, NOW, person.personId);
  assert.deepEqual(await enters(toShow.code), { refused: 'wrong-code' });
  assert.equal(
    await showWorkEmail(db, await newcomer(), { email, code: toShow.code }, NOW),
    null,
    'hers alone',
  );
  assert.equal(await showWorkEmail(db, person, { email, code: toShow.code }, NOW), 'shown');
  assert.ok('token' in (await enters(toEnter.code)));
});
