import { type SqlBool, sql } from 'kysely';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { parseSchoolQuery, searchText } from '../schools/search.ts';
import { scopeOf } from './scope.ts';

export type SchoolLine = {
  uai: string;
  name: string;
  kind: string;
  city: string;
  academie: string;
  postcode: string | null;
  sector: 'public' | 'prive' | null;
  inDirectory: boolean;
  /** YYYY-MM-DD */
  closedOn: string | null;
  correctedAt: Date | null;
  confirmed: number;
  waiting: number;
  heads: string[];
};
export type SchoolState = 'open' | 'closed' | 'headless' | 'any';

export const SCHOOLS_A_PAGE = 50;

/** Schools of the viewer’s scope that have what is looked for; those where people are first, when nothing is typed. */
export async function searchAllSchools(
  db: Db,
  viewer: Viewer,
  { text, state, page }: { text: string; state: SchoolState; page: number },
): Promise<{ schools: SchoolLine[]; more: boolean }> {
  const typed = parseSchoolQuery(text);
  let query = schools(db, viewer)
    .orderBy('s.name')
    .orderBy('s.uai')
    .limit(SCHOOLS_A_PAGE + 1)
    .offset(SCHOOLS_A_PAGE * page);
  if (typed?.uai != null) query = query.where('s.uai', 'like', `${typed.uai}%`);
  for (const word of typed?.words ?? [])
    query = query.where(sql<SqlBool>`' ' || s.search_text like ${`% ${word}%`}`);
  // Most schools of a directory have nobody here yet: they are found by their name.
  if (!typed) query = query.where(sql<SqlBool>`exists (select from membership w where w.school = s.uai)`);
  if (state === 'open') query = query.where('s.closed_on', 'is', null);
  if (state === 'closed') query = query.where('s.closed_on', 'is not', null);
  if (state === 'headless')
    query = query.where(
      sql<SqlBool>`not exists (select from membership w where w.school = s.uai and w.role = 'direction' and w.confirmed_at is not null)`,
    );
  const found = await query.execute();
  return { schools: found.slice(0, SCHOOLS_A_PAGE), more: found.length > SCHOOLS_A_PAGE };
}

export async function findSchoolOf(db: Db, viewer: Viewer, uai: string): Promise<SchoolLine | undefined> {
  return schools(db, viewer).where('s.uai', '=', uai).executeTakeFirst();
}

export type Correction = { name: string; city: string; kind: string; closed: boolean };

/** Corrects what the directory says; the next import leaves name, kind and town alone. Null outside the viewer’s scope. */
export async function correctSchool(
  db: Db,
  viewer: Viewer,
  uai: string,
  correction: Correction | 'as-in-the-directory',
  now: Date,
): Promise<'corrected' | null> {
  return inTransaction(db, async (trx) => {
    const school = await findSchoolOf(trx, viewer, uai);
    if (!school) return null;
    if (correction === 'as-in-the-directory') {
      await trx.updateTable('school').set({ corrected_at: null }).where('uai', '=', uai).execute();
    } else {
      const { name, city, kind, closed } = correction;
      await trx
        .updateTable('school')
        .set({
          name,
          city,
          kind,
          search_text: searchText(`${name} ${city}`),
          closed_on: closed ? (school.closedOn ?? dayOf(now)) : null,
          corrected_at: now,
        })
        .where('uai', '=', uai)
        .execute();
    }
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'school-corrected',
      subject: `school ${uai}${correction === 'as-in-the-directory' ? ': as in the directory' : ''}`,
    });
    return 'corrected';
  });
}

function schools(db: Db, viewer: Viewer) {
  const scope = scopeOf(viewer);
  return db
    .selectFrom('school as s')
    .innerJoin('academie as a', 'a.code', 's.academie')
    .select([
      's.uai',
      's.name',
      's.kind',
      's.city',
      'a.name as academie',
      's.postcode',
      's.sector',
      's.in_directory as inDirectory',
      's.closed_on as closedOn',
      's.corrected_at as correctedAt',
      sql<number>`(select count(distinct m.person_id) from membership m
        where m.school = s.uai and m.confirmed_at is not null)`.as('confirmed'),
      sql<number>`(select count(distinct m.person_id) from membership m
        where m.school = s.uai and m.confirmed_at is null)`.as('waiting'),
      sql<string[]>`array(select p.display_name from membership m join person p on p.id = m.person_id
        where m.school = s.uai and m.role = 'direction' and m.confirmed_at is not null order by 1)`.as(
        'heads',
      ),
    ])
    .$if(scope !== 'all', (query) =>
      query.where('s.academie', 'in', scope === 'all' || scope.length === 0 ? [''] : scope),
    );
}
