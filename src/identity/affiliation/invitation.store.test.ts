import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchool } from '../../../test/follow-up-team.ts';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { INVITATION_DAYS } from './affiliation.ts';
import {
  acceptInvitation,
  findInvitation,
  findWaiting,
  type InvitedRole,
  invite,
  withdrawInvitation,
} from './invitation.store.ts';

const db = await testDatabase();
const NOW = new Date('2026-12-01T08:00:00Z');
const here = await aSchool(db, '0590001A', NOW);
const elsewhere = await aSchool(db, '0590002B', NOW);
let count = 0;

async function somebody(): Promise<Viewer & { email: string }> {
  const viewer = await someone(db, 'cpe', NOW);
  count += 1;
  return { ...viewer, email: `invite${count}@example.fr` };
}

async function link(maker: Viewer, email: string, role: InvitedRole = 'agent'): Promise<string> {
  const made = await invite(db, maker, { school: here.uai, role, email }, NOW);
  assert.ok(made && made !== 'too-many');
  return made.token;
}

function held({ personId }: Viewer) {
  return db
    .selectFrom('membership')
    .select(['role', 'confirmed_how'])
    .where('person_id', '=', personId)
    .orderBy('role')
    .execute();
}

test('a link opens a confirmed place, once', async () => {
  const person = await somebody();
  const token = await link(here.referent, person.email);
  const { rows } = { rows: await db.selectFrom('school_invitation').selectAll().execute() };
  assert.ok(!JSON.stringify(rows).includes(token), 'the token is not kept');
  assert.ok(await acceptInvitation(db, person, token, NOW));
  assert.deepEqual(await held(person), [{ role: 'agent', confirmed_how: 'invitation' }]);
  const other = await somebody();
  assert.equal(await acceptInvitation(db, other, token, NOW), null);
  assert.deepEqual(await held(other), []);
});

test('two people who use one link at once: one of them has it', async () => {
  const people = [await somebody(), await somebody()];
  const token = await link(here.head, people[0]!.email);
  const taken = await Promise.all(people.map((person) => acceptInvitation(db, person, token, NOW)));
  assert.equal(taken.filter((one) => one !== null).length, 1);
});

test('a référent invites colleagues, only a head invites to the role; nobody invites elsewhere', async () => {
  const to = (viewer: Viewer, role: InvitedRole, school = here.uai) =>
    invite(db, viewer, { school, role, email: 'x@example.fr' }, NOW);
  assert.ok(await to(here.referent, 'agent'));
  assert.equal(await to(here.referent, 'referent'), null);
  assert.ok(await to(here.head, 'referent'));
  for (const stranger of [here.agent, elsewhere.head, elsewhere.referent])
    assert.equal(await to(stranger, 'agent'), null);
});

test('a link to the role passed on to another address makes somebody who asks, not a référent', async () => {
  const [named, passed] = [await somebody(), await somebody()];
  assert.ok(await acceptInvitation(db, named, await link(here.head, named.email, 'referent'), NOW));
  assert.deepEqual(await held(named), [
    { role: 'agent', confirmed_how: 'invitation' },
    { role: 'referent', confirmed_how: 'invitation' },
  ]);
  assert.ok(await acceptInvitation(db, passed, await link(here.head, 'autre@example.fr', 'referent'), NOW));
  assert.deepEqual(await held(passed), [
    { role: 'agent', confirmed_how: 'invitation' },
    { role: 'referent', confirmed_how: null },
  ]);
});

test('a link taken back, made again, too old, or of somebody who has left opens nothing', async () => {
  const person = await somebody();
  const opens = (token: string, at = NOW) => findInvitation(db, person, token, at);
  const first = await link(here.head, person.email);
  assert.ok(await opens(first));
  const second = await link(here.head, person.email);
  assert.equal(await opens(first), undefined, 'made again');
  const over = new Date(NOW.getTime() + INVITATION_DAYS * 86_400_000);
  assert.equal(await opens(second, over), undefined, 'too old');
  const [waiting] = (await findWaiting(db, here.uai, NOW)).filter(({ email }) => email === person.email);
  assert.ok(waiting);
  assert.equal(await withdrawInvitation(db, elsewhere.head, { school: here.uai, id: waiting.id }, NOW), null);
  assert.equal(
    await withdrawInvitation(db, here.head, { school: here.uai, id: waiting.id }, NOW),
    'withdrawn',
  );
  assert.equal(await opens(second), undefined, 'taken back');
  const third = await link(here.head, person.email);
  await db.deleteFrom('membership').where('person_id', '=', here.head.personId).execute();
  assert.equal(await opens(third), undefined, 'its maker has left');
  for (const odd of ['', 'x', 'é'.repeat(43), "' or 1=1 --"]) assert.equal(await opens(odd), undefined);
});
