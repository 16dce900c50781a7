import { sql } from 'kysely';
import type { Db } from '../../src/database/connection.ts';
import { alone } from './connection.ts';

// A nation of invented schools and young people, written by a few statements. Each person is a number, from which all
// that happened to them is drawn, so that the same number always lived the same.

export const SCHOOLS = 8_000;
const STAFF = 20_000;

/** Uniform on [0, 1), from the number of a person and the name of what is drawn. */
const draw = (name: string) =>
  sql`((hashtextextended(i::text, ${sql.lit(hashOf(name))}) & 1048575) / 1048576.0)`;

function hashOf(name: string): number {
  return [...name].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}

const id = (of: string) =>
  sql`(lpad(to_hex(${sql.lit(hashOf(of))}), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`;

/** How many young people the database already holds: those asked first are the same, always. */
export async function countFollowUps(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from follow_up`.execute(db);
  return rows[0]!.count;
}

/** Schools, their figures of three years, and members of staff who answered. */
export async function seedSchools(dataDir: string): Promise<void> {
  await run(dataDir, [
    sql`insert into academie (code, name) select lpad(n::text, 2, '0'), 'Académie ' || n from generate_series(1, 30) as n`,
    sql`insert into school (uai, name, kind, city, academie, search_text)
      select '000' || lpad(n::text, 4, '0') || substr('ABCDEFGHJKLMNPRSTUVWXYZ', n % 23 + 1, 1), 'Établissement ' || n,
        (array['college', 'college', 'lycee', 'lycee-professionnel'])[n % 4 + 1], 'Ville ' || n,
        lpad((n % 30 + 1)::text, 2, '0'), 'etablissement ' || n
      from generate_series(0, ${sql.lit(SCHOOLS - 1)}) as n`,
    sql`create table seed_school as select row_number() over (order by uai) - 1 as n, uai, academie, kind from school`,
    sql`create unique index on seed_school (n)`,
    sql`insert into school_figure
        (school, school_year, enrolled, left_without_solution, half_days_due, half_days_missed, finished_third,
         continued_after_third, source, entered_at)
      select uai, year, 300 + i % 500, ((300 + i % 500) * (0.02 + 0.05 * ${draw('left')}))::integer,
        case when kind = 'college' then 100000 end, case when kind = 'college' then 5000 + i % 3000 end,
        case when kind = 'college' then 100 end, case when kind = 'college' then 85 + i % 15 end, 'Inventé', now()
      from (select n::integer as i, uai, kind from seed_school) as s cross join generate_series(2023, 2025) as year`,
    sql`insert into person (id, audit_actor, display_name, created_at)
      select ${id('staff')}, ${id('actor')}, 'Personne inventée', now() from generate_series(1, ${sql.lit(STAFF)}) as i`,
    sql`insert into staff_questionnaire
        (person_id, instrument, version, school, academie, school_year, before_answers, before_at, after_answers, after_at)
      select ${id('staff')}, 'efficacite-personnel', 1, uai, academie, 2024 + i % 2,
        ${answers(12, 5, 2.6)}, '2024-10-01', case when i % 3 > 0 then ${answers(12, 5, 3.1)} end,
        case when i % 3 > 0 then '2025-04-01'::date end
      from generate_series(1, ${sql.lit(STAFF)}) as i join seed_school on n = i % ${sql.lit(SCHOOLS)}`,
  ]);
}

/** As many answers as questions, around a mean that goes with the person. */
function answers(questions: number, most: number, mean: number) {
  return sql`(
    select array_agg(greatest(1, least(${sql.lit(most)}, round(${sql.lit(mean)} + 1.6 * (${draw('feeling')} - 0.5)
      + 1.8 * ((hashtextextended(i::text, ${sql.lit(Math.round(mean * 100))} + q) & 1048575) / 1048576.0 - 0.5))))::smallint)
    from generate_series(1, ${sql.lit(questions)}) as q
  )`;
}

/** Young people from one number to another, with everything a team would have noted of them. */
export async function seedFollowUps(dataDir: string, from: number, until: number): Promise<void> {
  const people = sql`(
    select i, uai, kind as school_kind, 2023 + i % 3 as year,
      make_date(2023 + i % 3, 9, 1) + (200 * ${draw('opening')})::integer as opened
    from generate_series(${sql.lit(from)}, ${sql.lit(until - 1)}) as i join seed_school on n = i % ${sql.lit(SCHOOLS)}
  ) as p`;
  const letters = sql.lit('ABCDEFGHJKLMNPQRSTUVWXYZ23456789');
  const letter = (shift: number) => sql`substr(${letters}, ((i >> ${sql.lit(shift)}) & 31) + 1, 1)`;
  const reached = (kind: string, chance: number, days: number) => sql`
    insert into milestone (follow_up_id, kind, on_day, recorded_at)
    select ${id('young')}, ${sql.lit(kind)}, opened + ${sql.lit(days)}, now() from ${people}
    where ${draw('way')} < ${sql.lit(chance)}`;
  const situation = (kind: string, chance: number, days: number, shift: number) => sql`
    insert into milestone (follow_up_id, kind, on_day, situation, recorded_at)
    select ${id('young')}, ${sql.lit(kind)}, opened + ${sql.lit(days)},
      case when ${draw(`after ${kind}`)} < ${sql.lit(0.6 - shift)} then 'education' when ${draw(`after ${kind}`)} < ${sql.lit(0.82 - shift)} then 'training'
        when ${draw(`after ${kind}`)} < ${sql.lit(0.87 - shift)} then 'job' when ${draw(`after ${kind}`)} < 0.94 then 'no-solution' else 'unknown' end, now()
    from ${people} where ${draw('exit')} < ${sql.lit(chance)} and opened + ${sql.lit(days)} < '2026-09-01'`;
  const questionnaire = (occasion: string, asked: number, answered: number, mean: number) => sql`
    insert into young_questionnaire
      (id, follow_up_id, instrument, occasion, code_hash, created_at, expires_at, answers, answered_at)
    select ${id(`asked ${occasion}`)}, ${id('young')}, 'efficacite-jeune', ${sql.lit(occasion)},
      sha256((i || ${sql.lit(occasion)})::bytea), now(), now(),
      case when ${draw('answers')} < ${sql.lit(answered)} then ${answers(8, 4, mean)} end,
      case when ${draw('answers')} < ${sql.lit(answered)} then now() end
    from ${people} where ${draw('answers')} < ${sql.lit(asked)}`;
  const meeting = (number: number, chance: number) => [
    sql`insert into gpds_meeting (id, school, held_on, begun_at, closed_at, prepared_at)
      select ${meetingId(number)}, uai, make_date(year, 11, ${sql.lit(number)}), now(), now(), now()
      from ${people} group by i % ${sql.lit(SCHOOLS)}, uai, year on conflict do nothing`,
    sql`insert into gpds_item (meeting_id, follow_up_id, place, discussed_at)
      select ${meetingId(number)}, ${id('young')},
        1 + (i / ${sql.lit(SCHOOLS * 3)}) % 60, now()
      from ${people} where ${draw('gpds')} < ${sql.lit(chance)} and i / ${sql.lit(SCHOOLS * 3)} < 60`,
  ];
  await run(dataDir, [
    sql`insert into follow_up (id, school, code, level, age_band, school_year, opened_on, informed_on, closed_on, close_reason, fictitious)
      select ${id('young')}, uai,
        ${letter(20)} || ${letter(15)} || '-' || ${letter(10)} || ${letter(5)} || ${letter(0)},
        case when school_kind = 'college' then (array['6e', '5e', '4e', '3e'])[1 + (4 * ${draw('level')})::integer % 4]
          else (array['2de', '1re', 'terminale', 'cap-1', '2de-pro', '1re-pro'])[1 + (6 * ${draw('level')})::integer % 6] end,
        case when school_kind = 'college' then 'under-16' when ${draw('age')} < 0.7 then '16-17' else '18-plus' end,
        year, opened, opened, case when ${draw('exit')} < 0.75 and opened + 240 < '2026-09-01' then opened + 240 end,
        case when ${draw('exit')} < 0.75 and opened + 240 < '2026-09-01' then 'objective-reached' end, true
      from ${people}`,
    reached('spotted', 1, 0),
    reached('contacted', 0.96, 8),
    reached('interviewed', 0.9, 20),
    reached('agreed', 0.8, 30),
    reached('engaged', 0.74, 40),
    reached('completed', 0.58, 200),
    situation('exit', 0.75, 240, 0),
    situation('six-months', 0.6, 420, 0.04),
    situation('twelve-months', 0.5, 600, 0.07),
    sql`insert into support (id, follow_up_id, kind, planned_from, planned_until, started_on, recorded_at)
      select ${id('support')}, ${id('young')},
        (array['tutorat', 'parcours-amenage', 'entretiens', 'mentorat', 'atelier-relais', 'stage', 'rencontre-famille', 'mlds'])[1 + i % 8],
        opened + 40, opened + 200, case when ${draw('way')} < 0.74 then opened + 40 end, now()
      from ${people} where ${draw('way')} < 0.8`,
    ...[0, 1].flatMap((place) => {
      const signal = sql`('S' || lpad((1 + (i + ${sql.lit(place * 5)}) % 11)::text, 2, '0'))`;
      const rating = (name: string, when: number, chance: number, level: ReturnType<typeof draw>) => sql`
        insert into signal_rating (id, follow_up_id, signal, rater, level, observed_on, recorded_at)
        select ${id(`${name} ${place}`)}, ${id('young')}, ${signal}, ${raterOf(name)}, ${level}, opened + ${sql.lit(when)}, now()
        from ${people} where ${draw(`rated ${place} ${name}`)} < ${sql.lit(chance)}`;
      return [
        sql`insert into watched_signal (follow_up_id, signal, place, chosen_on)
          select ${id('young')}, ${signal}, ${sql.lit(place + 1)}, opened from ${people}`,
        rating('entry', 0, 1, sql`(2 + (${draw(`strong ${place}`)} < 0.4)::integer)`),
        rating('later', 190, 0.7, sql`(3 * ${draw(`later ${place}`)})::integer`),
      ];
    }),
    questionnaire('before', 0.85, 0.7, 2.4),
    questionnaire('after', 0.5, 0.4, 2.8),
    questionnaire('six-months', 0.25, 0.15, 2.8),
    ...meeting(1, 0.8),
    ...meeting(2, 0.45),
    sql`insert into gpds_decision (id, follow_up_id, kind, act, who, due, decided_on, outcome, ended_on)
      select ${id('decision')}, ${id('young')}, 'entretien', 'Appeler', 'CPE', opened + 30, opened + 10,
        case when ${draw('done')} < 0.8 then 'done' end, case when ${draw('done')} < 0.8 then opened + 28 end
      from ${people} where ${draw('gpds')} < 0.6`,
  ]);
}

const meetingId = (number: number) =>
  sql`(lpad(to_hex(${sql.lit(number)}), 8, '0') || '-0000-4000-8000-' || lpad(to_hex((i % ${sql.lit(SCHOOLS)}) * 10000 + year), 12, '0'))::uuid`;

/** Two times in three the same person rates again. */
function raterOf(name: string) {
  const staff = (number: ReturnType<typeof sql>) =>
    sql`(lpad(to_hex(${sql.lit(hashOf('staff'))}), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
  return name === 'entry'
    ? staff(sql`1 + i % ${sql.lit(STAFF)}`)
    : staff(sql`1 + (i + (i % 3) / 2) % ${sql.lit(STAFF)}`);
}

/** Triggers and foreign keys are left out while a nation is written: counts are made afterwards, at once. */
async function run(dataDir: string, statements: readonly ReturnType<typeof sql>[]): Promise<void> {
  for (const statement of statements) {
    await alone(dataDir, async (db) => {
      await sql`set session_replication_role = replica`.execute(db);
      await sql`set synchronous_commit = off`.execute(db);
      await statement.execute(db);
    });
  }
}

/** All counts from the files, then the statistics the planner needs. */
export async function countEverything(dataDir: string): Promise<void> {
  await alone(dataDir, async (db) => {
    await sql`set work_mem = '512MB'`.execute(db);
    await sql`set synchronous_commit = off`.execute(db);
    await sql`analyze`.execute(db);
    await sql`select recount_everything()`.execute(db);
    await sql`vacuum analyze indicator_count, indicator_cell, counted_follow_up`.execute(db);
  });
}
