import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { createPeople } from '../../scripts/bench/people.ts';
import { sendPeople } from '../../scripts/load/crowd.ts';
import { findBrokenPromises } from '../../src/assessment/series/oracle.store.ts';
import { loadContent } from '../../src/content/index.ts';
import { type Db, openDatabase } from '../../src/database/index.ts';
import { eraseAgain } from '../../src/follow-up/erasure/erasure.store.ts';
import { personalData } from '../../src/personal-data.ts';
import { erasePerson } from '../../src/privacy/index.ts';
import { aSchoolThatFollows } from '../following.ts';
import { someone } from '../someone.ts';
import { type Application, remove, startApplication, temporaryFolder, untilHealthy } from './application.ts';
import { type OwnPostgres, serverPrograms, startOwnPostgres, withoutServer } from './own-postgres.ts';

const ROOT = join(import.meta.dirname, '../..');

type Ran = { code: number; said: string };

/** A script as an operator runs it. */
function runs(script: string, databaseUrl: string, options: string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...options], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, PG_BIN: serverPrograms() ?? '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? 1, said })));
}

describe('a database backed up, destroyed and restored', { skip: withoutServer }, () => {
  const folder = temporaryFolder();
  const inFolder = (name: string) => join(folder, name);
  const applications: Application[] = [];
  let server: OwnPostgres;
  let db: Db;
  before(async () => {
    server = await startOwnPostgres();
    await server.create('living');
    const application = await startApplication({ dataDir: folder, databaseUrl: server.url('living') });
    applications.push(application);
    await untilHealthy(application, 120_000);
    db = openDatabase(server.url('living'));
  });
  after(async () => {
    await db?.destroy();
    await remove(folder, ...applications);
    await server?.stop();
  });

  test('made while people answer, it holds every answer told before it began, and all that the oracle asks', async (t) => {
    const tokens = await createPeople(db, 40);
    const crowd = sendPeople({
      address: applications[0]!.address,
      tokens,
      people: 10,
      phases: [{ name: 'backed up', perSecond: 5, seconds: 20 }],
      seed: 'backup',
    });
    await pause(8_000);
    const before = await countsOf(db);
    const { code, said } = await runs('backup', server.url('living'), [inFolder('busy.dump')]);
    assert.equal(code, 0, said);
    const { seen } = await crowd;
    assert.deepEqual(seen.get('backed up')!.errors, []);
    const afterwards = await countsOf(db);
    assert.ok(afterwards.answer! > before.answer!, 'people answered meanwhile');
    assert.equal(statSync(inFolder('busy.dump')).mode & 0o777, 0o600, 'nobody else reads it');

    await server.create('restored');
    const restored = await runs('restore', server.url('restored'), [
      inFolder('busy.dump'),
      '--without-erasures',
    ]);
    assert.equal(restored.code, 0, restored.said);
    assert.match(restored.said, /promises broken: 0/);
    const copy = openDatabase(server.url('restored'));
    const counts = await countsOf(copy);
    t.diagnostic(
      `answers: ${before.answer} before, ${counts.answer} restored, ${afterwards.answer} in the end`,
    );
    assert.ok(counts.answer! >= before.answer! && counts.answer! <= afterwards.answer!);
    assert.deepEqual(await findBrokenPromises(copy, loadContent()), []);
    assert.equal(counts.session, 0, 'nobody is signed in by a restore');
    await copy.destroy();
  });

  test('at rest, every table comes back with as many rows, but those that let somebody in', async () => {
    await runs('backup', server.url('living'), [inFolder('rest.dump')]);
    const living = await countsOf(db);
    await server.create('twin');
    const { code, said } = await runs('restore', server.url('twin'), [
      inFolder('rest.dump'),
      '--without-erasures',
    ]);
    assert.equal(code, 0, said);
    const twin = openDatabase(server.url('twin'));
    assert.deepEqual(await countsOf(twin), { ...living, session: 0, sign_in_code: 0, rate_limit: 0 });
    await twin.destroy();
  });

  test('what was erased after the backup is erased again', async () => {
    const now = new Date();
    const leaver = await someone(db, 'cpe', now);
    const stayer = await someone(db, 'cpe', now);
    const team = await aSchoolThatFollows(db, '0590001A', now);
    const gone = await team.follow(now);
    const kept = await team.follow(now);
    const backup = await runs('backup', server.url('living'), [inFolder('older.dump')]);
    assert.equal(backup.code, 0, backup.said);
    await erasePerson(db, leaver, personalData, now);
    await eraseAgain(db, [gone.id], now);
    const list = inFolder('erasures');
    const added = await runs('backup', server.url('living'), ['--erasures', list]);
    assert.match(added.said, /2 erasures added/);
    const again = await runs('backup', server.url('living'), ['--erasures', list]);
    assert.match(again.said, /0 erasures added/, 'each is written once');
    assert.doesNotMatch(readFileSync(list, 'utf8'), new RegExp(`${leaver.personId}|Personne`));

    await db.destroy();
    await server.drop('living');
    await server.create('living');
    const restored = await runs('restore', server.url('living'), [
      inFolder('older.dump'),
      '--erasures',
      list,
    ]);
    assert.equal(restored.code, 0, restored.said);
    assert.match(restored.said, /erased again: 1 accounts, 1 follow-ups/);
    db = openDatabase(server.url('living'));
    const people = await db.selectFrom('person').select('id').execute();
    const ids = people.map(({ id }) => id);
    assert.ok(!ids.includes(leaver.personId) && ids.includes(stayer.personId));
    const files = await db.selectFrom('follow_up').select('id').execute();
    assert.deepEqual(files, [{ id: kept.id }]);
  });

  const REFUSED: [what: string, options: () => string[], expected: RegExp][] = [
    ['without saying what becomes of erasures', () => [inFolder('rest.dump')], /--without-erasures/],
    ['over data', () => [inFolder('rest.dump'), '--without-erasures'], /not empty/],
    ['with a list that is none', () => [inFolder('rest.dump'), '--erasures', inFolder('bad')], /line 2/],
  ];
  for (const [what, options, expected] of REFUSED) {
    test(`a restore ${what} is refused`, async () => {
      writeFileSync(
        inFolder('bad'),
        `2026-11-30T00:00:00Z account ${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}\n`,
      );
      appendFileSync(inFolder('bad'), 'something else\n');
      const { code, said } = await runs('restore', server.url('living'), options());
      assert.equal(code, 1);
      assert.match(said, expected);
      assert.doesNotMatch(said, /^\s+at /m);
    });
  }

  test('a backup that cannot be made leaves no file that looks like one', async () => {
    const { code, said } = await runs('backup', server.url('absent'), [inFolder('absent.dump')]);
    assert.equal(code, 1);
    assert.match(said, /pg_dump: /);
    assert.ok(!existsSync(inFolder('absent.dump')));
  });
});

/** How many rows each table of ours holds. */
async function countsOf(database: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`.execute(
    database,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(database);
    counts[name] = counted.rows[0]!.n;
  }
  return counts;
}
