import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Kysely, sql } from 'kysely';
import { type AbilityState, unpackState } from '../../psychometrics/index.ts';
import { migrate, readMigrations } from './migrate.ts';
import { withEmptyDatabase } from './testing.ts';

const PERSON = '11111111-2222-4333-8444-555555555555';
const PACKED = '20261129_0000_packed_states';

/** Symmetric, with every digit a 64-bit float can have. */
function someState(seed: number): AbilityState {
  const at = (row: number, column: number) => Math.sin(seed + 17 * row * row + column) / 3;
  return {
    mean: Array.from({ length: 16 }, (_, index) => at(index, 40)),
    covariance: Array.from({ length: 256 }, (_, place) => {
      const [row, column] = [Math.floor(place / 16), place % 16];
      return at(Math.max(row, column), Math.min(row, column));
    }),
  };
}

async function insertOldRows(db: Kysely<unknown>, [known, before, after]: AbilityState[]): Promise<void> {
  await sql`insert into person (id, audit_actor, display_name, created_at)
    values (${PERSON}, ${PERSON}, 'Camille', now())`.execute(db);
  await sql`insert into person_ability (person_id, mean, covariance, answers, as_of)
    values (${PERSON}, ${known!.mean}, ${known!.covariance}, 8, now())`.execute(db);
  await sql`insert into evaluation (id, person_id, number, occasion, kind, length, seed, profession, status, drift_months,
      parameter_version, mean_before, covariance_before, mean_after, covariance_after, answers_after, started_at, ended_at)
    values
      (gen_random_uuid(), ${PERSON}, 1, 1, 'stage', 8, 1, 'cpe', 'finished', 0, 'v', ${before!.mean}, ${before!.covariance},
        ${after!.mean}, ${after!.covariance}, 8, now(), now()),
      (gen_random_uuid(), ${PERSON}, 2, 1, 'stage', 8, 1, 'cpe', 'open', 0, 'v', ${after!.mean}, ${after!.covariance},
        null, null, null, now(), null)`.execute(db);
}

test('states kept as lists are the same to the last bit once packed; a series still open has no end', async () => {
  const [known, before, after] = [someState(1), someState(2), someState(3)];
  const migrations = await readMigrations();
  await withEmptyDatabase(async (db) => {
    await migrate(
      db,
      migrations.filter(({ name }) => name < PACKED),
    );
    await insertOldRows(db, [known, before, after]);
    const outcome = await migrate(db, migrations);
    assert.ok('applied' in outcome && outcome.applied.includes(PACKED), JSON.stringify(outcome));

    const abilities = await sql<{ state: Buffer }>`select state from person_ability`.execute(db);
    assert.deepEqual(
      abilities.rows.map(({ state }) => unpackState(state)),
      [known],
    );
    const series = await sql<{ state_before: Buffer; state_after: Buffer | null }>`
      select state_before, state_after from evaluation order by number`.execute(db);
    assert.deepEqual(
      series.rows.map(({ state_before, state_after }) => [
        unpackState(state_before),
        state_after && unpackState(state_after),
      ]),
      [
        [before, after],
        [after, null],
      ],
    );
  });
});
