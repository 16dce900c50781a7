import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { testSite } from '../../test/site.ts';
import { isAnswering, openDatabase } from '../database/index.ts';
import { configureLog } from '../log/index.ts';
import { buildAssets } from './assets.ts';
import { readForm } from './fields.ts';
import { page } from './page/layout.tsx';
import type { Viewer } from './request.ts';
import { anyone, route, signedIn, staff, visitorOfDemonstration } from './route.ts';
import { createServer, type Gate } from './server.ts';

/** Nobody listens there: the database is away. */
const db = openDatabase('postgres://nobody@127.0.0.1:1/none');
after(() => db.destroy());

const viewers: Record<string, Viewer> = Object.fromEntries(
  [false, true].map((welcomed) => [
    welcomed ? 'welcomed' : 'newcomer',
    {
      personId: 'p',
      auditActor: 'a',
      name: 'Camille',
      email: null,
      profession: welcomed ? 'cpe' : null,
      welcomed,
      demonstration: false,
      memberships: [],
    },
  ]),
);

const gone = new WeakSet<object>();

/** The viewer is the one named by a header; « database » asks the database; « leaving » is there only once. */
const gate: Gate = {
  async findViewer(http, app) {
    const who = http.req.header('x-who') ?? '';
    if (who === 'leaving') {
      const left = gone.has(http.req.raw);
      gone.add(http.req.raw);
      return left ? null : { viewer: viewers.welcomed!, read: null };
    }
    if (who === 'database') await app.db.selectFrom('person').selectAll().execute();
    const viewer = viewers[who];
    return viewer ? { viewer, read: null } : null;
  },
  signInFirst: ({ http }) => http.text('sign in first', 401),
};

const bug = new Error('secret of the house');
const routes = [
  route('GET', '/', anyone, (visit) => page(visit, { title: 'Accueil' }, <h1>Accueil ?</h1>)),
  route('GET', '/court', anyone, ({ http }) => http.text('court')),
  route('POST', '/envoi', anyone, async ({ http }) => http.json(await readForm(http))),
  route('GET', '/envoi', anyone, ({ http }) => http.text('formulaire')),
  route('POST', '/action', anyone, ({ http }) => http.text('fait')),
  route('GET', '/eleves/:id', anyone, ({ http }) => http.text(http.req.param('id') ?? '')),
  route('GET', '/compte', signedIn, ({ http, viewer }) => http.text(viewer.name)),
  route('GET', '/mon-espace', staff, ({ http, viewer }) => http.text(viewer.name)),
  route('GET', '/gpds/:id', staff, (visit) => page(visit, { title: 'Une réunion' }, <h1>Une réunion</h1>)),
  route('GET', '/gpdsx', staff, (visit) => page(visit, { title: 'Ailleurs' }, <h1>Ailleurs</h1>)),
  route('GET', '/mails', visitorOfDemonstration, ({ http }) => http.text('mails')),
  route('GET', '/bogue', anyone, () => {
    throw bug;
  }),
  route('GET', '/donnees', anyone, async ({ http, app }) =>
    http.json(await app.db.selectFrom('person').selectAll().execute()),
  ),
];

const assets = await buildAssets({ official: false });
const site = testSite(db, routes, gate);
const server = createServer({ ...site.app, assets }, routes, gate);

const HOST = 'https://perseverance.example';
const PROXIED = { host: 'perseverance.example', 'x-forwarded-proto': 'https' };
const FORM = { origin: HOST, 'content-type': 'application/x-www-form-urlencoded' };

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) {
  const request = { method, headers: { ...PROXIED, ...headers }, ...(body === undefined ? {} : { body }) };
  return server.request(`${HOST}${path}`, request);
}

const REFUSALS: [what: string, status: number, ...Parameters<typeof send>][] = [
  ['an address that does not exist', 404, 'GET', '/nulle-part'],
  ['an address of another depth', 404, 'GET', '/eleves/1/2'],
  ['an address with a sign that no database stores', 404, 'GET', '/eleves/%00'],
  ['a form sent to an address that does not exist', 404, 'POST', '/nulle-part', FORM, 'a=1'],
  ['a page of the demonstration, outside of it', 404, 'GET', '/mails'],
  ['a form sent to a page', 405, 'POST', '/court', FORM, 'a=1'],
  ['a page asked where only forms are received', 405, 'GET', '/action'],
  ['a method nobody uses', 405, 'DELETE', '/eleves/1'],
  ['a form of another site', 403, 'POST', '/envoi', { ...FORM, origin: 'https://other.example' }, 'a=1'],
  [
    'a program that hides where it is',
    403,
    'POST',
    '/envoi',
    { 'content-type': FORM['content-type'] },
    'a=1',
  ],
  ['a body in JSON', 415, 'POST', '/envoi', { ...FORM, 'content-type': 'application/json' }, '{}'],
  ['a file', 415, 'POST', '/envoi', { ...FORM, 'content-type': 'multipart/form-data; boundary=a' }, '--a--'],
  ['a form of more than 64 kB', 413, 'POST', '/envoi', FORM, `a=${'b'.repeat(70_000)}`],
  ['a file that is not ours', 404, 'GET', '/assets/style-0000000000.css'],
  ['a file named to climb out', 404, 'GET', '/assets/..%2F..%2Fpackage.json'],
  ['a page without database', 503, 'GET', '/donnees'],
  ['who is looking, without database', 503, 'GET', '/court', { 'x-who': 'database' }],
  ['an unknown address, without database', 503, 'GET', '/nulle-part', { 'x-who': 'database' }],
];

