import { sql } from 'kysely';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Place } from '../counts/place.ts';
import type { Dropout, Matched, YearFigures } from './dropout.ts';
import type { Figure } from './figure.ts';
import type { ComparisonFigure, SchoolFigure } from './import.ts';

/** The figures of a place year by year, the change in the schools that gave two years, and what to compare it with. */
export async function readDropout(db: Db, place: Place): Promise<Dropout> {
  const inPlace = {
    school: sql`f.school = ${place.code}`,
    academie: sql`s.academie = ${place.code}`,
    nation: sql`true`,
  }[place.scope];
  const years = await sql<YearFigures>`
    select f.school_year as year,
      json_build_object('left', count(f.left_without_solution), 'halfDays', count(f.half_days_missed),
        'afterThird', count(f.continued_after_third)) as schools,
      coalesce(sum(f.enrolled) filter (where f.left_without_solution is not null), 0) as enrolled,
      coalesce(sum(f.left_without_solution), 0) as left,
      coalesce(sum(f.half_days_due) filter (where f.half_days_missed is not null), 0) as "halfDaysDue",
      coalesce(sum(f.half_days_missed), 0) as "halfDaysMissed",
      coalesce(sum(f.finished_third) filter (where f.continued_after_third is not null), 0) as "finishedThird",
      coalesce(sum(f.continued_after_third), 0) as "continuedAfterThird"
    from school_figure as f join school as s on s.uai = f.school
    where ${inPlace}
    group by f.school_year order by f.school_year`.execute(db);
  const known = years.rows.filter(({ enrolled }) => enrolled > 0).map(({ year }) => year);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) {
    return { years: years.rows, matched: null, comparison: null };
  }
  const pairs = await sql<Record<'schools' | 'beforeLeft' | 'before' | 'afterLeft' | 'after', number>>`
    select count(*) as schools,
      coalesce(sum(f.left_without_solution), 0) as "beforeLeft", coalesce(sum(f.enrolled), 0) as before,
      coalesce(sum(l.left_without_solution), 0) as "afterLeft", coalesce(sum(l.enrolled), 0) as after
    from school_figure as f
    join school_figure as l on l.school = f.school and l.school_year = ${last} and l.left_without_solution is not null
    join school as s on s.uai = f.school
    where ${inPlace} and f.school_year = ${first} and f.left_without_solution is not null`.execute(db);
  const { schools, beforeLeft, before, afterLeft, after } = pairs.rows[0]!;
  if (schools === 0) return { years: years.rows, matched: null, comparison: null };
  const matched: Matched = {
    schools,
    first,
    last,
    before: { successes: beforeLeft, trials: before },
    after: { successes: afterLeft, trials: after },
  };
  return { years: years.rows, matched, comparison: await readComparisonOf(db, place, matched) };
}

async function readComparisonOf(
  db: Db,
  place: Place,
  { first, last }: Matched,
): Promise<Dropout['comparison']> {
  if (place.scope !== 'academie') return null;
  const rows = await db
    .selectFrom('comparison_figure')
    .selectAll()
    .where('academie', '=', place.code)
    .where('school_year', 'in', [first, last])
    .orderBy('school_year')
    .execute();
  const [before, after] = rows;
  if (!before || !after) return null;
  const rate = (row: typeof before) => ({ successes: row.left_without_solution, trials: row.enrolled });
  return { before: rate(before), after: rate(after), source: after.source, licence: after.licence };
}

/** The figures a school has given, the latest first. */
export async function findFigures(db: Db, school: string): Promise<Figure[]> {
  return db
    .selectFrom('school_figure')
    .select([
      'school_year as year',
      'enrolled',
      'left_without_solution as leftWithoutSolution',
      'half_days_due as halfDaysDue',
      'half_days_missed as halfDaysMissed',
      'finished_third as finishedThird',
      'continued_after_third as continuedAfterThird',
      'source',
    ])
    .where('school', '=', school)
    .orderBy('school_year', 'desc')
    .execute();
}

/** Records the figures of a year, over those of the same year. The caller has checked whose they are. */
export async function recordFigures(
  db: Db,
  viewer: Viewer,
  figures: readonly SchoolFigure[],
  { now, how }: { now: Date; how: 'school-figures-recorded' | 'school-figures-imported' },
): Promise<void> {
  if (figures.length === 0) return;
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('school_figure')
      .values(
        figures.map((figure) => ({
          school: figure.school,
          school_year: figure.year,
          enrolled: figure.enrolled,
          left_without_solution: figure.leftWithoutSolution,
          half_days_due: figure.halfDaysDue,
          half_days_missed: figure.halfDaysMissed,
          finished_third: figure.finishedThird,
          continued_after_third: figure.continuedAfterThird,
          source: figure.source,
          entered_by: viewer.personId,
          entered_at: now,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['school', 'school_year']).doUpdateSet((row) => ({
          enrolled: row.ref('excluded.enrolled'),
          left_without_solution: row.ref('excluded.left_without_solution'),
          half_days_due: row.ref('excluded.half_days_due'),
          half_days_missed: row.ref('excluded.half_days_missed'),
          finished_third: row.ref('excluded.finished_third'),
          continued_after_third: row.ref('excluded.continued_after_third'),
          source: row.ref('excluded.source'),
          entered_by: row.ref('excluded.entered_by'),
          entered_at: row.ref('excluded.entered_at'),
        })),
      )
      .execute();
    const schools = [...new Set(figures.map(({ school }) => school))];
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: how,
      subject: schools.length === 1 ? `school ${schools[0]}` : `${schools.length} schools`,
    });
  });
}

export async function findSchoolsOf(db: Db, academie: string): Promise<Set<string>> {
  const rows = await db.selectFrom('school').select('uai').where('academie', '=', academie).execute();
  return new Set(rows.map(({ uai }) => uai));
}

/** Replaces the comparison figures of an académie. */
export async function recordComparison(
  db: Db,
  viewer: Viewer,
  academie: string,
  figures: readonly ComparisonFigure[],
  { source, licence, now }: { source: string; licence: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('comparison_figure').where('academie', '=', academie).execute();
    await trx
      .insertInto('comparison_figure')
      .values(
        figures.map(({ year, enrolled, leftWithoutSolution }) => ({
          academie,
          school_year: year,
          enrolled,
          left_without_solution: leftWithoutSolution,
          source,
          licence,
          entered_by: viewer.personId,
          entered_at: now,
        })),
      )
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'comparison-imported',
      subject: `académie ${academie}`,
    });
  });
}
