import type { Trx } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';
import type { CertificateData } from './certificate-data.ts';

const CONFIRMATION = [
  'competence',
  'observed_on as day',
  'occasion',
  'level_asked as levelAsked',
  'asked_at as askedAt',
  'answer',
  'answered_at as answeredAt',
  'acts',
  'level',
  'word',
] as const;

/** What a person keeps for the certificate, what they asked and what they confirmed. */
export async function readCertificate(trx: Trx, { personId, email }: Viewer): Promise<CertificateData> {
  return {
    pieces: await trx
      .selectFrom('portfolio_piece')
      .select(['kind', 'piece', 'competences', 'epreuves', 'note', 'attached_at as at'])
      .where('person_id', '=', personId)
      .orderBy('attached_at')
      .execute(),
    sessions: await trx
      .selectFrom('planned_session')
      .select([
        'title',
        'aim',
        'level',
        'young_people as youngPeople',
        'steps',
        'adaptations',
        'proofs',
        'made_at as madeAt',
        'changed_at as changedAt',
        'held_on as heldOn',
        'debrief',
      ])
      .where('person_id', '=', personId)
      .orderBy('made_at')
      .execute(),
    badges: await trx
      .selectFrom('badge')
      .select(['id', 'achievement', 'token', 'made_at as madeAt'])
      .where('person_id', '=', personId)
      .orderBy('made_at')
      .execute(),
    hours:
      (await trx
        .selectFrom('declared_hours')
        .select(['common', 'chosen', 'practical', 'declared_at as at'])
        .where('person_id', '=', personId)
        .executeTakeFirst()) ?? null,
    asked: await trx
      .selectFrom('peer_confirmation')
      .select([...CONFIRMATION, 'email as to', 'opened_at as openedAt'])
      .where('person_id', '=', personId)
      .orderBy('asked_at')
      .execute(),
    answered: await trx
      .selectFrom('peer_confirmation')
      .select(CONFIRMATION)
      .where('person_id', '<>', personId)
      .where((where) => where.or([where('peer_id', '=', personId), where('email', '=', email ?? '')]))
      .orderBy('asked_at')
      .execute(),
  };
}
