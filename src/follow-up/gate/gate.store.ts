import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Gate } from './gate.ts';

export type RecordedGate = Gate & { recordedAt: Date };

/** What the school has recorded, or undefined: then it follows nobody. */
export async function findGate(db: Db, school: string): Promise<RecordedGate | undefined> {
  return db
    .selectFrom('follow_up_gate')
    .select([
      'controller',
      'legal_basis as legalBasis',
      'impact_assessment as impactAssessment',
      'officer_opinion as officerOpinion',
      'hosting',
      'retention',
      'recorded_at as recordedAt',
    ])
    .where('school', '=', school)
    .executeTakeFirst();
}

/** Records or corrects by what right a school follows. The caller has checked that the viewer heads the school. */
export async function recordGate(
  db: Db,
  viewer: Viewer,
  school: string,
  gate: Gate,
  now: Date,
): Promise<void> {
  const values = {
    controller: gate.controller,
    legal_basis: gate.legalBasis,
    impact_assessment: gate.impactAssessment,
    officer_opinion: gate.officerOpinion,
    hosting: gate.hosting,
    retention: gate.retention,
    recorded_by: viewer.personId,
    recorded_at: now,
  };
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('follow_up_gate')
      .values({ school, ...values })
      .onConflict((conflict) => conflict.column('school').doUpdateSet(values))
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'follow-up-allowed',
      subject: `school ${school}`,
    });
  });
}