for (const [what, status, ...request] of REFUSALS) {
  test(`refused with ${status} and a page that says what to do: ${what}`, async () => {
    const response = await send(...request);
    assert.equal(response.status, status);
    const html = await response.text();
    assert.equal(html.match(/<h1>/g)?.length, 1);
    assert.match(html, /<a class="fr-btn"/);
    assert.match(response.headers.get('cache-control') ?? '', /no-store/);
  });
}

test('who sends a form is asked once all of it is there', async () => {
  const order: string[] = [];
  const watched = createServer(
    { ...site.app, assets },
    [route('POST', '/envoi', anyone, async ({ http }) => http.json(await readForm(http)))],
    {
      ...gate,
      async findViewer() {
        order.push('who');
        return null;
      },
    },
  );
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode('nom='));
      for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
      order.push('sent');
      controller.enqueue(new TextEncoder().encode('Camille'));
      controller.close();
    },
  });
  const init = { method: 'POST', headers: { ...PROXIED, ...FORM }, body, duplex: 'half' } as RequestInit;
  const response = await watched.request(`${HOST}/envoi`, init);
  assert.deepEqual(await response.json(), { nom: ['Camille'] });
  assert.deepEqual(order, ['sent', 'who']);
});

test('what does not say that it may be kept is not', async () => {
  const kept = async (path: string) => (await send('GET', path)).headers.get('cache-control');
  assert.equal(await kept('/court'), 'private, no-store');
  assert.equal(await kept('/'), 'private, no-store');
  assert.match((await kept(assets.stylesheet)) ?? '', /immutable/);
});

test('what can be done at an address is said when something else was tried', async () => {
  const allowed = async (method: string, path: string) => (await send(method, path)).headers.get('allow');
  assert.equal(await allowed('DELETE', '/envoi'), 'POST, GET');
  assert.equal(await allowed('GET', '/action'), 'POST');
  assert.equal(await allowed('PUT', '/eleves/7'), 'GET');
});

test('a database that is away is announced as such, with when to come back', async () => {
  assert.equal(await isAnswering(db), false);
  const response = await send('GET', '/donnees');
  assert.equal(response.headers.get('retry-after'), '10');
  assert.match(await response.text(), /déjà enregistrées sont en sécurité/);
});

/** What the test says in the log, which is given back at its end. */
function logOf(t: TestContext): string[] {
  const lines: string[] = [];
  const before = configureLog({ format: 'text', level: 'info', write: (line) => lines.push(line) });
  t.after(() => configureLog(before));
  return lines;
}

test('a bug gives a number that is also in the log, and tells nothing of the house', async (t) => {
  const log = logOf(t);
  const response = await send('GET', '/bogue');
  assert.equal(response.status, 500);
  const html = await response.text();
  const [number] = /\b[0-9A-F]{8}\b/.exec(html) ?? [];
  const [line] = log;
  assert.match(line!, new RegExp(`^incident ${number} GET /bogue Error: ${bug.message}`));
  assert.match(line!, /at .*server\.test/);
  assert.doesNotMatch(html, /secret|server\.test|at .*\.tsx?|node_modules/);
});

test('somebody who erased their account while the page was made is signed out: no bug, no line in the log', async (t) => {
  const log = logOf(t);
  const outcome = async (who: string) => (await send('GET', '/bogue', { 'x-who': who })).status;
  assert.equal(await outcome('leaving'), 401);
  assert.equal(log.length, 0);
  assert.equal(await outcome('welcomed'), 500);
});

test('the log of a bug names the route, never the address asked', async (t) => {
  const log = logOf(t);
  await send('GET', '/bogue?nom=Mila');
  assert.match(log[0]!, /^incident .* GET \/bogue /);
  assert.doesNotMatch(log[0]!, /Mila/);
});

