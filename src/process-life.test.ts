import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { closeServer } from './process-life.ts';

async function serving(answerAfterMs: number) {
  const server = createServer(async (_, response) => {
    await pause(answerAfterMs);
    response.end('fini');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

describe('a server that closes', () => {
  test('lets a running request finish and refuses the next', async () => {
    const { server, address } = await serving(200);
    const running = fetch(address).then((response) => response.text());
    await pause(50);
    const closed = closeServer(server);
    await assert.rejects(fetch(address));
    assert.equal(await running, 'fini');
    await closed;
  });

  test('cuts a request that outlasts the grace', async () => {
    const { server, address } = await serving(5_000);
    const running = assert.rejects(fetch(address));
    await pause(50);
    const since = Date.now();
    await closeServer(server, 200);
    assert.ok(Date.now() - since < 2_000);
    await running;
  });

  test('does not wait for a connection kept open without a request', async () => {
    const { server, address } = await serving(0);
    await (await fetch(address, { headers: { connection: 'keep-alive' } })).text();
    const since = Date.now();
    await closeServer(server);
    assert.ok(Date.now() - since < 1_000);
  });
});
