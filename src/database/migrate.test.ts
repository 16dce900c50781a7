import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from './connection.ts';
import { type Migration, migrate } from './migrate.ts';
import { withEmptyDatabase } from './testing.ts';

function migration(name: string, text: string, checksum = text): Migration {
  return { name, sql: text, checksum };
}

const people = migration(
  '20260101_0900_people',
  'create table people (id int primary key); create table pets (id int);',
);
const names = migration('20260102_0900_names', 'alter table people add column name text;');

describe('migrations', () => {
  test('are applied in order, once, each whole', async () => {
    await withEmptyDatabase(async (db) => {
      assert.deepEqual(await migrate(db, [people]), { applied: [people.name] });
      assert.deepEqual(await migrate(db, [people, names]), { applied: [names.name] });
      assert.deepEqual(await migrate(db, [people, names]), { applied: [] });
    });
  });

  test('are applied once by instances that start together', async () => {
    await withEmptyDatabase(async (_, connectionString) => {
      const instances = Array.from({ length: 5 }, () => openDatabase(connectionString));
      const outcomes = await Promise.all(instances.map((db) => migrate(db, [people, names])));
      const applied = outcomes.flatMap((outcome) => ('applied' in outcome ? outcome.applied : ['refused']));
      assert.deepEqual(applied.sort(), [people.name, names.name]);
      await Promise.all(instances.map((db) => db.destroy()));
    });
  });

  test('change nothing when one fails', async () => {
    await withEmptyDatabase(async (db) => {
      const wrong = migration(
        '20260103_0900_wrong',
        'create table half (id int); create table people (id int);',
      );
      const outcome = await migrate(db, [people, wrong]);
      assert.equal('refused' in outcome && outcome.refused, 'migration-failed');
      const { rows } = await sql<{ half: string | null }>`select to_regclass('half')::text as half`.execute(
        db,
      );
      assert.deepEqual(rows, [{ half: null }]);
      assert.deepEqual(await migrate(db, [people, names]), { applied: [names.name] });
    });
  });

  test('refuse a database that a later version has changed', async () => {
    await withEmptyDatabase(async (db) => {
      await migrate(db, [people, names]);
      const outcome = await migrate(db, [people]);
      assert.equal('refused' in outcome && outcome.refused, 'schema-newer');
    });
  });

  test('refuse a migration rewritten after it was applied', async () => {
    await withEmptyDatabase(async (db) => {
      await migrate(db, [people]);
      const outcome = await migrate(db, [{ ...people, checksum: 'another' }]);
      assert.equal('refused' in outcome && outcome.refused, 'migration-changed');
    });
  });
});