test('every response carries the security headers, refusals and files included', async (t) => {
  logOf(t);
  const requests: Parameters<typeof send>[] = [
    ['GET', '/'],
    ['HEAD', '/'],
    ['POST', '/envoi', FORM, 'a=1'],
    ['GET', '/mon-espace'],
    ['GET', '/mon-espace', { 'x-who': 'newcomer' }],
    ['GET', assets.stylesheet],
    ['GET', '/bogue'],
    ...REFUSALS.map(([, , ...request]) => request),
  ];
  for (const request of requests) {
    const { headers, status } = await send(...request);
    const named = `${request[0]} ${request[1]} ${status}`;
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, named);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', named);
    assert.equal(headers.get('referrer-policy'), 'same-origin', named);
    assert.ok(headers.has('strict-transport-security'), named);
  }
});

test('a file is compressed as the browser likes best, and kept for ever', async () => {
  const sizes = new Map<string, number>();
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const response = await send('GET', assets.stylesheet, { 'accept-encoding': accepted });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-encoding'), encoding);
    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.match(response.headers.get('vary') ?? '', /accept-encoding/i);
    sizes.set(accepted, (await response.arrayBuffer()).byteLength);
  }
  const [br, gzip, whole] = [...sizes.values()] as [number, number, number];
  assert.ok(br < gzip && gzip < whole / 5, `${br} ${gzip} ${whole}`);
});

test('a typeface is sent as it is: it is already compressed', async () => {
  const response = await send('GET', assets.font, { 'accept-encoding': 'gzip, br' });
  assert.equal(response.headers.get('content-encoding'), null);
  assert.equal((await response.arrayBuffer()).byteLength, assets.byPath.get(assets.font)!.body.length);
});

test('a page is compressed, kept nowhere, and written in French spacing', async () => {
  const response = await send('GET', '/', { 'accept-encoding': 'gzip' });
  assert.equal(response.headers.get('content-encoding'), 'gzip');
  assert.equal(response.headers.get('cache-control'), 'private, no-store');
  const html = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
  assert.match(html, /^<!doctype html><html lang="fr"/);
  assert.match(html, /<h1>Accueil\u00a0\?<\/h1>/);
  assert.doesNotMatch(html, / style="| on[a-z]+="|<script>/);
});

test('a page can be asked for its headers alone', async () => {
  const response = await send('HEAD', '/');
  assert.equal(response.status, 200);
  assert.equal(await response.text(), '');
});

test('a form arrives with every value; at 64 kB it still does', async () => {
  const response = await send('POST', '/envoi', FORM, 'option=a&option=b&nom=Mi%00la');
  assert.deepEqual(await response.json(), { option: ['a', 'b'], nom: ['Mila'] });
  const long = await send('POST', '/envoi', FORM, `a=${'b'.repeat(65_534)}`);
  assert.equal(long.status, 200);
});

test('a form too large is refused when its length is not announced either', async () => {
  const chunk = new TextEncoder().encode('b'.repeat(10_000));
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (sent++ < 12) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const request = new Request(`${HOST}/envoi`, {
    method: 'POST',
    headers: { ...PROXIED, ...FORM, 'transfer-encoding': 'chunked' },
    body,
    duplex: 'half',
  } as RequestInit);
  assert.equal((await server.request(request)).status, 413);
});

test('a visitor is asked to sign in, a newcomer to finish their welcome, the others are let in', async () => {
  const outcome = async (path: string, who = '') => {
    const response = await send('GET', path, { 'x-who': who });
    return [response.status, response.headers.get('location')];
  };
  assert.deepEqual(await outcome('/mon-espace'), [401, null]);
  assert.deepEqual(await outcome('/mon-espace', 'newcomer'), [303, '/bienvenue']);
  assert.deepEqual(await outcome('/mon-espace', 'welcomed'), [200, null]);
  assert.deepEqual(await outcome('/compte'), [401, null]);
  assert.deepEqual(await outcome('/compte', 'newcomer'), [200, null]);
});

test('the menu marks the part a page belongs to, even under another address', async () => {
  const marked = async (path: string) => {
    const html = await (await send('GET', path, { 'x-who': 'welcomed' })).text();
    return [...html.matchAll(/<a href="([^"]*)" aria-current="true">/g)].map(([, href]) => href);
  };
  assert.deepEqual(await marked('/gpds/12'), ['/suivi']);
  assert.deepEqual(await marked('/gpdsx'), []);
});

test('a form of another site is refused before anybody looks at who is signed in', async () => {
  const foreign = { ...FORM, origin: 'https://other.example', 'x-who': 'database' };
  assert.equal((await send('POST', '/envoi', foreign, 'a=1')).status, 403);
});

test('the demonstration opens its own pages', async () => {
  const demonstration = testSite(db, routes, gate, { demonstration: true });
  assert.equal((await demonstration.visitor().get('/mails')).status, 200);
});
