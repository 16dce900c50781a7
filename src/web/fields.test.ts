import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { readForm, readQuery } from './fields.ts';

const server = new Hono()
  .get('/', (http) => http.json(Object.entries(readQuery(http))))
  .post('/', async (http) => http.json(Object.entries(await readForm(http))));

async function sent(body: string): Promise<unknown> {
  return (await server.request('/', { method: 'POST', body })).json();
}
async function asked(query: string): Promise<unknown> {
  return (await server.request(`/?${query}`)).json();
}

test('every value of a name is kept, in the order sent', async () => {
  for (const read of [sent, asked]) {
    assert.deepEqual(await read('option=b&nom=Mila&option=a'), [
      ['option', ['b', 'a']],
      ['nom', ['Mila']],
    ]);
  }
});

test('NUL, which no database stores, is dropped from values', async () => {
  for (const read of [sent, asked]) assert.deepEqual(await read('nom=Mi%00la%00'), [['nom', ['Mila']]]);
});

test('names that every object has are names like others', async () => {
  assert.deepEqual(await sent('__proto__=a&constructor=b&__proto__=c'), [
    ['__proto__', ['a', 'c']],
    ['constructor', ['b']],
  ]);
});

test('accents, spaces and signs arrive as typed, and bytes that are no text do no harm', async () => {
  assert.deepEqual(await sent('nom=L%C3%A9a+%26+No%C3%A9&vide=&seul'), [
    ['nom', ['Léa & Noé']],
    ['vide', ['']],
    ['seul', ['']],
  ]);
  assert.deepEqual(await sent('nom=%FF%'), [['nom', ['\ufffd%']]]);
  assert.deepEqual(await sent(''), []);
});

test('a form of 64 kB of one name is read at once', async () => {
  const started = performance.now();
  const fields = await sent('a&'.repeat(32_000));
  assert.ok(performance.now() - started < 1_000);
  assert.deepEqual(fields, [['a', new Array<string>(32_000).fill('')]]);
});
