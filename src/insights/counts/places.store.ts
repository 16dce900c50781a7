import type { Db } from '../../database/index.ts';
import { schoolsHeaded, schoolsRun } from '../../follow-up/index.ts';
import type { Viewer } from '../../web/index.ts';
import { NATION, type Place } from './place.ts';

/**
 * The places a viewer may see the figures of, their own first. Whoever runs the GPDS of a school may open all its files
 * and sees exact counts; everybody else, rounded ones. The nation is for everybody.
 */
export async function findPlaces(db: Db, viewer: Viewer): Promise<Place[]> {
  const run = schoolsRun(viewer);
  const schools = [...new Set([...run, ...schoolsHeaded(viewer)])];
  const own = viewer.memberships.flatMap(({ role, academie }) =>
    role === 'academie' && academie ? [academie] : [],
  );
  const national = viewer.memberships.some(({ role }) => role === 'national');
  if (schools.length === 0 && own.length === 0 && !national) return [NATION];

  const known = await db
    .selectFrom('school')
    .select(['uai', 'name', 'academie'])
    .where((where) =>
      where.or([
        where('uai', 'in', schools.length > 0 ? schools : ['']),
        where('academie', 'in', own.length > 0 ? own : ['']),
      ]),
    )
    .orderBy('name')
    .execute();
  const around = known.flatMap(({ uai, academie }) => (schools.includes(uai) ? [academie] : []));
  const academies = await db
    .selectFrom('academie')
    .select(['code', 'name'])
    .$if(!national, (query) => query.where('code', 'in', [...own, ...around]))
    .orderBy('name')
    .execute();

  const school = ({ uai, name }: { uai: string; name: string }): Place => ({
    scope: 'school',
    code: uai,
    name,
    precision: run.includes(uai) ? 'exact' : 'rounded',
    own: schools.includes(uai),
  });
  const mine = known.filter(({ uai }) => schools.includes(uai)).map(school);
  const others = known.filter(({ uai }) => !schools.includes(uai)).map(school);
  const areas = academies.map(
    ({ code, name }): Place => ({
      scope: 'academie',
      code,
      name: `Académie de ${name}`,
      precision: 'rounded',
      own: false,
    }),
  );
  const wide = national && own.length === 0 && mine.length === 0 ? [NATION, ...areas] : [...areas, NATION];
  return [...mine, ...wide, ...others];
}
