import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { closeServer, listen } from './process-life.ts';

async function serving(answerAfterMs: number) {
  const server = createServer(async (_, response) => {
    await pause(answerAfterMs);
    response.end('fini');
  });
  const listening = await listen(server, 0, '127.0.0.1');
  assert.ok('port' in listening);
  return { server, address: `http://127.0.0.1:${listening.port}/`, port: listening.port };
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

test('a port already taken is refused in one line', async () => {
  const { server, port } = await serving(0);
  const second = await listen(createServer(), port, '127.0.0.1');
  assert.ok('refused' in second);
  assert.equal(second.message, `Le port ${port} est déjà pris : choisissez-en un autre avec PORT.`);
  await closeServer(server);
});
