import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openBalancer } from '../../scripts/load/balancer.ts';
import {
  type Application,
  embeddedAddress,
  eventually,
  processesOf,
  remove,
  startApplication,
  temporaryFolder,
  untilHealthy,
} from './application.ts';

const folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()] as const;
const applications: Application[] = [];
after(async () => {
  for (const folder of [...folders].reverse()) await remove(folder, ...applications);
});

async function start(dataDir: string, databaseUrl?: string): Promise<Application> {
  const application = await startApplication({
    dataDir,
    ...(databaseUrl && { databaseUrl }),
    variables: { DRAIN_SECONDS: '7' },
  });
  applications.push(application);
  await untilHealthy(application, 60_000);
  return application;
}

const portOf = ({ address }: Application) => Number(new URL(address).port);

test('an application that leaves says so, serves until its balancer has looked elsewhere, and cuts nobody', async (t) => {
  const owner = await start(folders[0]);
  const databaseUrl = embeddedAddress(folders[0]);
  const leaving = await start(folders[1], databaseUrl);
  const staying = await start(folders[2], databaseUrl);
  const balancer = await openBalancer([portOf(leaving), portOf(staying)], { probe: '/sante/pret' });
  t.after(() => balancer.close());
  const address = `http://127.0.0.1:${balancer.port}`;

  const ready = await fetch(`${leaving.address}/sante/pret`);
  assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ok' }]);

  let visiting = true;
  let served = 0;
  const cut: string[] = [];
  // Some on a connection kept open, some on a new one each time, some who come back after a while.
  const visitors = Array.from({ length: 24 }, async (_, index) => {
    while (visiting) {
      try {
        const page = await fetch(`${address}/connexion`, {
          headers: index % 3 === 0 ? { connection: 'close' } : {},
        });
        await page.text();
        if (page.status === 200) served += 1;
        else cut.push(String(page.status));
      } catch (error) {
        cut.push(String((error as Error).cause ?? error));
      }
      await pause(index % 3 === 2 ? 1_500 : 40);
    }
  });
  await pause(1_000);
  leaving.npm.kill('SIGTERM');
  const asked = Date.now();
  const told = await eventually(async () => (await statusOf(leaving, '/sante/pret')) === 503, 2_000);
  assert.ok(told, 'it says that it leaves');
  assert.equal(await statusOf(leaving, '/sante/vivant'), 200, 'it is alive all the same');
  assert.equal(await statusOf(leaving, '/connexion'), 200, 'it still serves');
  assert.equal(await leaving.ended, 0, leaving.output());
  t.diagnostic(`left after ${Date.now() - asked} ms, ${served} pages served meanwhile, ${cut.length} cut`);
  await pause(1_000);
  visiting = false;
  await Promise.all(visitors);
  assert.deepEqual(cut, []);
  assert.ok(served > visitors.length, `${served} pages`);
  assert.ok(await eventually(() => processesOf(leaving).length === 0, 5_000));
  assert.ok(processesOf(owner).length > 0);
});

async function statusOf({ address }: Application, path: string): Promise<number | null> {
  const answer = await fetch(`${address}${path}`, { headers: { connection: 'close' } }).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status ?? null;
}
