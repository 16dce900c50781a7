import type { Db } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';
import { findGate, recordGate } from './gate/gate.store.ts';

/** The heads of the demonstration, by the number of their character. */
const HEADS = [{ id: 5 }, { id: 10 }] as const;

/** By what right the schools of the demonstration follow their invented pupils; once. */
export async function seedFollowUps(db: Db, now: Date): Promise<void> {
  for (const { id } of HEADS) {
    const head = await findHead(db, `d0000000-0000-4000-8000-${String(id).padStart(12, '0')}`);
    if (!head || (await findGate(db, head.school))) continue;
    await recordGate(
      db,
      head.viewer,
      head.school,
      {
        controller: 'L’établissement de la démonstration (inventé)',
        legalBasis: 'Mission d’intérêt public (démonstration)',
        impactAssessment: 'Démonstration : élèves inventés, sans objet',
        officerOpinion: 'Démonstration : sans objet',
        hosting: 'Cette machine',
        retention: 'Fin de l’année scolaire qui suit la sortie',
      },
      now,
    );
  }
}

async function findHead(db: Db, personId: string): Promise<{ viewer: Viewer; school: string } | null> {
  const person = await db
    .selectFrom('person')
    .innerJoin('membership', 'membership.person_id', 'person.id')
    .select(['person.audit_actor', 'person.display_name', 'person.email', 'membership.school'])
    .where('person.id', '=', personId)
    .where('membership.role', '=', 'direction')
    .executeTakeFirst();
  if (!person?.school) return null;
  return {
    school: person.school,
    viewer: {
      personId,
      auditActor: person.audit_actor,
      name: person.display_name,
      email: person.email,
      profession: 'direction',
      welcomed: true,
      demonstration: true,
      memberships: [{ role: 'direction', school: person.school, academie: null }],
    },
  };
}
