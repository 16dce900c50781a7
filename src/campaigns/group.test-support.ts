import { packState } from '../../psychometrics/index.ts';
import { someone } from '../../test/someone.ts';
import type { Profession } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import type { Membership, Viewer } from '../web/index.ts';

/** Two schools of one académie and one of another. */
export const [HERE, NEXT, AWAY] = ['0000101J', '0000102K', '0000202U'] as const;

export async function twoAcademies(db: Db): Promise<void> {
  await db
    .insertInto('academie')
    .values([
      { code: '09', name: 'Lille' },
      { code: '17', name: 'Nantes' },
    ])
    .execute();
  for (const [uai, academie] of [
    [HERE, '09'],
    [NEXT, '09'],
    [AWAY, '17'],
  ] as const) {
    await db
      .insertInto('school')
      .values({ uai, name: `Collège ${uai}`, kind: 'college', city: 'X', academie, search_text: uai })
      .execute();
  }
}

/** A person with these memberships, in the database too. */
export async function being(db: Db, now: Date, ...memberships: Partial<Membership>[]): Promise<Viewer> {
  const all = memberships.map((one) => ({ role: 'agent' as const, school: null, academie: null, ...one }));
  const profession: Profession = 'cpe';
  const person = await someone(db, profession, now);
  for (const one of all) {
    await db
      .insertInto('membership')
      .values({ ...one, person_id: person.personId, created_at: now, confirmed_at: now })
      .execute();
  }
  return { ...person, memberships: all };
}

/** What is known of somebody after so many answers: the same level everywhere. */
export async function answered(db: Db, { personId }: Viewer, level: number, answers: number, now: Date) {
  const state = packState({
    mean: new Array<number>(16).fill(level),
    covariance: Array.from({ length: 256 }, (_, index) => (index % 17 === 0 ? 0.3 : 0.2)),
  });
  await db
    .insertInto('person_ability')
    .values({ person_id: personId, state, answers, as_of: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ state, answers, as_of: now }))
    .execute();
}
