import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import {
  type Application,
  eventually,
  health,
  mainPostgresOf,
  postgresOf,
  processesOf,
  remove,
  startApplication,
  temporaryFolder,
  untilHealthy,
} from './application.ts';

// One data folder for the whole file: each test starts on what the fault before it left.
const dataDir = temporaryFolder();
const applications: Application[] = [];
after(() => remove(dataDir, ...applications));

async function start(): Promise<Application> {
  const application = await startApplication({ dataDir });
  applications.push(application);
  return application;
}

const LEAVES_WITHIN_MS = 10_000;

describe('npm start', () => {
  test('answers on a new data folder', async (t) => {
    const application = await start();
    t.diagnostic(`first start: ${await untilHealthy(application, 60_000)} ms`);
    assert.equal((await health(application))?.body.status, 'ok');
    assert.ok(postgresOf(dataDir).length > 0);
    await stop(application);
  });

  test('answers again in seconds on the next start', async (t) => {
    const application = await start();
    const duration = await untilHealthy(application);
    t.diagnostic(`second start: ${duration} ms (aim: 3000)`);
    assert.ok(duration < 10_000, `${duration} ms`);
    await stop(application);
  });

  const endings: { title: string; act: (application: Application) => void }[] = [
    { title: 'Ctrl-C', act: ({ npm }) => process.kill(-npm.pid!, 'SIGINT') },
    { title: 'SIGTERM to npm', act: ({ npm }) => npm.kill('SIGTERM') },
    { title: 'SIGKILL to npm', act: ({ npm }) => npm.kill('SIGKILL') },
    {
      title: 'SIGKILL to the server itself',
      act: (application) => process.kill(serverOf(application), 'SIGKILL'),
    },
    { title: 'a closed terminal', act: ({ npm }) => process.kill(-npm.pid!, 'SIGHUP') },
  ];
  for (const { title, act } of endings) {
    test(`leaves no process after ${title}, and data that start again`, async (t) => {
      const application = await start();
      t.diagnostic(`healthy after ${await untilHealthy(application)} ms`);
      const since = Date.now();
      act(application);
      const gone = await eventually(() => processesOf(application).length === 0, LEAVES_WITHIN_MS);
      assert.ok(gone, `still there: ${processesOf(application).join(', ')}\n${application.output()}`);
      t.diagnostic(`gone after ${Date.now() - since} ms`);
    });
  }

  test('starts at once after a SIGKILL, without waiting for the former one to leave', async () => {
    const killed = await start();
    await untilHealthy(killed);
    killed.npm.kill('SIGKILL');
    const next = await start();
    await untilHealthy(next);
    await stop(next);
  });

  test('brings PostgreSQL back within 5 s of a kill -9, and says 503 meanwhile', async (t) => {
    const application = await start();
    await untilHealthy(application);
    for (let kill = 1; kill <= 3; kill++) {
      process.kill(mainPostgresOf(dataDir), 'SIGKILL');
      const since = Date.now();
      const seen = new Set<number | undefined>();
      const back = await eventually(async () => {
        const found = await health(application);
        seen.add(found?.status);
        return found?.status === 200 && seen.has(503);
      }, 5_000);
      assert.ok(back, `/sante said ${[...seen].join(', ')}\n${application.output()}`);
      t.diagnostic(`kill ${kill}: back after ${Date.now() - since} ms, /sante said ${[...seen].join(', ')}`);
      assert.ok(!seen.has(undefined), 'it never stopped answering');
    }
    await stop(application);
  });
});

async function stop(application: Application): Promise<void> {
  application.npm.kill('SIGTERM');
  await application.ended;
  assert.ok(await eventually(() => processesOf(application).length === 0, LEAVES_WITHIN_MS));
}

/** npm and its shell's replacement are the only two processes that carry this data folder in their environment. */
function serverOf(application: Application): number {
  const others = new Set([application.npm.pid, ...postgresOf(dataDir)]);
  const server = processesOf(application).find((pid) => !others.has(pid));
  assert.ok(server !== undefined);
  return server;
}
