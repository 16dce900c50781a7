import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Db } from '../../src/database/connection.ts';
import { findEverybodyDue } from '../../src/learning/reviews/review.store.ts';

/** How long it takes to know who has cards to review, in one query. */
export type ReviewsBench = { people: number; cards: number; due: number; milliseconds: number[] };

const MODULES = 3;
const CARDS_A_MODULE = 4;
const RUNS = 5;
/** A statement may not last longer than a page may. */
const BATCH = 1_000;

/** Puts people with a dozen cards each straight into the database, about a third of the cards due, then asks. */
export async function measureReviews(db: Db, people: number): Promise<ReviewsBench> {
  const now = new Date();
  let cards = 0;
  for (let made = 0; made < people; made += BATCH) {
    cards += await createPeopleWithCards(db, Math.min(BATCH, people - made), now);
  }
  // What autovacuum does in the hour after so many rows.
  await sql`vacuum (analyze) review_card`.execute(db);
  const milliseconds: number[] = [];
  let due = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    due = (await findEverybodyDue(db, now)).length;
    milliseconds.push(performance.now() - began);
  }
  return { people, cards, due, milliseconds };
}

/** Gives the number of cards made. */
async function createPeopleWithCards(db: Db, people: number, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    with made as (
      insert into person (id, audit_actor, display_name, profession, welcomed_at, notice_version, created_at)
      select gen_random_uuid(), gen_random_uuid(), 'Révision', 'enseignant', ${now}, 'bench', ${now}
      from generate_series(1, ${people}::int) returning id
    ), finished as (
      insert into module_progress (person_id, module_id, competence, step, begun_at, finished_at)
      select id, 'bench-' || module, '2.1', 1, ${now}, ${now} from made, generate_series(1, ${MODULES}::int) module
      returning person_id, module_id
    )
    insert into review_card (person_id, module_id, card, due, memory)
    select person_id, module_id, 'c' || card,
      ${now}::timestamptz + make_interval(hours => abs(hashtext(person_id::text || module_id || card)) % 2160 - 720), '{}'
    from finished, generate_series(1, ${CARDS_A_MODULE}::int) card`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export function describeReviews({ people, cards, due, milliseconds }: ReviewsBench): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return `${due} of ${people} people with a review due, ${cards} cards: ${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms (slowest ${sorted.at(-1)!.toFixed(0)})`;
}
