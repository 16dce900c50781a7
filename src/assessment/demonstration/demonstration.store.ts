import { categoryProbabilities, createRandom } from '../../../psychometrics/index.ts';
import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { parametersOf } from '../bank/bank.ts';
import { recordAnswer } from '../series/answer.store.ts';
import { findEvaluation } from '../series/evaluation.store.ts';
import { startEvaluation } from '../series/start.store.ts';
import { PASTS, type Past, type PastSeries } from './pasts.ts';
import { plausibleResponse } from './plausible-response.ts';

const DAY = 86_400_000;

/** Gives the characters their past, by the very path a person takes; does nothing to those who have one. */
export async function seedAssessments(
  db: Db,
  content: Content,
  now: Date,
  pasts: readonly Past[] = PASTS,
): Promise<void> {
  for (const past of pasts) {
    const viewer = await newcomer(db, past.personId);
    if (!viewer) continue;
    for (const [index, series] of past.series.entries()) {
      await liveThrough(db, content, viewer, past, series, index, now);
    }
  }
}

/** The character, when they exist and have answered nothing yet. */
async function newcomer(db: Db, personId: string): Promise<Viewer | null> {
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', personId)
    .where((where) =>
      where.not(where.exists(where.selectFrom('evaluation').select('id').where('person_id', '=', personId))),
    )
    .executeTakeFirst();
  return person
    ? {
        personId,
        auditActor: person.audit_actor,
        name: person.display_name,
        email: person.email,
        profession: person.profession,
        welcomed: true,
        demonstration: true,
        memberships: [],
      }
    : null;
}

async function liveThrough(
  db: Db,
  content: Content,
  viewer: Viewer,
  { personId, ability, leaning = {} }: Past,
  { daysAgo, competence, answersOnly = Number.POSITIVE_INFINITY }: PastSeries,
  index: number,
  now: Date,
): Promise<void> {
  const random = createRandom('demonstration', personId, index);
  const begun = now.getTime() - daysAgo * DAY;
  const started = await startEvaluation(db, viewer, content, {
    competence: competence ?? null,
    seed: random.integer(2 ** 31),
    now: new Date(begun),
  });
  if (!('started' in started)) return;
  for (let position = 1; position <= answersOnly; position++) {
    const found = await findEvaluation(db, viewer, started.started);
    const asked = found?.questions.find((question) => question.position === position);
    if (!asked) return;
    const draw = random.uniform();
    let credit = 0;
    let cumulated = 0;
    for (const [category, probability] of categoryProbabilities(
      parametersOf(asked.question),
      ability + (leaning[asked.question.competence.split('.')[0]!] ?? 0),
    ).entries()) {
      if (draw >= cumulated) credit = category;
      cumulated += probability;
    }
    const response = plausibleResponse(asked.question, credit);
    const at = new Date(begun + position * 70_000);
    await recordAnswer(db, viewer, content, started.started, position, () => response, at);
  }
}
