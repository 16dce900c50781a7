import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { daysAfter } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { rolledBack, testDatabase } from '../../database/testing.ts';
import { afterSixMonths, type Rating } from '../../follow-up/index.ts';
import { readCounts } from './counts.store.ts';
import { EVERYBODY } from './place.ts';

const db = await testDatabase();
const STAFF = randomUUID();
const RATERS = [randomUUID(), randomUUID()];
const SCHOOLS = ['0000101X', '0000202Y'] as const;

await db
  .insertInto('academie')
  .values([
    { code: '09', name: 'Lille' },
    { code: '17', name: 'Nantes' },
  ])
  .execute();
for (const [index, uai] of SCHOOLS.entries()) {
  await db
    .insertInto('school')
    .values({ uai, name: uai, kind: 'college', city: 'X', academie: ['09', '17'][index]!, search_text: uai })
    .execute();
}
for (const id of [...RATERS, STAFF]) {
  await db
    .insertInto('person')
    .values({ id, audit_actor: randomUUID(), display_name: 'Personne Essai', created_at: new Date() })
    .execute();
}

type Counts = Record<string, number>;

async function readAll(trx: Db): Promise<Counts> {
  const { rows } = await sql<{ key: string; n: number }>`
    select concat_ws(' ', scope, school_year, level, age_band, kind, measure) as key, n
    from indicator_count join indicator_cell on id = cell where n <> 0 order by 1`.execute(trx);
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
}

const answered = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 });

const FOLLOW_UPS: readonly string[] = [0, 1, 2].map(() => randomUUID());
const day = fc.integer({ min: 0, max: 700 }).map((days) => daysAfter('2025-09-01', days));
const which = fc.constantFrom(...FOLLOW_UPS);
const signal = fc.constantFrom('S01', 'S05');

