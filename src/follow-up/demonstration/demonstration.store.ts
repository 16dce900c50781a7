import { randomUUID } from 'node:crypto';
import { dayOf } from '../../calendar/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import type { Membership, Viewer } from '../../web/index.ts';
import { decideAlert, readAlert, sendAlert } from '../alerts/alert.store.ts';
import { findGate, recordGate } from '../gate/gate.store.ts';
import { COLLEGE_ALERTS, type StoryAlert, VOCATIONAL_ALERTS } from './alerts.ts';
import { COLLEGE_MEETINGS, COLLEGE_STORIES } from './college.ts';
import { COLLEGE_MEETINGS_YEAR_BEFORE, COLLEGE_YEAR_BEFORE } from './college-year-before.ts';
import { ENDED_COLLEGE_STORIES } from './ended.ts';
import { VOCATIONAL_MEETINGS_YEAR_BEFORE, VOCATIONAL_YEAR_BEFORE } from './lycee-year-before.ts';
import {
  POLYVALENT_MEETINGS,
  POLYVALENT_STORIES,
  VOCATIONAL_MEETINGS,
  VOCATIONAL_STORIES,
} from './lycees.ts';
import { tellStories } from './past.store.ts';

/**
 * Who leads and who runs the GPDS of each school, by the number of their character. The third school has nobody any more:
 * a teacher ran it, and its files wait for somebody.
 */
const SCHOOLS = [
  {
    head: 5,
    referent: 4,
    meetings: [...COLLEGE_MEETINGS_YEAR_BEFORE, ...COLLEGE_MEETINGS],
    stories: [...COLLEGE_YEAR_BEFORE, ...COLLEGE_STORIES, ...ENDED_COLLEGE_STORIES],
    alerts: COLLEGE_ALERTS,
  },
  {
    head: 10,
    referent: 8,
    meetings: [...VOCATIONAL_MEETINGS_YEAR_BEFORE, ...VOCATIONAL_MEETINGS],
    stories: [...VOCATIONAL_YEAR_BEFORE, ...VOCATIONAL_STORIES],
    alerts: VOCATIONAL_ALERTS,
  },
  { head: 14, referent: 14, meetings: POLYVALENT_MEETINGS, stories: POLYVALENT_STORIES, alerts: [] },
] as const;

/** By what right the schools of the demonstration follow their invented pupils, and what happened so far; once. */
export async function seedFollowUps(db: Db, now: Date): Promise<void> {
  for (const { head, referent, meetings, stories, alerts } of SCHOOLS) {
    const [leads, runs] = await Promise.all([
      findCharacter(db, head, 'direction'),
      findCharacter(db, referent, 'referent'),
    ]);
    if (!leads || !runs || (await findGate(db, runs.school))) continue;
    await inTransaction(db, async (trx) => {
      await recordGate(trx, leads.viewer, leads.school, GATE, now);
      await tellStories(trx, runs.viewer, { school: runs.school, meetings, stories }, now);
      for (const alert of alerts) await giveAlert(trx, runs, alert, now);
    });
  }
}

/** Somebody of the school saw something; the last one was answered. */
async function giveAlert(
  trx: Trx,
  runs: { viewer: Viewer; school: string },
  { author, daysAgo, level, signals, word, advice }: StoryAlert,
  now: Date,
): Promise<void> {
  const says = await findCharacter(trx, author, 'agent');
  if (!says) return;
  const at = new Date(now.getTime() - daysAgo * 86_400_000);
  const id = randomUUID();
  const said = {
    id,
    school: runs.school,
    code: null,
    level,
    signals: [...signals],
    observedOn: dayOf(at),
    word,
  };
  await sendAlert(trx, says.viewer, said, at);
  if (!advice) return;
  const received = await readAlert(trx, runs.viewer, id, now);
  if (!received) return;
  const verdict = { what: { outcome: 'watch' }, advice: [...advice] } as const;
  await decideAlert(
    trx,
    runs.viewer,
    received,
    { ...verdict, advice: [...advice] },
    { now, fictitious: true },
  );
}

const GATE = {
  controller: 'L’établissement de la démonstration (inventé)',
  legalBasis: 'Mission d’intérêt public (démonstration)',
  impactAssessment: 'Démonstration : élèves inventés, sans objet',
  officerOpinion: 'Démonstration : sans objet',
  hosting: 'Cette machine',
  retention: 'Fin de l’année scolaire qui suit la sortie',
};

/** A character, in the role they have or had in their school. */
async function findCharacter(
  db: Db,
  number: number,
  role: Membership['role'],
): Promise<{ viewer: Viewer; school: string } | null> {
  const personId = `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const person = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.audit_actor', 'person.display_name', 'person.email', 'membership.school'])
    .where('person.id', '=', personId)
    .where('membership.role', '=', 'agent')
    .executeTakeFirst();
  if (!person?.school) return null;
  const { audit_actor, display_name, email, school } = person;
  return {
    school,
    viewer: {
      personId,
      auditActor: audit_actor,
      name: display_name,
      email,
      profession: null,
      welcomed: true,
      demonstration: true,
      memberships: [{ role, school, academie: null }],
    },
  };
}
