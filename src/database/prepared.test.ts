import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { rolledBack, testDatabase } from './testing.ts';

const db = await testDatabase();

test('a statement is prepared once per connection, unless it selects every column', async () => {
  await rolledBack(db, async (trx) => {
    for (const code of ['01', '02']) {
      await trx.selectFrom('academie').select('name').where('code', '=', code).execute();
      await trx.selectFrom('academie').selectAll().where('code', '=', code).execute();
    }
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      trx,
    );
    assert.deepEqual(
      rows.map(({ statement }) => statement),
      ['select "name" from "academie" where "code" = $1'],
    );
  });
});

test('a column added by a later version breaks no statement of a running one', async () => {
  await rolledBack(db, async (trx) => {
    const read = () => trx.selectFrom('academie').selectAll().where('code', '=', '01').execute();
    await read();
    await sql`alter table academie add column motto text`.execute(trx);
    assert.deepEqual(await read(), []);
  });
});
