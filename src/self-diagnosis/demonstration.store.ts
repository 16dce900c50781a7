import { randomUUID } from 'node:crypto';
import { dayOf, daysAfter, schoolYearOf } from '../calendar/index.ts';
import type { Content } from '../content/index.ts';
import { type Db, inTransaction, type Trx } from '../database/index.ts';
import { CHARACTERS, SCHOOLS } from '../identity/index.ts';
import type { Answer, Work } from './answering/answers.ts';

/**
 * How many of sixteen who have a class and of eleven around it are at 0, 1, 2, 3, and do not know. The meetings about
 * pupils, the links with families and the coming back are not seen alike.
 */
const SEEN: readonly [number[], number[]][] = [
  [
    [1, 5, 8, 1, 1],
    [2, 4, 2, 0, 3],
  ],
  [
    [1, 7, 7, 0, 1],
    [1, 6, 3, 0, 1],
  ],
  [
    [3, 9, 3, 0, 1],
    [2, 5, 1, 0, 3],
  ],
  [
    [9, 4, 1, 0, 2],
    [6, 4, 0, 0, 1],
  ],
  [
    [4, 8, 3, 0, 1],
    [3, 6, 2, 0, 0],
  ],
  [
    [0, 2, 12, 1, 1],
    [0, 1, 8, 2, 0],
  ],
  [
    [7, 6, 2, 0, 1],
    [0, 2, 7, 2, 0],
  ],
  [
    [6, 6, 2, 0, 2],
    [0, 2, 6, 3, 0],
  ],
  [
    [3, 4, 1, 0, 8],
    [1, 4, 5, 1, 0],
  ],
  [
    [4, 3, 6, 3, 0],
    [5, 3, 2, 1, 0],
  ],
  [
    [2, 6, 4, 0, 4],
    [1, 5, 4, 0, 1],
  ],
  [
    [1, 4, 8, 2, 1],
    [1, 4, 5, 1, 0],
  ],
  [
    [3, 4, 1, 0, 8],
    [2, 4, 2, 0, 3],
  ],
  [
    [2, 5, 7, 1, 1],
    [1, 4, 5, 1, 0],
  ],
  [
    [2, 5, 3, 0, 6],
    [1, 4, 4, 0, 2],
  ],
  [
    [4, 4, 1, 0, 7],
    [2, 4, 3, 0, 2],
  ],
  [
    [5, 3, 0, 0, 8],
    [3, 4, 1, 0, 3],
  ],
  [
    [2, 3, 2, 0, 9],
    [1, 4, 4, 0, 2],
  ],
  [
    [5, 2, 0, 0, 9],
    [3, 3, 1, 0, 4],
  ],
  [
    [3, 2, 1, 0, 10],
    [2, 3, 3, 0, 3],
  ],
  [
    [4, 6, 2, 0, 4],
    [3, 5, 1, 0, 2],
  ],
];
/** What the collège worked on since last year: absences read each week. A year ago, a third of them saw it. */
const WORKED_ON = 5;
const A_YEAR_AGO: [number[], number[]] = [
  [5, 6, 2, 0, 1],
  [2, 5, 3, 0, 0],
];

type Sheet = { work: Work; answers: Record<string, Answer> };

