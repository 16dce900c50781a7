import { dayOf, daysAfter } from '../calendar/index.ts';
import type { Content, Module } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';
import { findCharacter } from './character.store.ts';
import { finishRehearsal } from './decisions/rehearsal.store.ts';
import { seedDialogues } from './dialogues/demonstration.store.ts';
import { beginModule, findProgress, reachStep, recordTry } from './modules/module.store.ts';
import { stepsOf } from './modules/steps.ts';
import { findPlans, lookBack, makePlan } from './plans/plan.store.ts';
import { prepareNotices } from './reminders/notice.store.ts';
import { calendarOf } from './reminders/rhythm.ts';
import { saveWish } from './reminders/wish.store.ts';

const DAY = 86_400_000;

/** The CPE of the first school (Inès Delattre in the demonstration). */
const CPE = 'd0000000-0000-4000-8000-000000000003';

/** What somebody learnt three weeks and four days ago, by the very path a person takes; once. */
export async function seedLearning(db: Db, content: Content, now: Date): Promise<void> {
  await seedDialogues(db, content, now);
  const viewer = await findCharacter(db, CPE);
  const [call, talk] = ['3.2', '3.1'].map((competence) =>
    content.modules.find((module) => module.competence === competence && module.levels[0] === 1),
  );
  if (!viewer || !call || !talk || (await findProgress(db, viewer)).length > 0) return;
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  await finishModule(db, viewer, call, ago(21));
  await plan(db, viewer, call, daysAfter(dayOf(now), -14), ago(21));
  const [first] = await findPlans(db, viewer);
  await lookBack(
    db,
    viewer,
    {
      id: first!.id,
      outcome: 'done',
      whatHappened: 'La conversation a duré deux minutes. On se rappelle.',
    },
    ago(13),
  );
  await finishModule(db, viewer, talk, ago(4));
  await plan(db, viewer, talk, dayOf(now), ago(4));
  const rehearsed = content.decisions.find(({ id }) => id === 'appel-famille');
  if (rehearsed) await finishRehearsal(db, viewer, rehearsed, ago(2));
  // A weekly rhythm whose day is today: its mail is among those of the demonstration.
  const weekday = calendarOf(dayOf(now)).find(
    ({ day, rhythm }) => rhythm === 'weekly' && day === dayOf(now),
  )!;
  await saveWish(db, viewer, { rhythm: 'weekly', weekday: weekday.weekday, plans: true }, ago(4));
  await prepareNotices(db, now);
}

/** A module done from end to end, each exercise right at the first try. */
export async function finishModule(db: Db, viewer: Viewer, module: Module, at: Date): Promise<void> {
  await beginModule(db, viewer, module, at);
  for (const exercise of module.practice) {
    const right = exercise.options.find(({ correct }) => correct)!;
    await recordTry(db, viewer, module, exercise, right.id, at);
  }
  const count = stepsOf(module).length;
  await reachStep(db, viewer, module, { step: count + 1, count }, at);
}

async function plan(
  db: Db,
  viewer: Viewer,
  { id, plan: { if: situations, then: acts, help } }: Module,
  due: string,
  at: Date,
) {
  await makePlan(
    db,
    viewer,
    { module: id, situation: situations[0]!, act: acts[0]!, help: help[0]!, due },
    at,
  );
}
