import assert from 'node:assert/strict';
import type { Db } from '../src/database/index.ts';
import { recordGate } from '../src/follow-up/gate/gate.store.ts';
import { openFile, openFollowUp, type SeenFollowUp } from '../src/follow-up/situations/follow-up.store.ts';
import type { Membership, Viewer } from '../src/web/index.ts';
import { someone } from './someone.ts';

export type Following = {
  school: string;
  referent: Viewer;
  head: Viewer;
  /** Somebody else of the school, or with any role in it. */
  member: (role: Membership['role']) => Promise<Viewer>;
  /** A young person followed since a day. */
  follow: (now: Date) => Promise<SeenFollowUp>;
};

/** A school that has recorded by what right it follows, with a head and somebody who runs its GPDS. */
export async function aSchoolThatFollows(db: Db, school: string, now: Date): Promise<Following> {
  await db
    .insertInto('academie')
    .values({ code: '09', name: 'Lille' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('school')
    .values({ uai: school, name: school, kind: 'college', city: 'X', academie: '09', search_text: school })
    .execute();
  const member = async (role: Membership['role']): Promise<Viewer> => ({
    ...(await someone(db, 'cpe', now)),
    memberships: [{ role, school, academie: null }],
  });
  const [referent, head] = [await member('referent'), await member('direction')];
  const gate = {
    controller: 'Collège',
    legalBasis: 'Mission d’intérêt public',
    impactAssessment: 'v1',
    officerOpinion: 'favorable',
    hosting: 'France',
    retention: 'un an',
  };
  await recordGate(db, head, school, gate, now);
  return {
    school,
    referent,
    head,
    member,
    async follow(day) {
      const pupil = { level: '4e', ageBand: 'under-16', informedOn: null } as const;
      const opening = await openFollowUp(db, referent, school, pupil, { now: day, fictitious: false });
      assert.ok('code' in opening);
      return (await openFile(db, referent, opening.code, day))!;
    },
  };
}
