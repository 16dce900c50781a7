import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { inTransaction, isAnswering, isDatabaseAway, openDatabase, withoutValues } from './connection.ts';
import { rolledBack, testDatabase, withTestDatabase } from './testing.ts';

const db = await testDatabase();

describe('the connection', () => {
  test('reads counts as numbers, instants as Dates and days as text', async () => {
    const { rows } = await sql`
      select count(*) as count, timestamptz '2026-03-01 12:00+01' as at, date '2026-03-01' as day from generate_series(1, 3)`.execute(
      db,
    );
    assert.deepEqual(rows, [{ count: 3, at: new Date('2026-03-01T11:00:00Z'), day: '2026-03-01' }]);
  });

  test('refuses a number that JavaScript would round', async () => {
    await assert.rejects(sql`select 9007199254740993::bigint as number`.execute(db), RangeError);
  });

  test('does not answer when no server is there, and says so within a second', async () => {
    const nowhere = openDatabase('postgres://someone:secret@127.0.0.1:9/none');
    assert.equal(await isAnswering(nowhere), false);
    assert.equal(await isAnswering(db), true);
    await assert.rejects(sql`select 1`.execute(nowhere), isDatabaseAway);
    await nowhere.destroy();
  });

  test('an error goes to the log without what somebody wrote', async () => {
    const logged = (statement: Promise<unknown>) =>
      statement.then(String, (error: unknown) => inspect(withoutValues(error)));
    await sql`create table named (name text check (length(name) < 9))`.execute(db);
    const refused = await logged(sql`insert into named values (${'Mila Quintessence'})`.execute(db));
    assert.match(refused, /23514 named_name_check.*\n.* at /);
    assert.doesNotMatch(refused, /Mila/);
    const unread = await logged(sql`select ${'Mila Quintessence'}::uuid`.execute(db));
    assert.match(unread, /22P02/);
    assert.doesNotMatch(unread, /Mila/);
    const bug = new Error('a bug of ours');
    assert.equal(withoutValues(bug), bug);
  });

  test('survives the loss of its connections, even in the middle of a transaction', async () => {
    await withTestDatabase(async (fragile) => {
      await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.02)`.execute(fragile)));
      const interrupted = inTransaction(fragile, async (trx) => {
        await sql`select 1`.execute(trx);
        await sql`
          select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'perseverance'
          and datname = current_database() and pid <> pg_backend_pid()`.execute(fragile);
        await sql`select 1`.execute(trx);
      });
      await assert.rejects(interrupted, isDatabaseAway);
      while (!(await isAnswering(fragile)));
    });
  });
});

describe('a transaction', () => {
  test('runs again when it met a deadlock', async () => {
    await sql`create table account (id int primary key, amount int not null)`.execute(db);
    await sql`insert into account values (1, 0), (2, 0)`.execute(db);
    let runs = 0;
    let holding = 0;
    let go = () => {};
    const bothHold = new Promise<void>((resolve) => {
      go = resolve;
    });
    const addTo = (first: number, second: number) =>
      inTransaction(db, async (trx) => {
        runs++;
        await sql`update account set amount = amount + 1 where id = ${first}`.execute(trx);
        holding++;
        if (holding === 2) go();
        await bothHold;
        await sql`update account set amount = amount + 1 where id = ${second}`.execute(trx);
      });
    await Promise.all([addTo(1, 2), addTo(2, 1)]);
    const { rows } = await sql`select amount from account`.execute(db);
    assert.deepEqual(rows, [{ amount: 2 }, { amount: 2 }]);
    assert.ok(runs > 2, 'one of the two was the victim');
  });

  test('inside another is undone alone when it fails', async () => {
    await rolledBack(db, async (trx) => {
      await sql`create table step (id int)`.execute(trx);
      await inTransaction(trx, (inner) => sql`insert into step values (1)`.execute(inner));
      await assert.rejects(
        inTransaction(trx, async (inner) => {
          await sql`insert into step values (2)`.execute(inner);
          throw new Error('changed my mind');
        }),
        /changed my mind/,
      );
      assert.deepEqual((await sql`select id from step`.execute(trx)).rows, [{ id: 1 }]);
    });
    const { rows } = await sql`select to_regclass('step')::text as step`.execute(db);
    assert.deepEqual(rows, [{ step: null }], 'nothing of a rolled-back test remains');
  });
});
