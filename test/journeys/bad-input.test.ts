import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { theApplication } from './visit/application.ts';
import {
  type Answer,
  beginsASeries,
  Client,
  characterNamed,
  storedAnswers,
  unknown,
  whatIsStored,
} from './visit/client.ts';

const NOBODYS = '/evaluations/11111111-2222-4333-8444-555555555555';

let address: string;
let sofia: Client;
let series: string;

before(async () => {
  ({ address } = await theApplication());
  sofia = await characterNamed(address, 'Sofia Pereira');
  series = await beginsASeries(sofia);
});

/** A French page that says what happened and where to go, and shows nothing of our code. */
function assertHelpful({ html, headers }: Answer, what: string): void {
  assert.match(headers.get('content-type') ?? '', /^text\/html/, what);
  assert.match(html, /^<!doctype html><html lang="fr"/i, what);
  assert.equal(html.match(/<h1/g)?.length, 1, what);
  const [, content = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  assert.match(content, /<a [^>]*href="\/|<button/, `${what}: nothing to do next`);
  const said = html.replace(/<[^>]*>/g, ' ');
  assert.doesNotMatch(said, /\bat .+\.tsx?:\d|node_modules|Error:|\bselect\b.+\bfrom\b/, what);
}

function assertRefused(answer: Answer, status: number, what: string): void {
  assert.equal(answer.status, status, what);
  assertHelpful(answer, what);
}

const SERIES_PAGES = ['', '/questions/1', '/bilan', '/pause', '/questions/1/signalement'];
const SERIES_WRITES = ['/reponses', '/arret', '/questions/1/signalement'];

test('an address that does not exist answers 404 with a way out', async () => {
  const absent = [
    '/nulle-part',
    NOBODYS,
    '/evaluations/',
    '/evaluations/1',
    "/evaluations/1'%20or%20'1'='1",
    '/evaluations/%00',
    `${series}/questions/0`,
    `${series}/questions/2`,
    `${series}/questions/-1`,
    `${series}/questions/un`,
    `${series}/questions/1%00`,
    '/mon-profil/competences/9.9',
    '/mon-profil/competences/__proto__',
    '/essai/0',
    '/essai/4',
    '/essai/1.5',
    '/essai/toString',
    '/assets/absent.js',
    '/mon-compte?modifier=tout',
    '/%2e%2e/%2e%2e/etc/passwd',
  ];
  for (const path of absent) assertRefused(await sofia.get(path), 404, path);
});

test('an address no browser would write is refused without a fault', async () => {
  for (const path of ['/%', '/%E0%A4%A', '/evaluations/%C0%80', `/${'a'.repeat(8_000)}`]) {
    const answer = await sofia.get(path);
    assertRefused(answer, 404, path.slice(0, 40));
  }
});

test('the series of somebody else is refused exactly like one that does not exist', async () => {
  const mathieu = await characterNamed(address, 'Mathieu Benali');
  for (const page of SERIES_PAGES) {
    const theirs = await mathieu.get(`${series}${page}`);
    const nobodys = await mathieu.get(`${NOBODYS}${page}`);
    assertRefused(theirs, 404, page);
    assert.equal(theirs.html, nobodys.html, `${page} tells apart`);
  }
  for (const write of SERIES_WRITES) {
    const fields = { ...unknown(1), message: 'Bonjour' };
    const theirs = await mathieu.post(`${series}${write}`, fields);
    const nobodys = await mathieu.post(`${NOBODYS}${write}`, fields);
    assertRefused(theirs, 404, write);
    assert.equal(theirs.html, nobodys.html, `${write} tells apart`);
  }
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('an answer to a question not served is refused and changes nothing', async () => {
  for (const position of [
    '2',
    '8',
    '0',
    '-1',
    '1.5',
    '',
    'une',
    '1e99',
    '9'.repeat(40),
    '1; drop table answer',
  ]) {
    const answer = await sofia.post(`${series}/reponses`, { ...unknown(1), position });
    assertRefused(answer, 422, `position ${position}`);
  }
  assertRefused(await sofia.post(`${series}/reponses`, {}), 422, 'no position');
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('an empty answer is refused, on the same question', async () => {
  const answer = await sofia.post(`${series}/reponses`, { position: '1' });
  assertRefused(answer, 422, 'empty');
  assert.match(answer.html, /<title>Erreur : Question 1/);
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('an impossible answer is refused, whatever the question expects', async () => {
  const impossible = ['zzz', '__proto__', '-1', '99', '<script>', '\0', 'NaN', "'"];
  for (const value of impossible) {
    const { html } = await sofia.get(`${series}/questions/1`);
    const names = new Set(
      [...html.matchAll(/name="((?:option|rank|to|rating|value)[^"]*)"/g)].map(([, name]) => name!),
    );
    assert.ok(names.size > 0);
    const isNumber = names.has('value') && /^-?\d+$/.test(value);
    if (isNumber) continue;
    const answer = await sofia.post(`${series}/reponses`, [
      ['position', '1'],
      ...[...names].map((name): [string, string] => [name, value]),
    ]);
    assertRefused(answer, 422, `${[...names].join(' ')} = ${JSON.stringify(value)}`);
    assert.ok(!answer.html.includes('<script>'), 'nothing typed becomes markup');
  }
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('the trial refuses the same, and three questions are all it has', async () => {
  const visitor = new Client(address);
  assertRefused(await visitor.post('/essai/1', {}), 422, 'empty');
  assertRefused(await visitor.post('/essai/1', { option: 'zzz' }), 422, 'impossible');
  assertRefused(await visitor.post('/essai/4', { option: 'a' }), 404, 'fourth');
});

test('a body too large is refused before it is read, and says so', async () => {
  const large = { ...unknown(1), option: 'x'.repeat(70_000) };
  assertRefused(await sofia.post(`${series}/reponses`, large), 413, 'a long field');
  const many = Array.from({ length: 9_000 }, (_, index): [string, string] => [`option`, `${index}`]);
  assertRefused(await sofia.post(`${series}/reponses`, many), 413, 'many fields');
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('option=x&'.repeat(9_000)));
      controller.close();
    },
  });
  const unannounced = await sofia.send('POST', `${series}/reponses`, {
    headers: { ...sofia.fromOurPages(), 'content-type': 'application/x-www-form-urlencoded' },
    body: stream,
    duplex: 'half',
  } as RequestInit);
  assertRefused(unannounced, 413, 'a body that does not say its length');
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('a wrong method answers 405 and names the right ones', async () => {
  const wrong: [string, string, string][] = [
    ['GET', '/evaluations', 'POST'],
    ['GET', `${series}/reponses`, 'POST'],
    ['GET', `${series}/arret`, 'POST'],
    ['GET', '/deconnexion', 'POST'],
    ['GET', '/demo/connexion', 'POST'],
    ['POST', '/mon-profil', 'GET'],
    ['POST', '/mes-donnees.json', 'GET'],
    ['POST', `${series}/bilan`, 'GET'],
    ['DELETE', '/mon-compte', 'GET, POST'],
    ['PUT', '/', 'GET'],
    ['PATCH', '/mes-donnees/suppression', 'GET, POST'],
  ];
  for (const [method, path, allowed] of wrong) {
    const answer = await sofia.send(method, path, { headers: sofia.fromOurPages() });
    assertRefused(answer, 405, `${method} ${path}`);
    assert.equal(answer.headers.get('allow'), allowed, `${method} ${path}`);
  }
});

const WRITES = () => [
  '/evaluations',
  `${series}/reponses`,
  `${series}/arret`,
  '/mon-compte',
  '/mes-donnees/suppression',
  '/connexion',
  '/connexion/code',
  '/demo/connexion',
  '/deconnexion',
  '/essai/1',
];
const BODY = 'position=1&action=je-ne-sais-pas&confirmation=effacer';
const FORM = 'application/x-www-form-urlencoded';

test('a write that does not come from a page of the site is refused', async () => {
  const foreign: [string, Record<string, string>][] = [
    ['another origin', { origin: 'https://ailleurs.example' }],
    ['no origin at all', {}],
    ['a hidden origin', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['typed in the address bar', { 'sec-fetch-site': 'none' }],
    ['our origin, another site', { origin: address, 'sec-fetch-site': 'cross-site' }],
    ['another origin, our site', { origin: 'https://ailleurs.example', 'sec-fetch-site': 'same-origin' }],
    ['the same machine, another port', { origin: 'http://localhost:1' }],
  ];
  for (const path of WRITES()) {
    for (const [what, headers] of foreign) {
      const request = { headers: { ...headers, 'content-type': FORM }, body: BODY };
      assertRefused(await sofia.send('POST', path, request), 403, `${path}, ${what}`);
    }
  }
  assert.deepEqual(await storedAnswers(sofia, series), []);
  assert.equal((await sofia.get('/mon-espace')).status, 200, 'still signed in, still there');
});

test('a write of another type than a form is refused', async () => {
  const types = ['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'text/xml', ''];
  for (const path of WRITES()) {
    for (const type of types) {
      const headers = { ...sofia.fromOurPages(), 'content-type': type };
      assertRefused(await sofia.send('POST', path, { headers, body: BODY }), 415, `${path}, ${type}`);
    }
  }
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('signed out in the middle of a question, the answer comes back after signing in', async () => {
  const awa = await characterNamed(address, 'Awa Lambert');
  const started = await beginsASeries(awa);
  const { html } = await awa.get(`${started}/questions/1`);
  const fields = aFirstChoice(html);
  await awa.post('/deconnexion');

  const refused = await awa.post(`${started}/reponses`, fields);
  assertRefused(refused, 401, 'signed out');
  const [, link = ''] = /<main[\s\S]*href="(\/connexion\?suite=[^"]+)"/.exec(refused.html) ?? [];
  const suite = new URL(link.replaceAll('&amp;', '&'), address).searchParams.get('suite');
  assert.ok(suite, 'the way back is in the link');

  const back = await characterNamed(address, 'Awa Lambert');
  assert.deepEqual(await storedAnswers(back, started), [], 'nothing was recorded');
  const resumed = await back.get(suite);
  const question = await back.get(resumed.location!);
  assert.equal(question.status, 200);
  for (const [name, value] of fields.filter(([name]) => name !== 'position')) {
    assert.ok(isChosen(question.html, name, value), `${name} = ${value} is still chosen`);
  }
  assert.equal((await back.post(`${started}/reponses`, fields)).status, 303);
  assert.equal((await storedAnswers(back, started)).length, 1);
});

/** The first possible value of each field of a form: enough to be an answer, or to see that it comes back. */
function aFirstChoice(html: string): [string, string][] {
  const [, form = ''] = /<form[^>]*class="question"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  const fields = new Map([['position', '1']]);
  for (const [, name, value] of form.matchAll(
    /<input type="(?:radio|checkbox)" name="([^"]+)" value="([^"]+)"/g,
  )) {
    if (!fields.has(name!)) fields.set(name!, value!);
  }
  let rank = 0;
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]+)">([\s\S]*?)<\/select>/g)) {
    const values = [...options!.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value!);
    fields.set(name!, values[rank++ % values.length]!);
  }
  if (/name="value"/.test(form)) fields.set('value', '12');
  return [...fields];
}

function isChosen(html: string, name: string, value: string): boolean {
  const [, list] = new RegExp(`<select[^>]*name="${name}">([\\s\\S]*?)</select>`).exec(html) ?? [];
  if (list !== undefined) return new RegExp(`<option value="${value}" selected`).test(list);
  if (name === 'value') return html.includes(`value="${value}"`);
  return new RegExp(`name="${name}" value="${value}" checked`).test(html);
}

test('signed out, every page leads to signing in and no write is made', async () => {
  const visitor = new Client(address);
  for (const path of [
    '/mon-espace',
    '/mon-profil',
    `${series}/questions/1`,
    '/mes-donnees.json',
    '/mon-compte',
  ]) {
    const { status, location } = await visitor.get(path);
    assert.equal(status, 303, path);
    assert.match(location ?? '', /^\/connexion\?suite=/, path);
  }
  for (const path of ['/evaluations', `${series}/reponses`, `${series}/arret`, '/mes-donnees/suppression']) {
    assertRefused(await visitor.post(path, { ...unknown(1), confirmation: 'effacer' }), 401, path);
  }
  const tampered = await visitor.send('GET', '/mon-espace', {
    headers: { cookie: `__Host-session=${'A'.repeat(43)}` },
  });
  assert.equal(tampered.status, 303, 'an invented session opens nothing');
  assert.deepEqual(await storedAnswers(sofia, series), []);
});

test('the same answer sent 20 times at once is recorded once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => sofia.twin().post(`${series}/reponses`, unknown(1))),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1, 'one goes on');
  const others = answers.filter(({ status }) => status !== 303);
  for (const other of others) {
    assertRefused(other, 200, 'the others');
    assert.match(other.html, /Cette réponse est déjà enregistrée/);
  }
  assert.deepEqual(await storedAnswers(sofia, series), [[1, { kind: 'unknown' }]]);
  assert.equal((await sofia.get(series)).location, `${series}/questions/2`, 'one further, not twenty');
});

test('an old answer sent again, or changed, leaves the first one', async () => {
  const { html } = await sofia.get(`${series}/questions/2`);
  const first = aFirstChoice(html).map(([name, value]): [string, string] => [
    name,
    name === 'position' ? '2' : value,
  ]);
  assert.equal((await sofia.post(`${series}/reponses`, first)).status, 303);
  const stored = await storedAnswers(sofia, series);
  assert.equal(stored.length, 2);
  for (const replay of [first, Object.entries(unknown(2)), Object.entries(unknown(1)), [['position', '1']]]) {
    const answer = await sofia.post(`${series}/reponses`, replay as [string, string][]);
    assertRefused(answer, 200, JSON.stringify(replay));
    assert.match(answer.html, /déjà enregistrée/);
  }
  assert.deepEqual(await storedAnswers(sofia, series), stored);
});

test('a series begun 20 times at once is one series', async () => {
  const lea = await characterNamed(address, 'Léa Fontaine');
  const begun = await Promise.all(Array.from({ length: 20 }, () => beginsASeries(lea.twin())));
  assert.equal(new Set(begun).size, 1);
  assert.equal((await whatIsStored(lea)).length, 1);
});

test('a series stopped, or finished, takes no more answers', async () => {
  assert.equal((await sofia.post(`${series}/arret`)).location, `${series}/bilan`);
  assert.equal(
    (await sofia.post(`${series}/arret`)).location,
    `${series}/bilan`,
    'stopping twice is stopping',
  );
  const stored = await storedAnswers(sofia, series);
  assert.equal((await sofia.post(`${series}/reponses`, unknown(3))).location, `${series}/bilan`);
  assert.equal((await sofia.get(`${series}/questions/3`)).location, `${series}/bilan`);
  assert.equal((await sofia.get(`${series}/pause`)).location, `${series}/bilan`);
  assert.deepEqual(await storedAnswers(sofia, series), stored);
});

test('a competence that does not exist cannot be explored', async () => {
  for (const competence of ['9.9', '__proto__', '', "1.1'"]) {
    assertRefused(await sofia.post('/evaluations', { competence }), 404, competence);
  }
});

test('what people type is refused with its reason, and given back', async () => {
  const typed: [string, Record<string, string>, RegExp][] = [
    ['/mon-compte', { modifier: 'nom', nom: '   ' }, /Écrivez le nom/],
    ['/mon-compte', { modifier: 'nom', nom: 'é'.repeat(101) }, /value="é{101}"/],
    ['/mon-compte', { modifier: 'nom', nom: 'Sofia\u0000Pereira' }, /ne savons pas enregistrer/],
    ['/mon-compte', { modifier: 'metier', metier: 'roi' }, /Choisissez votre métier/],
    ['/mon-compte', { modifier: 'etablissement', etablissement: '9999999Z' }, /Choisissez un établissement/],
    ['/mon-compte', { modifier: 'etablissement', etablissement: '\u0000' }, /Choisissez un établissement/],
    ['/mes-donnees/suppression', { confirmation: 'oui' }, /Rien n’a été effacé/],
    [`${series}/questions/1/signalement`, { message: ' \n ' }, /Écrivez ce qui ne va pas/],
    [`${series}/questions/1/signalement`, { message: 'é'.repeat(1_001) }, />\s*é{1001}/],
    ['/connexion/code', { courriel: 'sofia' }, /value="sofia"/],
    ['/connexion/code', { courriel: 'so\u0000fia@example.fr' }, /adresse/],
    ['/connexion', { courriel: 'sofia.pereira@example.fr', code: '12345' }, /value="12345"/],
    ['/connexion', { courriel: 'sofia.pereira@example.fr', code: '000000' }, /n’est pas le bon/],
  ];
  for (const [path, fields, expected] of typed) {
    const what = `${path} ${JSON.stringify(fields).slice(0, 80)}`;
    const answer = await sofia.post(path, fields);
    assertRefused(answer, 422, what);
    assert.match(answer.html, /<title>Erreur : |Où travaillez-vous|Changer d’établissement/, what);
    assert.match(answer.html, expected, what);
  }
  assertRefused(await sofia.post('/demo/connexion', { personne: '\u0000' }), 404, 'a character of nobody');
  for (const text of ['\u0000', '%', '_', "'", '\\', 'é'.repeat(300), '😀😀', '\u202e']) {
    const { status } = await sofia.get(
      `/mon-compte?modifier=etablissement&recherche=${encodeURIComponent(text)}`,
    );
    assert.equal(status, 200, JSON.stringify(text));
  }
});

test('handing over for somebody who is nobody gives the form again', async () => {
  const claire = await characterNamed(address, 'Claire Okafor');
  for (const nobody of ['', '0', "' or '1'='1", NOBODYS.slice('/evaluations/'.length), '\u0000']) {
    const fields = { from: nobody, to: nobody, which: 'toutes', code: '\u202e', leaves: 'oui' };
    const refused = await claire.post('/suivi/passation', fields);
    assertRefused(refused, 422, JSON.stringify(nobody));
    assert.match(refused.html, /<title>Erreur : [\s\S]*Choisissez qui passe la main/);
  }
});

test('names with anything in them are kept as they are and never become markup', async () => {
  const names = [
    'Zoë d’Avril-Œuvrard',
    '<b>Ève</b> & "Luc"',
    '👩🏽‍🏫 Nour',
    '{{7*7}} <%= 7*7 %> #{7*7}',
    "Robert'); drop table person;--",
    '=1+1',
    'مريم',
  ];
  for (const nom of names) {
    assert.equal((await sofia.post('/mon-compte', { modifier: 'nom', nom })).status, 303, nom);
    const { html } = await sofia.get('/mes-donnees.json');
    assert.equal((JSON.parse(html) as { personne: { nom_affiché: string } }).personne.nom_affiché, nom);
    const page = await sofia.get('/mon-espace');
    assertRefused(page, 200, nom);
    assert.ok(!page.html.includes('<b>Ève'), 'no markup');
  }
});

test('headers of protection are on every answer', async () => {
  for (const path of ['/', '/nulle-part', '/essai/1', '/mes-donnees.json', '/connexion']) {
    const { headers } = await sofia.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
  }
  const { headers } = await sofia.get('/mon-profil');
  assert.match(headers.get('cache-control') ?? '', /no-store/, 'a shared computer keeps nothing');
});
