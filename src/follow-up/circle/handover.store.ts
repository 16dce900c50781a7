import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { schoolsHeaded, schoolsRun } from '../scope.store.ts';

export type TeamMate = { id: string; name: string; email: string | null; runs: boolean };

/** The people of a school the GPDS may be entrusted to, those who run it first: who works there is not for themselves to say. */
export async function findTeam(db: Db, school: string): Promise<TeamMate[]> {
  return db
    .selectFrom('person as p')
    .innerJoin('membership as m', 'm.person_id', 'p.id')
    .select(({ fn, eb }) => [
      'p.id',
      'p.display_name as name',
      'p.email',
      fn<boolean>('bool_or', [eb('m.role', '=', 'referent')]).as('runs'),
    ])
    .where('m.school', '=', school)
    .where('m.confirmed_at', 'is not', null)
    .where('p.welcomed_at', 'is not', null)
    .groupBy(['p.id', 'p.display_name', 'p.email'])
    .orderBy('runs', 'desc')
    .orderBy('p.display_name')
    .execute();
}

export type Handover = {
  school: string;
  from: string;
  to: string;
  /** Codes; null is all of them. */
  codes: readonly string[] | null;
  /** Whether the one who hands over no longer runs the GPDS. */
  leaves: boolean;
};

/** Current follow-ups somebody answers for, in a school. */
export async function findLed(
  db: Db,
  school: string,
  person: string,
): Promise<{ id: string; code: string; level: string }[]> {
  return db
    .selectFrom('follow_up')
    .select(['id', 'code', 'level'])
    .where('school', '=', school)
    .where('lead', '=', person)
    .where('closed_on', 'is', null)
    .orderBy('code')
    .execute();
}

/**
 * Hands situations over, in one transaction: who answers for them, the acts still to be done, and, for whoever does not
 * have it yet, the role itself. Leaving the GPDS asks for all of them. How many; null: not the viewer's to hand over.
 */
export async function handOver(
  db: Db,
  viewer: Viewer,
  { school, from, to, codes, leaves }: Handover,
  now: Date,
): Promise<number | null> {
  const own = from === viewer.personId && schoolsRun(viewer).includes(school);
  if ((!own && !schoolsHeaded(viewer).includes(school)) || from === to || (leaves && codes !== null))
    return null;
  return inTransaction(db, async (trx) => {
    const team = await findTeam(trx, school);
    const [leaver, heir] = [from, to].map((id) => team.find((mate) => mate.id === id));
    if (!leaver?.runs || !heir) return null;
    if (!heir.runs)
      await trx
        .insertInto('membership')
        .values({
          person_id: to,
          role: 'referent',
          school,
          academie: null,
          created_at: now,
          confirmed_at: now,
          confirmed_how: 'direction',
        })
        // Somebody who asked for the role has it now.
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'role', 'school', 'academie'])
            .doUpdateSet({ confirmed_at: now, confirmed_how: 'direction' }),
        )
        .execute();
    const moved = await trx
      .updateTable('follow_up')
      .set({ lead: to })
      .where('school', '=', school)
      .where('closed_on', 'is', null)
      // What nobody answers for any more goes with the whole.
      .where((where) =>
        codes === null
          ? where.or([where('lead', '=', from), where('lead', 'is', null)])
          : where.and([where('lead', '=', from), where('code', 'in', codes.length > 0 ? codes : [''])]),
      )
      .returning('id')
      .execute();
    const ids = moved.map(({ id }) => id);
    if (ids.length > 0)
      await trx
        .updateTable('gpds_decision')
        .set({ person_id: to })
        .where('follow_up_id', 'in', ids)
        .where('person_id', '=', from)
        .where('outcome', 'is', null)
        .execute();
    if (leaves)
      await trx
        .deleteFrom('membership')
        .where('person_id', '=', from)
        .where('role', '=', 'referent')
        .where('school', '=', school)
        .execute();
    const people = await trx
      .selectFrom('person')
      .select(['id', 'audit_actor as actor'])
      .where('id', 'in', [from, to])
      .execute();
    const actorOf = (id: string) => people.find((one) => one.id === id)?.actor;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'follow-ups-handed-over',
      subject: `school ${school}: ${ids.length}, ${actorOf(from)} to ${actorOf(to)}${leaves ? ', leaves' : ''}`,
    });
    return ids.length;
  });
}
