import type { SchoolPolicy } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import { roundToFive } from '../../insights/index.ts';
import type { Answers } from '../answering/answers.ts';
import type { Diagnosis } from '../diagnosis.ts';
import { type Results, resultsOf } from './results.ts';

export type LastYear = {
  results: Results;
  year: number;
  /** How many sent a sheet both years, to the nearest five, of those who still have an account. */
  both: number;
};

/** What is told of a diagnosis: nothing until it is closed. The sheets themselves leave the database for nobody. */
export async function findResults(
  db: Db,
  diagnosis: Diagnosis,
  policy: SchoolPolicy,
): Promise<Results | null> {
  if (diagnosis.closedAt === null) return null;
  const sheets = await db
    .selectFrom('self_diagnosis_sheet')
    .select(['work', 'answers'])
    .where('diagnosis_id', '=', diagnosis.id)
    .execute();
  return resultsOf(
    policy,
    sheets.map(({ work, answers }) => ({ work, answers: answers as Answers })),
  );
}

export async function findLastYear(
  db: Db,
  diagnosis: Diagnosis,
  policy: SchoolPolicy,
): Promise<LastYear | null> {
  const former = await db
    .selectFrom('self_diagnosis')
    .select(['id', 'opened_at as openedAt', 'closed_at as closedAt', 'school_year as year'])
    .where('school', '=', diagnosis.school)
    .where('school_year', '=', diagnosis.year - 1)
    .executeTakeFirst();
  if (!former) return null;
  const results = await findResults(db, { ...diagnosis, ...former }, policy);
  if (!results) return null;
  const both = await db
    .selectFrom('self_diagnosis_participant as now')
    .innerJoin('self_diagnosis_participant as before', 'before.person_id', 'now.person_id')
    .select((count) => count.fn.countAll<number>().as('people'))
    .where('now.diagnosis_id', '=', diagnosis.id)
    .where('before.diagnosis_id', '=', former.id)
    .executeTakeFirstOrThrow();
  return { results, year: former.year, both: roundToFive(both.people) };
}
