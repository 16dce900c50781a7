import assert from 'node:assert/strict';
import { after, beforeEach, test } from 'node:test';
import { configureLog, type Level, say, tells } from './log.ts';
import { withoutPeople } from './without-people.ts';

let written: string[];
const before = configureLog({});
after(() => configureLog(before));
beforeEach(() => {
  written = [];
  configureLog({ level: 'info', format: 'json', write: (line) => written.push(line) });
});

test('a line for a machine is one JSON object, with its instant and level', () => {
  say('warn', { event: 'mail-not-sent', reason: 'ECONNREFUSED' });
  assert.equal(written.length, 1);
  assert.match(written[0]!, /^[^\n]+\n$/);
  const { at, ...rest } = JSON.parse(written[0]!);
  assert.match(at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.deepEqual(rest, { level: 'warn', event: 'mail-not-sent', reason: 'ECONNREFUSED' });
});

test('a line for people is what is said', () => {
  configureLog({ format: 'text' });
  say('info', { event: 'said', text: 'PostgreSQL a redémarré.' });
  say('error', { event: 'job-failed', job: 'erase-follow-ups', error: 'PostgreSQL 57014' });
  assert.deepEqual(written, ['PostgreSQL a redémarré.\n', 'job-failed erase-follow-ups PostgreSQL 57014\n']);
});

test('below the level asked for, nothing is said', () => {
  configureLog({ level: 'warn' });
  for (const level of ['debug', 'info'] as Level[]) {
    say(level, { event: 'said', text: 'x' });
    assert.equal(tells(level), false);
  }
  say('error', { event: 'said', text: 'x' });
  assert.equal(written.length, 1);
});

test('an error is said with its place in the code and its cause', () => {
  say('error', {
    event: 'job-failed',
    job: 'x',
    error: new TypeError('nothing there', { cause: new Error('deeper') }),
  });
  const { error } = JSON.parse(written[0]!);
  assert.match(error, /^TypeError: nothing there\n {4}at .*log\.test\.ts:\d+:\d+/);
  assert.match(error, /cause: Error: deeper/);
});

test('an error that repeats what it could not read is said without it', () => {
  try {
    JSON.parse('Mila Quintessence');
  } catch (error) {
    say('error', { event: 'job-failed', job: 'x', error });
  }
  assert.doesNotMatch(written[0]!, /Mila|Quint/);
  assert.match(written[0]!, /SyntaxError/);
});

const CUT: [what: string, text: string, kept: string][] = [
  [
    'an e-mail address',
    'refused: <ines.delattre+a@ac-lyon.example.fr> unknown',
    'refused: <(adresse)> unknown',
  ],
  ['an accented one', 'à léa.dûpré@académie.fr.', 'à (adresse).'],
  [
    'a password in an address',
    'postgres://app:se%40cret@db:5432/base is away',
    'postgres://(compte)@db:5432/base is away',
  ],
  ['a page', 'fetch of https://x.fr/suivi/KX7P-4TQ2 failed', 'fetch of https://x.fr/(page) failed'],
  ['a query', 'GET /a?courriel=a&code=1 failed', 'GET /a?(requête) failed'],
  ['a session', 'token oC5w1VvRkC0p_7lY3o2Qm1x9z4uJ8t-K unknown', 'token (jeton) unknown'],
  ['a number of the database', 'person 0b6f0a5e-7c1d-4a7e-9f0b-3c2d1e0f9a8b absent', 'person (jeton) absent'],
  ['a sign-in code', 'code 482 913 or 482913, refused', 'code (code) or (code), refused'],
];
for (const [what, text, kept] of CUT)
  test(`${what} is cut out`, () => assert.equal(withoutPeople(text), kept));

test('what tells where a bug is stays', () => {
  for (const line of [
    '    at recordAnswerOf (/srv/app/src/assessment/series/answer.store.ts:123456:12)',
    '    at async file:///srv/app/node_modules/@hono/node-server/dist/index.mjs:612:24',
    'PostgreSQL 23505 answer_pkey: duplicate key value violates unique constraint',
    'Le port 65535 est déjà pris : arrêtez l’autre programme',
  ]) {
    assert.equal(withoutPeople(line), line);
  }
});

test('a text that somebody made long holds nobody up', { timeout: 30_000 }, () => {
  for (const piece of ['a', 'a-', '123', 'a@', '?a'])
    assert.ok(withoutPeople(piece.repeat(64_000)).length > 0);
});