/** One write of any of the rooms that hold something of a young person; null when it has no meaning at that moment. */
const changes = fc.oneof(
  fc.record({ on: day, which }).map(({ on, which }) => open(which, on)),
  fc.record({ on: day, which, kind: fc.constantFrom('contacted', 'agreed', 'completed') }).map(
    ({ on, which, kind }) => sql`
      insert into milestone (follow_up_id, kind, on_day, recorded_at)
      select id, ${kind}, ${on}::date, now() from follow_up where id = ${which} on conflict do nothing`,
  ),
  fc
    .record({
      on: day,
      which,
      kind: fc.constantFrom('exit', 'six-months', 'twelve-months'),
      situation: fc.constantFrom('education', 'no-solution', 'unknown'),
    })
    .map(
      ({ on, which, kind, situation }) => sql`
      insert into milestone (follow_up_id, kind, on_day, situation, recorded_at)
      select id, ${kind}, ${on}::date, ${situation}, now() from follow_up where id = ${which}
      on conflict (follow_up_id, kind) do update set situation = excluded.situation`,
    ),
  which.map(
    (which) => sql`delete from milestone where follow_up_id = ${which} and kind in ('exit', 'agreed')`,
  ),
  fc
    .record({
      which,
      signal,
      on: day,
      level: fc.integer({ min: 0, max: 3 }),
      rater: fc.constantFrom(...RATERS),
    })
    .map(
      ({ which, signal, on, level, rater }) => sql`
      with watched as (
        insert into watched_signal (follow_up_id, signal, place, chosen_on)
        select id, ${signal}, ${Number(signal.slice(1))}, ${on}::date from follow_up where id = ${which}
        on conflict (follow_up_id, signal) do update set chosen_on = watched_signal.chosen_on returning follow_up_id
      )
      insert into signal_rating (id, follow_up_id, signal, rater, level, observed_on, recorded_at)
      select gen_random_uuid(), follow_up_id, ${signal}, ${rater}, ${level}, ${on}::date, now() from watched
      on conflict (follow_up_id, signal, rater, observed_on) do update set level = excluded.level`,
    ),
  fc.record({ which, kind: fc.constantFrom('tutorat', 'entretiens'), on: day }).map(
    ({ which, kind, on }) => sql`
      insert into support (id, follow_up_id, kind, planned_from, planned_until, started_on, recorded_at)
      select gen_random_uuid(), id, ${kind}, ${on}::date, ${on}::date, ${on}::date, now() from follow_up where id = ${which}`,
  ),
  which.map((which) => sql`update support set started_on = null where follow_up_id = ${which}`),
  fc
    .record({
      which,
      occasion: fc.constantFrom('before', 'after', 'six-months'),
      answers: fc.option(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 })),
    })
    .map(
      ({ which, occasion, answers }) => sql`
      insert into young_questionnaire (id, follow_up_id, instrument, occasion, code_hash, created_at, expires_at, answers, answered_at)
      select gen_random_uuid(), id, 'efficacite-jeune', ${occasion}, sha256(gen_random_uuid()::text::bytea), now(), now(),
        ${answers}::smallint[], ${answers === null ? null : new Date()}::timestamptz
      from follow_up where id = ${which}
      on conflict (follow_up_id, instrument, occasion) do update set answers = excluded.answers, answered_at = excluded.answered_at`,
    ),
  fc.record({ which, due: day, outcome: fc.constantFrom(null, 'done') }).map(
    ({ which, due, outcome }) => sql`
      insert into gpds_decision (id, follow_up_id, kind, act, who, due, decided_on, outcome, ended_on)
      select gen_random_uuid(), id, 'entretien', 'Appeler', 'CPE', ${due}::date, ${due}::date, ${outcome},
        ${outcome === null ? null : due}::date
      from follow_up where id = ${which}`,
  ),
  fc
    .record({ which, school: fc.constantFrom(...SCHOOLS), level: fc.constantFrom('4e', '3e') })
    .map(
      ({ which, school, level }) =>
        sql`update follow_up set school = ${school}, level = ${level} where id = ${which}`,
    ),
  fc.record({ which, on: day }).map(
    ({ which, on }) => sql`
      update follow_up set closed_on = greatest(opened_on, ${on}::date), close_reason = 'no-longer-needed' where id = ${which}`,
  ),
  fc.record({ school: fc.constantFrom(null, ...SCHOOLS), before: answered, after: fc.option(answered) }).map(
    ({ school, before, after }) => sql`
      insert into staff_questionnaire
        (person_id, instrument, version, school, academie, school_year, before_answers, before_at, after_answers, after_at)
      values (${STAFF}, 'efficacite-personnel', 1, ${school}, ${school === SCHOOLS[1] ? '17' : '09'}, 2025, ${before},
        '2025-10-01', ${after}, ${after === null ? null : '2026-03-01'})
      on conflict (person_id, instrument)
      do update set after_answers = excluded.after_answers, after_at = excluded.after_at`,
  ),
  fc.constant(sql`delete from staff_questionnaire where person_id = ${STAFF}`),
  fc.record({ on: day, value: fc.integer({ min: 1, max: 5 }) }).map(
    ({ on, value }) => sql`
      insert into survey_answer (id, instrument, version, occasion, month, answers)
      values (gen_random_uuid(), 'satisfaction-mois', 1, 'mois', ${`${on.slice(0, 7)}-01`}::date,
        jsonb_build_object('pratique', ${value}::integer, 'charge', 3))`,
  ),
  fc.constantFrom('answered', 'passed').map(
    (outcome) => sql`
      insert into survey_occasion (person_id, instrument, occasion, outcome)
      values (${STAFF}, 'satisfaction-mois', 'mois', ${outcome}) on conflict do nothing`,
  ),
  fc.constant(sql`delete from survey_occasion where person_id = ${STAFF}`),
  which.map(
    (which) => sql`
      update follow_up set opposed_on = opened_on, closed_on = opened_on, close_reason = 'opposition' where id = ${which}`,
  ),
);

function open(id: string, on: string) {
  const code = `K7-M${'ABC'[FOLLOW_UPS.indexOf(id)]}R`;
  return sql`
    insert into follow_up (id, school, code, level, age_band, school_year, opened_on)
    values (${id}, ${SCHOOLS[0]}, ${code}, '4e', 'under-16', 2025, ${on}::date) on conflict do nothing`;
}

test('whatever is written in whatever order, counts moved change by change are those recounted from the files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 5, maxLength: 40 }), (sequence) =>
      rolledBack(db, async (trx) => {
        for (const id of FOLLOW_UPS) await open(id, '2025-09-15').execute(trx);
        for (const change of sequence) await change.execute(trx);
        const moved = await readAll(trx);
        await sql`select recount_everything()`.execute(trx);
        assert.deepEqual(moved, await readAll(trx));
        assert.ok(Object.values(moved).every((n) => n > 0));
      }),
    ),
    { numRuns: 40 },
  );
});

test('a file erased changes no figure, now or when all is recounted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { minLength: 5, maxLength: 30 }), which, (sequence, erased) =>
      rolledBack(db, async (trx) => {
        for (const id of FOLLOW_UPS) await open(id, '2025-09-15').execute(trx);
        for (const change of sequence) await change.execute(trx);
        const before = await readAll(trx);
        await sql`delete from follow_up where id = ${erased}`.execute(trx);
        assert.deepEqual(await readAll(trx), before);
        await sql`select recount_everything()`.execute(trx);
        assert.deepEqual(await readAll(trx), before);
      }),
    ),
    { numRuns: 20 },
  );
});

