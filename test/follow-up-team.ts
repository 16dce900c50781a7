import assert from 'node:assert/strict';
import type { Db } from '../src/database/index.ts';
import { recordGate } from '../src/follow-up/gate/gate.store.ts';
import { openFollowUp } from '../src/follow-up/situations/follow-up.store.ts';
import type { Membership, Viewer } from '../src/web/index.ts';
import { someone } from './someone.ts';

export type SchoolTeam = {
  uai: string;
  referent: Viewer;
  head: Viewer;
  agent: Viewer;
  colleague: Viewer;
  /** Opens a follow-up; its code. */
  opens(): Promise<string>;
};

/** A school with its team, in the database, that has recorded by what right it follows. */
export async function aSchool(db: Db, uai: string, now: Date, { gate = true } = {}): Promise<SchoolTeam> {
  await db
    .insertInto('academie')
    .values({ code: '09', name: 'Lille' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('school')
    .values({ uai, name: uai, kind: 'college', city: 'X', academie: '09', search_text: uai })
    .execute();
  const inSchool = async (...roles: Membership['role'][]): Promise<Viewer> => {
    const viewer = await someone(db, 'cpe', now);
    const memberships = roles.map((role) => ({ role, school: uai, academie: null }));
    await db
      .insertInto('membership')
      .values(
        memberships.map((one) => ({
          ...one,
          person_id: viewer.personId,
          created_at: now,
          confirmed_at: now,
        })),
      )
      .execute();
    return { ...viewer, memberships };
  };
  const referent = await inSchool('agent', 'referent');
  const head = await inSchool('agent', 'direction');
  const agent = await inSchool('agent');
  const colleague = await inSchool('agent');
  const values = {
    controller: 'Collège',
    legalBasis: 'Mission d’intérêt public',
    impactAssessment: 'v1',
    officerOpinion: 'favorable',
    hosting: 'France',
    retention: 'un an',
  };
  if (gate) await recordGate(db, head, uai, values, now);
  return {
    uai,
    referent,
    head,
    agent,
    colleague,
    async opens() {
      const pupil = { level: '4e', ageBand: 'under-16', informedOn: null } as const;
      const opening = await openFollowUp(db, referent, uai, pupil, { now, fictitious: false });
      assert.ok('code' in opening);
      return opening.code;
    },
  };
}
