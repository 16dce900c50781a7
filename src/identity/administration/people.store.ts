import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Member, memberships } from '../affiliation/membership.store.ts';
import { searchText } from '../schools/search.ts';
import { scopeOf } from './scope.ts';

export const PEOPLE_A_PAGE = 50;

export type PeopleSearch = {
  text: string;
  /** Those who wait for a confirmation, alone. */
  waiting: boolean;
  school: string | null;
  page: number;
};
export type Listed = { id: string; name: string; email: string | null; held: Member[] };

const MOST_WORDS = 5;

/**
 * The people of the viewer’s scope, by name, fifty a page; `more` when others follow. Somebody who is nowhere, or no longer,
 * is found with a national view by their whole address alone, to be given a role.
 */
export async function searchPeople(
  db: Db,
  viewer: Viewer,
  { text, waiting, school, page }: PeopleSearch,
): Promise<{ people: Listed[]; more: boolean }> {
  const typed = text.trim().toLowerCase();
  const words = searchText(text).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const nowhereToo = scopeOf(viewer) === 'all' && typed.includes('@') && !waiting && school === null;
  let query = db
    .selectFrom('person as p')
    .select(['p.id', 'p.display_name as name', 'p.email'])
    .$if(!nowhereToo, (all) =>
      all.where('p.id', 'in', inScope(db, viewer, { waiting, school }).select('m.person_id')),
    )
    .orderBy('p.display_name')
    .orderBy('p.id')
    .limit(PEOPLE_A_PAGE + 1)
    .offset(PEOPLE_A_PAGE * page);
  if (typed.includes('@')) query = query.where('p.email', '=', typed);
  else
    for (const word of words)
      query = query.where(sql<SqlBool>`plain_french(p.display_name) like ${`%${word}%`}`);
  const found = await query.execute();
  const people = found.slice(0, PEOPLE_A_PAGE);
  const held =
    people.length === 0
      ? []
      : await heldBy(
          db,
          viewer,
          people.map(({ id }) => id),
        );
  return {
    people: people.map((one) => ({ ...one, held: held.filter(({ personId }) => personId === one.id) })),
    more: found.length > PEOPLE_A_PAGE,
  };
}

export type Person = {
  id: string;
  name: string;
  email: string | null;
  profession: string | null;
  createdAt: Date;
  held: Member[];
};

/** Somebody of the viewer’s scope, and what they are there; nothing of what they do for themselves. */
export async function findPerson(db: Db, viewer: Viewer, id: string): Promise<Person | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const person = await db
    .selectFrom('person as p')
    .select(['p.id', 'p.display_name as name', 'p.email', 'p.profession', 'p.created_at as createdAt'])
    .where('p.id', '=', id)
    .$if(scopeOf(viewer) !== 'all', (one) =>
      one.where('p.id', 'in', inScope(db, viewer, {}).select('m.person_id')),
    )
    .executeTakeFirst();
  return person && { ...person, held: await heldBy(db, viewer, [id]) };
}

/** How many people wait for somebody of the viewer’s scope to confirm them, heads apart. */
export async function countWaiting(db: Db, viewer: Viewer): Promise<{ heads: number; others: number }> {
  const { rows } = await sql<{ heads: number; others: number }>`
    select count(*) filter (where m.role = 'direction') as heads, count(*) filter (where m.role <> 'direction') as others
    from (${inScope(db, viewer, { waiting: true }).select(['m.id', 'm.role'])}) as m`.execute(db);
  return rows[0]!;
}

function inScope(db: Db, viewer: Viewer, { waiting = false, school = null }: Partial<PeopleSearch>) {
  const scope = scopeOf(viewer);
  return db
    .selectFrom('membership as m')
    .leftJoin('school as s', 's.uai', 'm.school')
    .$if(scope !== 'all', (query) =>
      query.where(sql<SqlBool>`coalesce(s.academie, m.academie) = any(${scope === 'all' ? [] : scope})`),
    )
    .$if(waiting, (query) => query.where('m.confirmed_at', 'is', null))
    .$if(school !== null, (query) => query.where('m.school', '=', school));
}

async function heldBy(db: Db, viewer: Viewer, ids: readonly string[]): Promise<Member[]> {
  const scope = scopeOf(viewer);
  return memberships(db)
    .where('m.person_id', 'in', [...ids])
    .$if(scope !== 'all', (query) =>
      query.where(sql<SqlBool>`coalesce(s.academie, m.academie) = any(${scope === 'all' ? [] : scope})`),
    )
    .orderBy('m.id')
    .execute();
}
