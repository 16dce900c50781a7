import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aSchool } from '../../../test/follow-up-team.ts';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import { loadAcademies } from '../../identity/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type AuditAction, audit } from '../audit.store.ts';
import { type JournalSearch, searchJournal } from './journal.store.ts';
import { inFrench, kindsFor, objectOf } from './journal.ts';

const db = await testDatabase();
await loadAcademies(db);
const NOW = new Date('2026-12-01T08:00:00Z');
const team = await aSchool(db, '0590001A', NOW, { gate: false });

async function withRole(role: 'academie' | 'national', academie: string | null): Promise<Viewer> {
  const viewer = await someone(db, 'autre', NOW);
  return { ...viewer, memberships: [{ role, school: null, academie }] };
}
const lille = await withRole('academie', '09');
const nantes = await withRole('academie', '17');
const nation = await withRole('national', null);

function says(actor: Viewer | null, action: AuditAction, subject: string, at = NOW): Promise<void> {
  return db
    .transaction()
    .execute((trx) => audit(trx, { at, actor: actor?.auditActor ?? null, action, subject }));
}

async function reads(viewer: Viewer, change: Partial<JournalSearch> = {}): Promise<string[]> {
  const national = viewer.memberships[0]?.role === 'national';
  const { lines } = await searchJournal(
    db,
    viewer,
    {
      from: '2026-12-01',
      until: '2026-12-01',
      kinds: [...kindsFor(national).keys()],
      actor: '',
      object: '',
      page: 0,
      ...change,
    },
    NOW,
  );
  return lines.map(({ action }) => action).filter((action) => action !== 'log-searched');
}

await says(team.head, 'membership-confirmed', `school ${team.uai}: agent of ${team.agent.auditActor}`);
await says(team.agent, 'answered', 'evaluation 1');
await says(team.agent, 'plan-made', 'plan 1');
await says(team.referent, 'follow-up-read', 'follow-up 1');
await says(null, 'school-corrected', `school ${team.uai}`, new Date('2026-11-30T22:30:00Z'));

test('what people do for themselves is in no page of the log, whoever reads', async () => {
  for (const viewer of [lille, nation]) {
    const read = await reads(viewer, { from: '2026-11-01' });
    assert.ok(!read.includes('answered') && !read.includes('plan-made'), read.join());
  }
  const kinds = [...kindsFor(true).keys()].join('\n');
  assert.doesNotMatch(
    kinds,
    /^answered$|evaluation|^plan-|module|practised|survey|efficacy|case-study|dialogue/m,
  );
});

test('an académie reads of its schools alone, and nothing of the files of young people', async () => {
  assert.deepEqual(await reads(lille), ['membership-confirmed']);
  assert.deepEqual(await reads(nantes), []);
  assert.ok((await reads(nation)).includes('follow-up-read'));
  assert.equal(objectOf('follow-up-read', 'follow-up 1'), 'un suivi');
});

test('a day is a day in France, and lines are found by kind, by whom and by what they are about', async () => {
  const day = { from: '2026-11-30', until: '2026-11-30' };
  assert.deepEqual(await reads(lille, day), ['school-corrected'], '23:30 in Paris is still the 30th');
  assert.deepEqual(await reads(nation, { kinds: ['follow-up-read'] }), ['follow-up-read']);
  assert.deepEqual(await reads(nation, { actor: 'nobody of this name' }), []);
  assert.deepEqual(await reads(nation, { object: '0590001a' }), ['membership-confirmed']);
  assert.deepEqual(await reads(nation, { object: '%' }), [], 'no wildcard');
});

test('looking is a line of the log', async () => {
  const before = await count();
  await reads(lille);
  assert.equal(await count(), before + 1);
  async function count() {
    const { lines } = await db
      .selectFrom('audit_event')
      .select(({ fn }) => fn.countAll<number>().as('lines'))
      .where('action', '=', 'log-searched')
      .where('actor', '=', lille.auditActor)
      .executeTakeFirstOrThrow();
    return lines;
  }
});

test('what is not shown is not searched: lines about one file are not told from the others', async () => {
  assert.deepEqual(await reads(nation, { object: 'follow-up 1' }), []);
});

test('the word of somebody about their school does not open what they do elsewhere to its académie', async () => {
  const elsewhere = '0440001X';
  await db
    .insertInto('school')
    .values({ uai: elsewhere, name: 'Y', kind: 'college', city: 'Y', academie: '17', search_text: 'y' })
    .execute();
  const both = await someone(db, 'autre', NOW);
  const of = (school: string, confirmed: boolean) => ({
    person_id: both.personId,
    role: 'agent' as const,
    school,
    created_at: NOW,
    confirmed_at: confirmed ? NOW : null,
  });
  await db
    .insertInto('membership')
    .values([of(team.uai, false), of(elsewhere, true)])
    .execute();
  await says(both, 'membership-confirmed', `school ${elsewhere}: agent of ${team.agent.auditActor}`);
  await says(both, 'role-given', `académie 17: formateur of ${team.agent.auditActor}`);
  assert.deepEqual(await reads(lille), ['membership-confirmed'], 'the one of its own school');
  assert.deepEqual(await reads(nantes), ['role-given', 'membership-confirmed']);
});

test('what a line is about is read in French', () => {
  for (const [subject, read] of [
    [
      '70000 added, 0 changed, 2 closed, 1 lines unread',
      '70000 ajoutés, 0 mis à jour, 2 fermés, 1 lignes laissées de côté',
    ],
    ['2026-11-30 to 2026-12-01, page 1', 'du 2026-11-30 au 2026-12-01, page 1'],
    ['school 0590001A: 3, X to Y, leaves', 'établissement 0590001A : 3, X à Y, n’anime plus le GPDS'],
    ['school 0590001A: as in the directory', 'établissement 0590001A : comme dans l’annuaire'],
    ['nation: national of X, by the operator', 'France entière : ministère : X, par l’exploitant'],
    ['3 alerts', '3 alertes'],
    ['session', 'session'],
  ] as const)
    assert.equal(inFrench(subject), read);
});
