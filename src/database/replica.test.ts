import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { lagAt, openReplica } from './replica.ts';
import { withTestDatabase } from './testing.ts';

test('a replica is behind since the primary passed where it is', () => {
  const samples = [
    { at: 0, position: 100n },
    { at: 2_000, position: 100n },
    { at: 4_000, position: 250n },
    { at: 6_000, position: 300n },
  ];
  assert.equal(lagAt(samples, 300n, 7_000), 0);
  assert.equal(lagAt(samples, 400n, 7_000), 0, 'it has had what was written since the look');
  assert.equal(lagAt(samples, 260n, 7_000), 1);
  assert.equal(lagAt(samples, 100n, 7_000), 3);
  assert.equal(lagAt(samples, 99n, 7_000), 7);
  assert.equal(lagAt([], 99n, 7_000), null);
});

test('a database that follows nobody is never read as a replica', async () => {
  await withTestDatabase(async (primary, connectionString) => {
    const told: string[] = [];
    const replica = openReplica({
      primary,
      connectionString,
      maxLagSeconds: 30,
      lookEveryMs: 50,
      onChange: (state, reason) => told.push(`${state}: ${reason}`),
    });
    const seen = await replica.read(async (db) => db === primary);
    assert.equal(seen, true);
    await sql`select pg_sleep(0.2)`.execute(primary);
    assert.equal(await replica.read(async (db) => db === primary), true);
    assert.deepEqual([replica.isUsed(), replica.lagSeconds(), told], [false, null, []]);
    await replica.close();
  });
});
