import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Db, openDatabase, openReplica, type Replica } from '../../src/database/index.ts';
import { eventually } from './application.ts';
import { type OwnPostgres, startOwnPostgres, withoutServer } from './own-postgres.ts';

const MAX_LAG_SECONDS = 3;
const WITHIN_MS = 60_000;

describe('figures read from a replica in streaming replication', { skip: withoutServer }, () => {
  let server: OwnPostgres;
  let standby: OwnPostgres;
  let primary: Db;
  let replica: Replica;
  const told: string[] = [];
  before(async () => {
    server = await startOwnPostgres();
    primary = openDatabase(server.url('postgres'));
    await sql`create table figure (n int)`.execute(primary);
    standby = await server.follow();
    replica = openReplica({
      primary,
      connectionString: standby.url('postgres'),
      maxLagSeconds: MAX_LAG_SECONDS,
      lookEveryMs: 200,
      onChange: (state, reason) => told.push(`${state}: ${reason}`),
    });
  });
  after(async () => {
    await replica?.close();
    await primary?.destroy();
    await standby?.stop();
    await server?.stop();
  });

  /** Which server answers, and what it holds. */
  const read = () =>
    replica.read(async (db) => {
      const { rows } = await sql<{ standby: boolean; figures: number }>`
        select pg_is_in_recovery() as standby, (select count(*) from figure) as figures`.execute(db);
      return rows[0]!;
    });
  const readsThere = async (there: boolean) =>
    eventually(async () => (await read()).standby === there, WITHIN_MS);

  test('while it follows, it is what answers, with what was just written', async () => {
    assert.ok(await readsThere(true), told.join('\n'));
    await sql`insert into figure select generate_series(1, 10)`.execute(primary);
    assert.ok(await eventually(async () => (await read()).figures === 10, WITHIN_MS));
    assert.ok((await read()).standby);
    assert.ok(replica.lagSeconds()! <= MAX_LAG_SECONDS);
  });

  test('when it falls behind, the primary answers, and every figure is there', async () => {
    const direct = openDatabase(standby.url('postgres'));
    await sql`select pg_wal_replay_pause()`.execute(direct);
    await sql`insert into figure select generate_series(11, 20)`.execute(primary);
    assert.ok(await readsThere(false), told.join('\n'));
    assert.deepEqual(await read(), { standby: false, figures: 20 });
    assert.ok(told.includes('left: too far behind'), told.join('\n'));
    await sql`select pg_wal_replay_resume()`.execute(direct);
    await direct.destroy();
    assert.ok(await readsThere(true), 'it has caught up');
    assert.equal((await read()).figures, 20);
  });

  test('when it is away, the read that broke is made again on the primary', async () => {
    await standby.stop();
    assert.deepEqual(await read(), { standby: false, figures: 20 });
    assert.ok(told.includes('left: away'), told.join('\n'));
  });
});
