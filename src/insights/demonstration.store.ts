import { dayOf, schoolYearOf } from '../calendar/index.ts';
import type { Content } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import { SCHOOLS } from '../identity/index.ts';
import type { Viewer } from '../web/index.ts';
import { answerAsStaff } from './efficacy/staff.store.ts';

/**
 * Three years of figures of the invented schools. The collège does better, the lycée professionnel worse for a year then
 * better, the lycée polyvalent hardly moves: effects are not written in advance.
 */
const FIGURES: readonly {
  enrolled: number[];
  left: number[];
  missed?: number[];
  continued?: [number, number][];
}[] = [
  {
    enrolled: [512, 498, 505],
    left: [14, 12, 9],
    missed: [15_900, 14_100, 13_400],
    continued: [
      [124, 113],
      [119, 111],
      [127, 121],
    ],
  },
  { enrolled: [388, 401, 395], left: [41, 44, 35] },
  { enrolled: [934, 921, 940], left: [30, 27, 29] },
];
const HALF_DAYS = 288;

/** Colleagues of nobody: twelve in each school answered before, nine of them again three months later. */
const COLLEAGUES = 36;
const MONTHS_AGO = [200, 95] as const;

/** Figures and answers for the demonstration; once. */
export async function seedInsights(db: Db, content: Content, now: Date): Promise<void> {
  const first = schoolYearOf(dayOf(now)) - 3;
  for (const [index, { enrolled, left, missed, continued }] of FIGURES.entries()) {
    await db
      .insertInto('school_figure')
      .values(
        enrolled.map((pupils, year) => ({
          school: SCHOOLS[index]!.uai,
          school_year: first + year,
          enrolled: pupils,
          left_without_solution: left[year]!,
          half_days_due: missed ? pupils * HALF_DAYS : null,
          half_days_missed: missed?.[year] ?? null,
          finished_third: continued?.[year]?.[0] ?? null,
          continued_after_third: continued?.[year]?.[1] ?? null,
          source: 'Chiffres inventés pour la démonstration',
          entered_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await seedColleagues(db, content, now);
}

async function seedColleagues(db: Db, content: Content, now: Date): Promise<void> {
  const instrument = content.instruments.find(({ id }) => id === 'efficacite-personnel');
  if (!instrument) return;
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  for (let number = 0; number < COLLEAGUES; number += 1) {
    const viewer = await inventColleague(db, number, ago(MONTHS_AGO[0] + 10));
    if (!viewer) return;
    await answerAsStaff(db, viewer, instrument, answersOf(number, 0), ago(MONTHS_AGO[0]));
    await inventOpinion(db, viewer, content, number, ago(15 + (number % 3) * 31));
    // One in four never answered again, and one in six feels less able than before.
    if (number % 4 === 0) continue;
    await answerAsStaff(
      db,
      viewer,
      instrument,
      answersOf(number, number % 6 === 1 ? -2 : 4),
      ago(MONTHS_AGO[1]),
    );
  }
}

/** What they think of the platform after a month: mostly well, less so of the time it takes; one in four passed. */
async function inventOpinion(
  db: Db,
  { personId }: Viewer,
  content: Content,
  number: number,
  at: Date,
): Promise<void> {
  const instrument = content.instruments.find(({ id }) => id === 'satisfaction-mois');
  if (!instrument) return;
  const passed = number % 4 === 3;
  await db
    .insertInto('survey_occasion')
    .values({
      person_id: personId,
      instrument: instrument.id,
      occasion: 'mois',
      outcome: passed ? 'passed' : 'answered',
    })
    .execute();
  if (passed) return;
  const answers = instrument.items.map(({ id }, item) => [
    id,
    2 + ((number * 5 + item * 2) % (item === 4 ? 3 : 4)),
  ]);
  await db
    .insertInto('survey_answer')
    .values({
      id: `d4000000-0000-4000-8000-${String(number + 1).padStart(12, '0')}`,
      instrument: instrument.id,
      version: instrument.version,
      occasion: 'mois',
      month: `${dayOf(at).slice(0, 7)}-01`,
      answers: JSON.stringify(Object.fromEntries(answers)),
    })
    .execute();
}

/** Twelve answers of 1 to 5 around how able somebody feels; `more` are raised by one, or lowered when negative. */
function answersOf(number: number, more: number): number[] {
  return Array.from({ length: 12 }, (_, question) => {
    const feeling = 2 + (number % 3) + ((number * 7 + question * 5) % 4 === 0 ? -1 : 0);
    const moved = (question * 5 + number) % 12 < Math.abs(more) ? Math.sign(more) : 0;
    return Math.min(5, Math.max(1, feeling + moved));
  });
}

/** Somebody who cannot be signed in as; null when they are there already. */
async function inventColleague(db: Db, number: number, at: Date): Promise<Viewer | null> {
  const suffix = String(number + 1).padStart(12, '0');
  const viewer: Viewer = {
    personId: `d2000000-0000-4000-8000-${suffix}`,
    auditActor: `d3000000-0000-4000-8000-${suffix}`,
    name: `Collègue inventé ou inventée ${number + 1}`,
    email: null,
    profession: 'enseignant',
    welcomed: true,
    demonstration: true,
    memberships: [{ role: 'agent', school: SCHOOLS[number % SCHOOLS.length]!.uai, academie: null }],
  };
  const created = await db
    .insertInto('person')
    .values({
      id: viewer.personId,
      audit_actor: viewer.auditActor,
      display_name: viewer.name,
      email: null,
      profession: viewer.profession,
      school_answered: true,
      welcomed_at: at,
      notice_version: null,
      demonstration: true,
      created_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return created ? viewer : null;
}
