import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../database/testing.ts';
import { loadAcademies } from '../academies.store.ts';
import { uaiLetter } from '../uai.ts';
import { type ImportOptions, type ImportSummary, importDirectory } from './directory.store.ts';
import type { DirectorySchool } from './directory.ts';
import type { DirectoryLine } from './directory-file.ts';

const db = await testDatabase();
await loadAcademies(db);
const now = new Date('2026-12-01T08:00:00Z');

function school(number: number, change: Partial<DirectorySchool> = {}): DirectorySchool {
  const digits = `07${String(number).padStart(5, '0')}`;
  return {
    uai: `${digits}${uaiLetter(digits)}`,
    name: `Collège ${number}`,
    kind: 'college',
    city: 'Ville',
    academie: '09',
    sector: 'public',
    postcode: '59000',
    closed: false,
    ...change,
  };
}

async function takes(
  readings: (DirectorySchool | DirectoryLine['reading'])[],
  options: Partial<ImportOptions> = {},
): Promise<ImportSummary | { refused: string }> {
  const open = async function* (): AsyncGenerator<DirectoryLine> {
    for (const [index, one] of readings.entries())
      yield { line: index + 2, reading: 'closed' in one ? { school: one } : one };
  };
  return importDirectory(db, open, { now, ...options });
}

const find = (uai: string) =>
  db.selectFrom('school').selectAll().where('uai', '=', uai).executeTakeFirstOrThrow();

test('schools are added, updated, closed and opened again; what is theirs stays', async () => {
  const first = await takes([school(1), school(2), school(2), school(3, { closed: true })]);
  assert.ok(!('refused' in first));
  assert.deepEqual(
    [first.read, first.added, first.changed, first.closed, first.repeated, first.bad],
    [4, 3, 0, 0, 1, 0],
  );
  assert.equal((await find(school(3).uai)).closed_on, '2026-12-01');

  const again = await takes([school(1), school(2, { name: 'Collège renommé' }), school(3)]);
  assert.ok(!('refused' in again));
  assert.deepEqual([again.added, again.changed, again.closed], [0, 2, 0]);
  assert.equal((await find(school(2).uai)).search_text, 'college renomme ville');
  assert.equal((await find(school(3).uai)).closed_on, null);

  const same = await takes([school(1), school(2, { name: 'Collège renommé' }), school(3)]);
  assert.ok(!('refused' in same));
  assert.deepEqual([same.added, same.changed, same.closed], [0, 0, 0]);

  const partial = await takes([school(1)], { partial: true });
  assert.ok(!('refused' in partial) && partial.closed === 0);
  const whole = await takes([school(1)]);
  assert.ok(!('refused' in whole) && whole.closed === 2);
  assert.equal((await find(school(2).uai)).name, 'Collège renommé', 'a closed school stays readable');
});

test('a school never in the directory stays open, and one corrected by hand keeps its name', async () => {
  const own = { ...school(10), search_text: 'x' };
  const { closed: _, ...row } = own;
  await db.insertInto('school').values(row).execute();
  await takes([school(11)], { manyClosures: true });
  await db
    .updateTable('school')
    .set({ name: 'Nom corrigé', corrected_at: now })
    .where('uai', '=', school(11).uai)
    .execute();
  const outcome = await takes([school(11, { postcode: '59100' })], { manyClosures: true });
  assert.ok(!('refused' in outcome) && outcome.corrected === 1);
  const kept = await find(school(11).uai);
  assert.deepEqual([kept.name, kept.postcode], ['Nom corrigé', '59100']);
  assert.equal((await find(own.uai)).closed_on, null);
});

test('a line that cannot be read is told with its number, and its school stays as it is', async () => {
  await takes([school(20), school(21)], { manyClosures: true });
  const outcome = await takes([school(20), { problems: ['commune vide'], uai: school(21).uai }]);
  assert.ok(!('refused' in outcome));
  assert.deepEqual(outcome.problems, [{ line: 3, messages: ['commune vide'] }]);
  assert.equal((await find(school(21).uai)).closed_on, null);
});

test('a file mostly wrong, cut short, or without a line changes nothing', async () => {
  const many = Array.from({ length: 100 }, (_, index) => school(1_000 + index));
  await takes(many, { manyClosures: true });
  const before = await sql<{
    all: string;
  }>`select md5(string_agg(s::text, '' order by uai)) as all from school s`.execute(db);
  const bad = { problems: ['commune vide'], uai: null };
  const refusals = [
    await takes([...many, ...Array.from({ length: 30 }, () => bad)]),
    await takes([school(1_500), ...many.slice(0, 60)]),
    await takes([bad]),
    await takes([]),
  ];
  const said = [
    /30 lignes sur 130.*ligne 102 : commune vide/,
    /40 établissements sur 101/,
    /Aucune/,
    /Aucune/,
  ];
  for (const [index, refusal] of refusals.entries()) {
    assert.ok('refused' in refusal);
    assert.match(refusal.refused, said[index]!);
  }
  const after = await sql<{
    all: string;
  }>`select md5(string_agg(s::text, '' order by uai)) as all from school s`.execute(db);
  assert.deepEqual(after.rows, before.rows);
});

test('each import taken leaves its line in the log', async () => {
  const lines = await db
    .selectFrom('audit_event')
    .select('subject')
    .where('action', '=', 'schools-imported')
    .orderBy('id')
    .execute();
  assert.equal(lines[0]?.subject, '3 added, 0 changed, 0 closed, 0 lines unread');
});
