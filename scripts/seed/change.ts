import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../src/database/connection.ts';
import { percentile } from './percentile.ts';

const CHANGES = 200;

/** How long one more answer of a young person and one more rating take, counts included, each in its own transaction. */
export async function measureChange(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ id: string; signal: string }>`
    select f.id, w.signal from follow_up as f join watched_signal as w on w.follow_up_id = f.id and w.place = 1
    where not exists (select from young_questionnaire as q where q.follow_up_id = f.id)
    limit ${CHANGES}`.execute(db);
  const answers: number[] = [];
  const ratings: number[] = [];
  for (const { id, signal } of rows) {
    answers.push(
      await timeOf(
        sql`insert into young_questionnaire
          (id, follow_up_id, instrument, occasion, code_hash, created_at, expires_at, answers, answered_at)
        values (${randomUUID()}, ${id}, 'efficacite-jeune', 'before', sha256(${randomUUID()}::text::bytea), now(), now(),
          '{1,2,3,4,3,2,2,3}', now())`,
      ),
    );
    ratings.push(
      await timeOf(
        sql`insert into signal_rating (id, follow_up_id, signal, level, observed_on, recorded_at)
        values (${randomUUID()}, ${id}, ${signal}, 1, '2026-11-20', now())`,
      ),
    );
  }
  return {
    'answer p50 ms': percentile(answers, 0.5),
    'answer p95 ms': percentile(answers, 0.95),
    'rating p50 ms': percentile(ratings, 0.5),
    'rating p95 ms': percentile(ratings, 0.95),
  };

  async function timeOf(statement: ReturnType<typeof sql>): Promise<number> {
    const begun = performance.now();
    await statement.execute(db);
    return performance.now() - begun;
  }
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
