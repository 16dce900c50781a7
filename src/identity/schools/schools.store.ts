import { sql } from 'kysely';
import type { Db } from '../../database/index.ts';
import type { SchoolQuery } from './search.ts';

export type School = {
  uai: string;
  name: string;
  kind: string;
  city: string;
  academie: string;
  /** YYYY-MM-DD; a closed school is no longer chosen, and stays readable. */
  closedOn: string | null;
};

export const MOST_SCHOOLS = 20;

/** At most twenty schools still open, by name; `more` when others match too. */
export async function searchSchools(
  db: Db,
  query: SchoolQuery,
): Promise<{ schools: School[]; more: boolean }> {
  let search = schools(db)
    .where('school.closed_on', 'is', null)
    .orderBy('school.name')
    .orderBy('school.city')
    .orderBy('school.uai')
    .limit(MOST_SCHOOLS + 1);
  if (query.uai !== null) search = search.where('school.uai', 'like', `${query.uai}%`);
  for (const word of query.words) {
    search = search.where(sql<boolean>`' ' || school.search_text like ${`% ${word}%`}`);
  }
  const found = await search.execute();
  return { schools: found.slice(0, MOST_SCHOOLS), more: found.length > MOST_SCHOOLS };
}

export async function findSchool(db: Db, uai: string): Promise<School | undefined> {
  return schools(db).where('school.uai', '=', uai).executeTakeFirst();
}

function schools(db: Db) {
  return db
    .selectFrom('school')
    .innerJoin('academie', 'academie.code', 'school.academie')
    .select([
      'school.uai',
      'school.name',
      'school.kind',
      'school.city',
      'academie.name as academie',
      'school.closed_on as closedOn',
    ]);
}
