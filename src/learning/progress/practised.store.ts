import { dayOf } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findPlays } from '../dialogues/dialogue.store.ts';
import { findProgress } from '../modules/module.store.ts';
import { findLivedPlans } from '../plans/plan.store.ts';
import { OUTCOMES } from '../plans/plan.ts';

/** A module or a dialogue finished, a plan carried out: what other rooms may gather. */
export type Practised = {
  kind: 'module' | 'dialogue' | 'plan';
  id: string;
  title: string;
  /** YYYY-MM-DD */
  day: string;
  /** Null for a plan: nobody counts it. */
  minutes: number | null;
  competences: string[];
  /** Where the person finds it again. */
  path: string;
};

/** Everything the person finished or did, the latest first; a plan counts once done, or in part. */
export async function findPractised(db: Db, viewer: Viewer, content: Content): Promise<Practised[]> {
  const modules = (await findProgress(db, viewer)).flatMap(({ module: id, finishedAt }): Practised[] => {
    const module = content.modules.find((known) => known.id === id);
    if (!module || !finishedAt) return [];
    const { title, minutes, competence } = module;
    const path = `/modules/${id}`;
    return [{ kind: 'module', id, title, day: dayOf(finishedAt), minutes, competences: [competence], path }];
  });
  const dialogues = new Map<string, Practised>();
  for (const { dialogue: id, endedAt } of await findPlays(db, viewer)) {
    const dialogue = content.dialogues.find((known) => known.id === id);
    if (!dialogue || !endedAt) continue;
    const { title, minutes, competences } = dialogue;
    // The latest come first: the first time it was finished is the one that stays.
    const path = `/dialogues/${id}`;
    dialogues.set(id, { kind: 'dialogue', id, title, day: dayOf(endedAt), minutes, competences, path });
  }
  const plans = (await findLivedPlans(db, viewer)).map(
    ({ id, module, situation, act, outcome, lookedBackAt }): Practised => ({
      kind: 'plan',
      id,
      title: `« Si ${situation}, alors je ${act}. » ${OUTCOMES[outcome]}.`,
      day: dayOf(lookedBackAt),
      minutes: null,
      competences: content.modules.filter((known) => known.id === module).map(({ competence }) => competence),
      path: '/plans',
    }),
  );
  return [...modules, ...dialogues.values(), ...plans].sort((a, b) => (a.day < b.day ? 1 : -1));
}