test('the database says of a signal after six months what the rule says', async () => {
  const ratings = fc.uniqueArray(
    fc.record({
      rater: fc.constantFrom(...RATERS),
      level: fc.integer({ min: 0, max: 3 }),
      on: fc.integer({ min: 0, max: 300 }).map((days) => daysAfter('2025-08-28', days)),
    }),
    { minLength: 1, maxLength: 6, selector: ({ rater, on }) => `${rater} ${on}` },
  );
  await fc.assert(
    fc.asyncProperty(ratings, (drawn) =>
      rolledBack(db, async (trx) => {
        const [id] = FOLLOW_UPS;
        await open(id!, '2025-08-28').execute(trx);
        await sql`insert into watched_signal (follow_up_id, signal, place, chosen_on) values (${id}, 'S01', 1, '2025-08-28')`.execute(
          trx,
        );
        for (const [order, { rater, level, on }] of drawn.entries()) {
          await sql`
            insert into signal_rating (id, follow_up_id, signal, rater, level, observed_on, recorded_at)
            values (gen_random_uuid(), ${id}, 'S01', ${rater}, ${level}, ${on}::date, ${new Date(Date.UTC(2026, 8, 1, 0, 0, order))})`.execute(
            trx,
          );
        }
        const { rows } = await sql<{ outcome: string | null; sameRater: boolean }>`
          select outcome, same_rater as "sameRater" from signal_after_six_months where follow_up_id = ${id}`.execute(
          trx,
        );
        const said = afterSixMonths(
          drawn.map((rating): Rating => ({ ...rating, signal: 'S01', imported: false })),
        );
        assert.deepEqual(
          rows,
          said.map(({ outcome, sameRater }) => ({
            outcome: outcome === 'unknown' ? null : outcome,
            sameRater,
          })),
        );
      }),
    ),
    { numRuns: 100 },
  );
});

test('changes of the same and of other files at once are all counted, once each', async () => {
  for (const id of FOLLOW_UPS) await open(id, '2025-09-15').execute(db);
  // Two first choices of the same place would refuse one another: the application makes them wait.
  await sql`insert into watched_signal (follow_up_id, signal, place, chosen_on)
    select f.id, s.signal, s.place, '2025-09-15'
    from follow_up f, (values ('S01', 1), ('S02', 2), ('S03', 3), ('S04', 4), ('S05', 5)) s (signal, place)`.execute(
    db,
  );
  const draws = fc.sample(changes, { numRuns: 120, seed: 12 });
  await Promise.all(draws.map((change) => inTransaction(db, async (trx) => change.execute(trx))));
  const moved = await readAll(db);
  assert.ok(Object.keys(moved).length > 100);
  await sql`select recount_everything()`.execute(db);
  assert.deepEqual(moved, await readAll(db));
});

test('what took thousands of lines to add up is a minute old at most; what did not is read each time', async () => {
  await rolledBack(db, async (trx) => {
    const cell = async (scope: string) =>
      (
        await sql<{ id: number }>`
          insert into indicator_cell (scope, school_year, level, age_band, kind)
          values (${scope}, 2025, 'all', 'all', 'all') returning id`.execute(trx)
      ).rows[0]!.id;
    const fill = (id: number, lines: number) =>
      sql`
      insert into indicator_count (cell, measure, n) select ${id}, 'pair:essai:' || i, 1 from generate_series(1, ${lines}) as i
      on conflict (cell, measure) do update set n = indicator_count.n + 1`.execute(trx);
    const read = async (scope: 'nation' | 'academie', minutes: number) =>
      [
        ...(
          await readCounts(
            trx,
            { scope, code: '17' },
            EVERYBODY,
            ['pair:essai:'],
            new Date(Date.UTC(2026, 0, 10, 8, minutes)),
          )
        ).values(),
      ].reduce((sum, n) => sum + n, 0);
    const [many, few] = [await cell('09'), await cell('17')];
    await fill(many, 5_000);
    await fill(few, 10);
    assert.deepEqual([await read('nation', 0), await read('academie', 0)], [5_010, 10]);
    await fill(many, 5_000);
    await fill(few, 10);
    assert.deepEqual([await read('nation', 0), await read('academie', 0)], [5_010, 20]);
    assert.equal(await read('nation', 1), 10_020);
  });
});
