import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../src/database/connection.ts';
import { percentile } from './percentile.ts';

const CHANGES = 200;

/**
 * What one more answer of a young person costs, then one more rating, counts included, each in its own transaction: how long, and how
 * many pages of 8 kB it asks for, of which the database's own memory lacks some.
 */
export async function measureChange(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ id: string; signal: string }>`
    select f.id, w.signal from follow_up as f join watched_signal as w on w.follow_up_id = f.id and w.place = 1
    where not exists (select from young_questionnaire as q where q.follow_up_id = f.id)
    limit ${CHANGES}`.execute(db);
  const answers = await costOf('answer', ({ id }) =>
    sql`insert into young_questionnaire
        (id, follow_up_id, instrument, occasion, code_hash, created_at, expires_at, answers, answered_at)
      values (${randomUUID()}, ${id}, 'efficacite-jeune', 'before', sha256(${randomUUID()}::text::bytea), now(), now(),
        '{1,2,3,4,3,2,2,3}', now())`.execute(db),
  );
  const ratings = await costOf('rating', ({ id, signal }) =>
    sql`insert into signal_rating (id, follow_up_id, signal, level, observed_on, recorded_at)
      values (${randomUUID()}, ${id}, ${signal}, 1, '2026-11-20', now())`.execute(db),
  );
  return { ...answers, ...ratings };

  async function costOf(
    name: string,
    change: (row: { id: string; signal: string }) => Promise<unknown>,
  ): Promise<Record<string, number>> {
    const before = await pagesAsked(db);
    const times: number[] = [];
    for (const row of rows) {
      const begun = performance.now();
      await change(row);
      times.push(performance.now() - begun);
    }
    const after = await pagesAsked(db);
    return {
      [`${name} p50 ms`]: percentile(times, 0.5),
      [`${name} p95 ms`]: percentile(times, 0.95),
      [`pages a ${name}`]: Math.round((after.asked - before.asked) / rows.length),
      [`${name} lacked`]: Math.round((after.lacked - before.lacked) / rows.length),
    };
  }
}

/** Since the server started, by those who send it queries. */
async function pagesAsked(db: Db): Promise<{ asked: number; lacked: number }> {
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const { rows } = await sql<{ asked: number; lacked: number }>`
    select sum(hits + reads)::float8 as asked, sum(reads)::float8 as lacked
    from pg_stat_io where backend_type = 'client backend'`.execute(db);
  return rows[0]!;
}

/** What the scratch database holds. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from follow_up) as "follow-ups",
      (select sum(cardinality(answers)) from young_questionnaire) as "answers",
      (select count(*) from signal_rating) as "ratings",
      (select count(*) from school) as "schools",
      (select count(*) from indicator_count) as "counts",
      pg_database_size(current_database()) / 1000000 as "megabytes"`.execute(db);
  return rows[0]!;
}
