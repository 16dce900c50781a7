import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { type Answer, testSite } from '../../test/site.ts';
import { testDatabase } from '../database/testing.ts';
import { gate, identityRoutes } from '../identity/index.ts';
import { anyone, route } from '../web/index.ts';
import { expose } from './exposition.ts';
import { listenForMetrics, metricsRoutes, startMeters } from './index.ts';

const db = await testDatabase();
const TOKEN = 'a-token-long-enough-to-be-one';

function siteWith({ watched = true, token = TOKEN }: { watched?: boolean; token?: string } = {}) {
  const broken = route('GET', '/suivi/:code/essai', anyone, () => {
    throw new Error('a bug of ours');
  });
  const meters = startMeters({ db, replica: null, isLeaving: () => false });
  const { server, app, mails } = testSite(db, [...identityRoutes, ...metricsRoutes, broken], gate, {
    settings: token ? { metricsToken: token } : {},
    ...(watched && { watch: meters }),
  });
  const ask = async (path: string, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await server.request(`http://localhost${path}`, { headers });
    const { status } = response;
    return { status, location: null, html: await response.text(), headers: response.headers };
  };
  return { server, app, mails, meters, ask };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** The value of a line, labels included; undefined where there is none. */
function sampleOf(text: string, line: string): number | undefined {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

describe('who may read /metrics', () => {
  test('whoever knows the token', async () => {
    const { ask, meters } = siteWith();
    const { status, headers, html } = await ask('/metrics', bearer(TOKEN));
    assert.equal(status, 200);
    assert.match(headers.get('content-type')!, /^text\/plain; version=0\.0\.4/);
    assert.equal(sampleOf(html, 'perseverance_ready'), 1);
    meters.stop();
  });

  const refused: [who: string, options: Parameters<typeof siteWith>[0], headers: Record<string, string>][] = [
    ['without a token', {}, {}],
    ['with another token', {}, bearer('a-token-long-enough-to-be-two')],
    ['with the token as a password', {}, { authorization: `Basic ${TOKEN}` }],
    ['where no token was set', { token: '' }, bearer('')],
    ['where nothing is counted', { watched: false }, bearer(TOKEN)],
  ];
  for (const [who, options, headers] of refused) {
    test(`for somebody ${who}, it answers like a page that does not exist`, async () => {
      const { ask, meters } = siteWith(options);
      const absent = await ask('/nulle-part', headers);
      const answer = await ask('/metrics', headers);
      assert.deepEqual([answer.status, answer.html], [404, absent.html]);
      meters.stop();
    });
  }

  test('whoever is on this machine, by a port of its own that serves nothing else', async () => {
    const { meters } = siteWith();
    const port = await freePort();
    const door = await listenForMetrics(port, meters);
    const read = await fetch(`http://127.0.0.1:${port}/metrics`);
    assert.equal(read.status, 200);
    assert.match(await read.text(), /^# TYPE perseverance_database_up gauge$/m);
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 404);
    assert.equal((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status, 404);
    await assert.rejects(listenForMetrics(port, meters), /EADDRINUSE/);
    await door.close();
    meters.stop();
  });
});

describe('what is counted', () => {
  test('requests by pattern and status, never by address; incidents; failed sign-ins', async () => {
    const { ask, server, meters } = siteWith();
    await ask('/suivi/ABCD-1234/essai?nom=Mila');
    await ask('/nulle-part/mila@example.fr');
    await server.request('http://localhost/connexion', {
      method: 'POST',
      headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'courriel=mila%40example.fr&code=123456',
    });
    const text = await meters.read();
    const requests = (labels: string) => sampleOf(text, `perseverance_requests_total{${labels}}`);
    assert.equal(requests('method="GET",route="/suivi/:code/essai",status="500"'), 1);
    assert.equal(requests('method="ANY",route="absent",status="404"'), 1);
    assert.equal(requests('method="POST",route="/connexion",status="422"'), 1);
    assert.equal(sampleOf(text, 'perseverance_incidents_total'), 1);
    assert.equal(sampleOf(text, 'perseverance_sign_in_failures_total'), 1);
    assert.equal(sampleOf(text, 'perseverance_request_seconds_count{kind="page"}'), 2);
    assert.doesNotMatch(text, /mila|ABCD|123456|example\.fr/i);
    meters.stop();
  });

  test('each duration in every bucket above it', async () => {
    const { meters } = siteWith();
    for (const seconds of [0.001, 0.02, 0.3, 60]) {
      meters.request('POST', '/evaluations/:id/reponses', 303, seconds);
    }
    const text = await meters.read();
    const bucket = (le: string) =>
      sampleOf(text, `perseverance_request_seconds_bucket{kind="answer",le="${le}"}`);
    assert.deepEqual(['0.005', '0.025', '0.2', '0.5', '10', '+Inf'].map(bucket), [1, 2, 2, 3, 3, 4]);
    assert.equal(sampleOf(text, 'perseverance_request_seconds_sum{kind="answer"}'), 60.321);
    meters.stop();
  });

  test('the connections to the database, the memory and the lateness of the loop', async () => {
    const { meters } = siteWith();
    const text = await meters.read();
    assert.equal(sampleOf(text, 'perseverance_database_up'), 1);
    assert.equal(sampleOf(text, 'perseverance_database_connections_max'), 10);
    assert.ok(sampleOf(text, 'perseverance_database_connections{state="idle"}')! >= 1);
    assert.equal(sampleOf(text, 'perseverance_database_waiting'), 0);
    assert.ok(sampleOf(text, 'process_resident_memory_bytes')! > 1e7);
    assert.ok(sampleOf(text, 'nodejs_eventloop_lag_seconds{quantile="0.99"}')! >= 0);
    meters.stop();
  });
});

test('what Prometheus could misread is escaped', () => {
  const text = expose([
    { name: 'a', help: 'one\ntwo', type: 'gauge', samples: [{ labels: { x: 'b"\\\n' }, value: 1 }] },
  ]);
  assert.equal(text, '# HELP a one\\ntwo\n# TYPE a gauge\na{x="b\\"\\\\\\n"} 1\n');
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
