import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { isDatabaseAway } from './connection.ts';
import { preparing } from './prepared.ts';
import { rolledBack, testDatabase, withTestDatabase } from './testing.ts';

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

test('a connection whose server fell silent makes nobody else wait, nor its own transaction end late', async () => {
  await withTestDatabase(async (_, connectionString) => {
    const pool = new pg.Pool({ connectionString, max: 1, query_timeout: 400 });
    const impatient = new Kysely({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
    try {
      const began = performance.now();
      const waiting = impatient.transaction().execute((trx) => sql`select pg_sleep(5)`.execute(trx));
      await assert.rejects(waiting, isDatabaseAway);
      const { rows } = await sql<{ one: number }>`select 1 as one`.execute(impatient);
      assert.deepEqual(rows, [{ one: 1 }]);
      const took = performance.now() - began;
      assert.ok(took < 2_000, `${took.toFixed(0)} ms, waiting for a connection that no longer answers`);
    } finally {
      await impatient.destroy();
    }
  });
});
