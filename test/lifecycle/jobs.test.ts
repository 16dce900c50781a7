import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { type Db, openDatabase } from '../../src/database/index.ts';
import { withTestDatabase } from '../../src/database/testing.ts';
import { type Job, readJobFacts, type Surroundings, startJobs } from '../../src/jobs/index.ts';
import { eventually } from './application.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACE = { pollSeconds: 1, heartbeatSeconds: 10, watchSeconds: 1 };

const job = (run: Job['run']): Job => ({
  name: 'count-something',
  schedule: '0 4 1 1 *',
  retries: 3,
  retrySeconds: 1,
  run,
});

function surroundingsOf(db: Db, log: (line: string) => void = () => undefined): Surroundings {
  const content = {} as Surroundings['content'];
  return { db, content, sendMail: async () => undefined, now: () => new Date(), origin: '', log };
}

/** Asks for one run, as the clock does. */
async function ask(connectionString: string): Promise<void> {
  const boss = new PgBoss({ connectionString, max: 1, schedule: false, supervise: false });
  await boss.start();
  await boss.send('count-something', null);
  await boss.stop({ graceful: false });
}

test('of two applications on one database, one runs a job asked for, once', async () => {
  await withTestDatabase(async (db, connectionString) => {
    const ran: string[] = [];
    const start = (name: string) =>
      startJobs({
        connectionString,
        pace: PACE,
        surroundings: surroundingsOf(db),
        jobs: [job(async () => void ran.push(name))],
      });
    const applications = await Promise.all([start('first'), start('second')]);
    assert.ok(applications.every((application) => application !== null));
    await ask(connectionString);
    assert.ok(await eventually(() => ran.length > 0, 10_000), 'it runs');
    await pause(2_000);
    assert.equal(ran.length, 1);
    const { rows } = await sql<{ cron: string; timezone: string }>`
      select cron, timezone from pgboss.schedule`.execute(db);
    assert.deepEqual(rows, [{ cron: '0 4 1 1 *', timezone: 'Europe/Paris' }]);
    await Promise.all(applications.map((application) => application?.stop()));
  });
});

test('a job that fails is tried again, and what it failed on is not kept in the queue', async () => {
  await withTestDatabase(async (db, connectionString) => {
    let tries = 0;
    const application = await startJobs({
      connectionString,
      pace: PACE,
      surroundings: surroundingsOf(db),
      jobs: [
        job(async () => {
          tries += 1;
          if (tries < 3) throw new Error('ines.delattre@example.fr is unreachable');
        }),
      ],
    });
    await ask(connectionString);
    assert.ok(await eventually(() => tries === 3, 30_000), `${tries} tries`);
    await application?.stop();
    const { rows } = await sql<{ line: string }>`select t::text as line from pgboss.job t`.execute(db);
    assert.doesNotMatch(rows.map(({ line }) => line).join('\n'), /ines\.delattre/);
  });
});

test('a job that fails at every try is put aside, counted, and does not stop the next', async () => {
  await withTestDatabase(async (db, connectionString) => {
    assert.deepEqual(await readJobFacts(db), [], 'nothing where the jobs have never run');
    let tries = 0;
    const application = await startJobs({
      connectionString,
      pace: PACE,
      surroundings: surroundingsOf(db),
      jobs: [
        {
          ...job(async () => {
            tries += 1;
            if (tries <= 2) throw new Error('the disk is full');
          }),
          retries: 1,
        },
      ],
    });
    await ask(connectionString);
    const facts = async () => (await readJobFacts(db))[0]!;
    assert.ok(await eventually(async () => (await facts()).failedForGood === 1, 60_000), `${tries} tries`);
    assert.equal(tries, 2);
    assert.ok((await facts()).lastFailedAt);
    await ask(connectionString);
    assert.ok(await eventually(async () => (await facts()).done === 1, 60_000));
    await application?.stop();
    const { queue, waiting, retrying, running, failedForGood, lastDoneAt } = await facts();
    assert.deepEqual([queue, waiting, retrying, running, failedForGood], ['count-something', 0, 0, 0, 1]);
    assert.ok(lastDoneAt instanceof Date);
  });
});

test('a job whose application is killed half way is run again by another', async (t) => {
  await withTestDatabase(async (db, connectionString) => {
    const program = `
      import { startJobs } from './src/jobs/index.ts';
      await startJobs({
        connectionString: ${JSON.stringify(connectionString)}, pace: ${JSON.stringify(PACE)}, surroundings: { log: console.log },
        jobs: [{ name: 'count-something', schedule: '0 4 1 1 *', retries: 3, retrySeconds: 1, run: () => {
          console.log('half way');
          return new Promise(() => undefined);
        } }],
      });
      console.log('started');`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      cwd: ROOT,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    assert.ok(await eventually(() => said.includes('started'), 30_000), said);
    await ask(connectionString);
    assert.ok(await eventually(() => said.includes('half way'), 30_000), said);
    child.kill('SIGKILL');
    const since = Date.now();

    let done = 0;
    const other = await startJobs({
      connectionString,
      pace: PACE,
      surroundings: surroundingsOf(db),
      jobs: [
        job(async () => {
          done += 1;
        }),
      ],
    });
    assert.ok(await eventually(() => done === 1, 60_000), 'it is run again');
    t.diagnostic(`run again ${Date.now() - since} ms after the kill`);
    await other?.stop();
  });
});

test('where the jobs cannot run, one line says so and nothing else stops', async () => {
  const lines: string[] = [];
  const away = 'postgres://nobody@127.0.0.1:1/nothing';
  const started = await startJobs({
    connectionString: away,
    jobs: [],
    surroundings: surroundingsOf(openDatabase(away), (line) => lines.push(line)),
  });
  assert.equal(started, null);
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /^Les tâches de fond ne tournent pas ici/);
});
