import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { statement } from './statement.ts';
import { rolledBack, testDatabase } from './testing.ts';

const db = await testDatabase();

const pair = statement<{ first: number; second: string }, { a: number; b: string; c: number }>(
  (value) => sql`
    select ${value('first')}::int as a, ${value('second')}::text as b, ${value('first')}::int + ${1}::int as c`,
);

test('each run gives its own values to the same statement, one used twice and a constant included', async () => {
  assert.deepEqual(await pair(db, { first: 1, second: 'un' }), [{ a: 1, b: 'un', c: 2 }]);
  assert.deepEqual(await pair(db, { first: 7, second: 'sept' }), [{ a: 7, b: 'sept', c: 8 }]);
});

test('a statement runs inside a transaction like any query', async () => {
  const add = statement<{ code: string }, object>(
    (value) => sql`insert into academie (code, name) values (${value('code')}, 'Essai')`,
  );
  const find = statement<{ code: string }, { name: string }>(
    (value) => sql`select name from academie where code = ${value('code')}`,
  );
  await rolledBack(db, async (trx) => {
    await add(trx, { code: '99' });
    assert.deepEqual(await find(trx, { code: '99' }), [{ name: 'Essai' }]);
  });
  assert.deepEqual(await find(db, { code: '99' }), []);
});
