import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { someone } from '../../test/someone.ts';
import { withTestDatabase } from '../database/testing.ts';
import { type Job, type Surroundings, startJobs } from './index.ts';
import { findQueue, findQueues, runAgain } from './queues.store.ts';

const NOW = new Date('2026-12-01T08:00:00Z');
const PACE = { pollSeconds: 1, heartbeatSeconds: 10, watchSeconds: 1 };

test('a job is run again when asked, once while it waits; what it failed on is a class of error', async () => {
  await withTestDatabase(async (db, connectionString) => {
    const viewer = await someone(db, 'autre', NOW);
    assert.equal(await findQueues(db), null, 'nothing ran here yet');
    let runs = 0;
    const job: Job = {
      name: 'count-something',
      schedule: '0 4 1 1 *',
      retries: 0,
      retrySeconds: 1,
      run: async () => {
        runs += 1;
        throw new TypeError('ines.delattre@example.fr is unreachable');
      },
    };
    const surroundings = { db, now: () => NOW, log: () => undefined } as unknown as Surroundings;
    const started = await startJobs({ connectionString, jobs: [job], surroundings, pace: PACE });
    assert.ok(started);
    assert.equal(await runAgain(db, viewer, 'no-such-job', NOW), null);
    assert.equal(await runAgain(db, viewer, 'count-something', NOW), 'asked');
    for (let tries = 0; tries < 100 && !(await hasFailed()); tries += 1) await pause(200);
    await started.stop();
    async function hasFailed() {
      return ((await findQueue(db, 'count-something'))?.failed ?? 0) > 0;
    }
    assert.equal(runs, 1);
    const queue = await findQueue(db, 'count-something');
    assert.equal(queue?.lastWent, false);
    assert.equal(queue?.failures[0]?.kind, 'TypeError');
    assert.doesNotMatch(JSON.stringify(queue), /ines/);

    // Nobody works the queue now: the first waits, the second is one too many.
    assert.equal(await runAgain(db, viewer, 'count-something', NOW), 'asked');
    assert.equal(await runAgain(db, viewer, 'count-something', NOW), 'waiting');
    const lines = await db
      .selectFrom('audit_event')
      .select('subject')
      .where('action', '=', 'job-run-again')
      .execute();
    assert.equal(lines.length, 2);
  });
});
