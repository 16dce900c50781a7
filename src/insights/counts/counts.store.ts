import { sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import type { Counts, Filter, Place } from './place.ts';

/** Follow-ups began with the platform: no earlier year is counted. */
const FIRST_YEAR = 2020;

/** Adding up more lines than this for one page is remembered for a minute. */
const MANY_LINES = 4_000;
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 300;
const remembered = new WeakMap<Db, Map<string, { at: number; counts: Counts }>>();

/**
 * The counts whose names begin with one of the prefixes, in a place, for a filter. Its cost depends on how many different
 * things are counted there, not on how many young people. What took many lines to add up, as the whole country does, is
 * at most a minute old.
 */
export async function readCounts(
  db: Db,
  place: Pick<Place, 'scope' | 'code'>,
  filter: Filter,
  prefixes: readonly string[],
  now: Date,
): Promise<Counts> {
  const years = filter.year === null ? yearsUntil(now) : [filter.year];
  // In a school levels and ages are added up; in an académie 'all' is a cell of its own.
  const all = place.scope === 'school' ? null : 'all';
  const level = filter.level ?? all;
  const ageBand = filter.ageBand ?? all;
  const kept = remembered.get(db) ?? new Map<string, { at: number; counts: Counts }>();
  remembered.set(db, kept);
  const key = JSON.stringify([place.scope, place.code, years, filter, prefixes]);
  const known = kept.get(key);
  if (known && Math.abs(now.getTime() - known.at) < REMEMBERED_MS) return known.counts;
  const { rows } = await sql<{ measure: string; n: number; lines: number }>`
    select known.measure, sum(known.n) as n, count(*) as lines
    from indicator_cell as cell
    cross join unnest(${prefixes}::text[]) as wanted (prefix)
    cross join lateral (
      -- Apart, so that each cell is looked into at the prefix alone, never read whole.
      select measure, n from indicator_count
      where indicator_count.cell = cell.id
        and measure >= wanted.prefix collate "C" and measure < (wanted.prefix || '~') collate "C"
      offset 0
    ) as known
    where cell.scope = any(${scopesOf(place)}) and cell.school_year = any(${years}::smallint[])
      and cell.kind = ${filter.kind ?? 'all'}
      ${level === null ? sql`` : sql`and cell.level = ${level}`}
      ${ageBand === null ? sql`` : sql`and cell.age_band = ${ageBand}`}
    group by known.measure`.execute(db);
  const counts: Counts = new Map(rows.map(({ measure, n }) => [measure, n]));
  kept.delete(key);
  if (rows.reduce((sum, { lines }) => sum + lines, 0) > MANY_LINES) {
    kept.set(key, { at: now.getTime(), counts });
    const [oldest] = kept.keys();
    if (kept.size > MOST_REMEMBERED && oldest !== undefined) kept.delete(oldest);
  }
  return counts;
}

function scopesOf({ scope, code }: Pick<Place, 'scope' | 'code'>) {
  return scope === 'nation' ? sql`array(select code from academie)` : sql`${[code]}::text[]`;
}

function yearsUntil(now: Date): number[] {
  const last = now.getFullYear() + 1;
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
}

/** The kinds of support that have begun for somebody in a place, the commonest first. */
export async function findKinds(db: Db, place: Pick<Place, 'scope' | 'code'>, now: Date): Promise<string[]> {
  const all = place.scope === 'school' ? sql`` : sql`and cell.level = 'all' and cell.age_band = 'all'`;
  const { rows } = await sql<{ kind: string }>`
    select cell.kind
    from indicator_cell as cell
    join indicator_count as known on known.cell = cell.id and known.measure = 'followed'
    where cell.scope = any(${scopesOf(place)}) and cell.school_year = any(${yearsUntil(now)}::smallint[])
      and cell.kind not in ('all', 'none') ${all}
    group by cell.kind having sum(known.n) > 0
    order by sum(known.n) desc, cell.kind`.execute(db);
  return rows.map(({ kind }) => kind);
}

/** The young people whose follow-up opened in each year, in a place. */
export async function readCohorts(
  db: Db,
  place: Pick<Place, 'scope' | 'code'>,
  now: Date,
): Promise<{ year: number; people: number }[]> {
  const all = place.scope === 'school' ? sql`` : sql`and cell.level = 'all' and cell.age_band = 'all'`;
  const { rows } = await sql<{ year: number; people: number }>`
    select cell.school_year as year, sum(known.n) as people
    from indicator_cell as cell
    join indicator_count as known on known.cell = cell.id and known.measure = 'followed'
    where cell.scope = any(${scopesOf(place)}) and cell.school_year = any(${yearsUntil(now)}::smallint[])
      and cell.kind = 'all' ${all}
    group by cell.school_year having sum(known.n) > 0
    order by cell.school_year`.execute(db);
  return rows;
}

/** The young people of a year by level and age, with what is counted of them. */
export async function readParticipants(
  db: Db,
  place: Pick<Place, 'scope' | 'code'>,
  year: number,
): Promise<{ level: string; ageBand: string; counts: Counts }[]> {
  const { rows } = await sql<{ level: string; ageBand: string; measure: string; n: number }>`
    select cell.level, cell.age_band as "ageBand", known.measure, sum(known.n) as n
    from indicator_cell as cell
    join indicator_count as known on known.cell = cell.id
      and (known.measure in ('followed', 'engaged', 'completed') or known.measure like 'exit:%' or known.measure like 'six-months:%')
    where cell.scope = any(${scopesOf(place)}) and cell.school_year = ${year} and cell.kind = 'all'
      and cell.level <> 'all' and cell.age_band <> 'all'
    group by cell.level, cell.age_band, known.measure
    order by cell.level, cell.age_band`.execute(db);
  const lines = new Map<string, { level: string; ageBand: string; counts: Map<string, number> }>();
  for (const { level, ageBand, measure, n } of rows) {
    const key = `${level} ${ageBand}`;
    const line = lines.get(key) ?? { level, ageBand, counts: new Map<string, number>() };
    lines.set(key, line);
    line.counts.set(measure, n);
  }
  return [...lines.values()];
}

/** What people think of the platform, in the whole country: opinions carry no place. */
export async function readOpinions(db: Db, prefixes: readonly string[]): Promise<Counts> {
  const { rows } = await sql<{ measure: string; n: number }>`
    select known.measure, sum(known.n) as n
    from indicator_cell as cell
    cross join unnest(${prefixes}::text[]) as wanted (prefix)
    cross join lateral (
      -- Apart, so that each cell is looked into at the prefix alone, never read whole.
      select measure, n from indicator_count
      where indicator_count.cell = cell.id
        and measure >= wanted.prefix collate "C" and measure < (wanted.prefix || '~') collate "C"
      offset 0
    ) as known
    where cell.scope = 'france' and cell.kind = 'survey'
    group by known.measure`.execute(db);
  return new Map(rows.map(({ measure, n }) => [measure, n]));
}