/** The diagnoses of the demonstration: two years of the collège, and one that the lycée professionnel is answering; once. */
export async function seedSelfDiagnosis(db: Db, { policy, actions }: Content, now: Date): Promise<void> {
  const [college, vocational] = SCHOOLS;
  const known = await db.selectFrom('self_diagnosis').select('id').limit(1).executeTakeFirst();
  if (known) return;
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const year = schoolYearOf(dayOf(now));
  const ids = policy.statements.map(({ id }) => id);
  const sheetsOf = (seen: readonly [number[], number[]][], most: number): Sheet[] =>
    (['class', 'around'] as const).flatMap((work, column) =>
      sheets(
        ids,
        seen.map((pair) => pair[column]!),
        work,
        most,
      ),
    );
  await inTransaction(db, async (trx) => {
    const past = SEEN.map((pair, index) => (index === WORKED_ON ? A_YEAR_AGO : pair));
    await seed(
      trx,
      { school: college.uai, year: year - 1, openedAt: ago(340), closedAt: ago(318) },
      sheetsOf(past, 14),
    );
    const id = await seed(
      trx,
      { school: college.uai, year, openedAt: ago(26), closedAt: ago(5) },
      sheetsOf(SEEN, 16),
    );
    await seed(trx, { school: vocational.uai, year, openedAt: ago(6), closedAt: null }, sheetsOf(SEEN, 4), [
      'Sofia Pereira',
      'Yasmine Le Goff',
    ]);
    const ideas = (theme: string) =>
      actions
        .filter(({ themes, levels }) => levels.includes('college') && themes.some((one) => one === theme))
        .slice(0, 2)
        .map((action) => action.id);
    await trx
      .insertInto('self_diagnosis_priority')
      .values([
        {
          diagnosis_id: id,
          rank: 1,
          statement: 'r08',
          actions: ideas('professionnels-partenariats'),
          what: 'Dire à chaque équipe de classe, en une ligne, ce que le GPDS a décidé pour ses élèves, dans les deux jours',
          who: 'La personne qui anime le GPDS, avec les professeurs principaux',
          due: daysAfter(dayOf(now), 40),
          sign: 'Au conseil de classe, les professeurs savent citer ce qui a été décidé',
          changed_at: ago(3),
        },
        {
          diagnosis_id: id,
          rank: 2,
          statement: 'r10',
          actions: ideas('familles'),
          what: 'Un premier appel à chaque famille de 6e pour dire ce qui va bien, avant tout appel pour un problème',
          who: 'Les professeurs principaux de 6e et une CPE',
          due: daysAfter(dayOf(now), 75),
          sign: 'Nombre de familles appelées, et ce qu’elles disent à la réunion de janvier',
          changed_at: ago(3),
        },
      ])
      .execute();
  });
}

/** People who answer: the same numbers on each line, not the same people. */
function sheets(
  ids: readonly string[],
  seen: readonly (readonly number[])[],
  work: Work,
  most: number,
): Sheet[] {
  const places: readonly Answer[] = [0, 1, 2, 3, 'unknown'];
  const columns = seen.map((counts) =>
    counts.flatMap((count, place) => Array<Answer>(count).fill(places[place]!)),
  );
  const people = Math.min(most, ...columns.map(({ length }) => length));
  return Array.from({ length: people }, (_, person) => ({
    work,
    answers: Object.fromEntries(
      ids.map((id, line) => [id, columns[line]![(person * 3 + line * 5) % columns[line]!.length]!]),
    ),
  }));
}

async function seed(
  trx: Trx,
  {
    school,
    year,
    openedAt,
    closedAt,
  }: { school: string; year: number; openedAt: Date; closedAt: Date | null },
  sheets: readonly Sheet[],
  answered?: readonly string[],
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('self_diagnosis')
    .values({ id, school, school_year: year, policy_version: 1, opened_at: openedAt })
    .execute();
  if (closedAt)
    await trx.updateTable('self_diagnosis').set({ closed_at: closedAt }).where('id', '=', id).execute();
  await trx
    .insertInto('self_diagnosis_sheet')
    .values(
      sheets.map(({ work, answers }) => ({
        id: randomUUID(),
        diagnosis_id: id,
        work,
        answers: JSON.stringify(answers),
      })),
    )
    .execute();
  const here = CHARACTERS.filter(({ memberships }) => memberships.some((one) => one.school === school));
  const people = await trx
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      here.filter(({ name }) => answered?.includes(name) ?? true).map((person) => person.id),
    )
    .execute();
  if (people.length > 0)
    await trx
      .insertInto('self_diagnosis_participant')
      .values(people.map((person) => ({ diagnosis_id: id, person_id: person.id })))
      .execute();
  return id;
}
