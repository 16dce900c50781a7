import { randomBytes } from 'node:crypto';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { type Attestation, CODE_BYTES, codeFrom, initialsOf } from './attestation.ts';
import { type Finished, minutesOf } from './progress.ts';

const COLUMNS = [
  'code',
  'initials',
  'first_day as firstDay',
  'last_day as lastDay',
  'minutes',
  'finished',
  'made_at as madeAt',
] as const;

type Row = Omit<Attestation, 'finished'> & { finished: object };
const read = ({ finished, ...row }: Row): Attestation => ({ ...row, finished: finished as Finished[] });

/** The person's own attestations, the latest first. */
export async function findAttestations(db: Db, viewer: Viewer): Promise<Attestation[]> {
  const rows = await db
    .selectFrom('attestation')
    .select(COLUMNS)
    .where('person_id', '=', viewer.personId)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map(read);
}

/** Makes an attestation of what is finished; asked again with nothing new, it gives the same one. */
export async function makeAttestation(
  db: Db,
  viewer: Viewer,
  finished: readonly Finished[],
  now: Date,
): Promise<string | null> {
  const minutes = minutesOf(finished);
  if (minutes === 0) return null;
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('person').select('id').where('id', '=', viewer.personId).forUpdate().execute();
    const [latest] = await findAttestations(trx, viewer);
    const initials = initialsOf(viewer.name);
    if (latest && latest.initials === initials && sameThings(latest.finished, finished)) return latest.code;
    const days = finished.map(({ day }) => day).sort();
    const code = codeFrom(randomBytes(CODE_BYTES));
    await trx
      .insertInto('attestation')
      .values({
        code,
        person_id: viewer.personId,
        initials,
        first_day: days[0]!,
        last_day: days.at(-1)!,
        minutes,
        finished: JSON.stringify(finished),
        made_at: now,
      })
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'attestation-made',
      subject: `${minutes} minutes`,
    });
    return code;
  });
}

function sameThings(one: readonly Finished[], other: readonly Finished[]): boolean {
  const textOf = (things: readonly Finished[]) =>
    things.map(({ title, minutes, day }) => `${day} ${minutes} ${title}`).join('\n');
  return textOf(one) === textOf(other);
}

/** Takes an attestation back: nobody can check it any more. */
export async function revokeAttestation(db: Db, viewer: Viewer, code: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const revoked = await trx
      .deleteFrom('attestation')
      .where('code', '=', code)
      .where('person_id', '=', viewer.personId)
      .returning('code')
      .execute();
    if (revoked.length === 0) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'attestation-revoked',
      subject: 'attestation',
    });
    return true;
  });
}

export type CheckedAttestation = Pick<
  Attestation,
  'code' | 'initials' | 'firstDay' | 'lastDay' | 'minutes' | 'finished' | 'madeAt'
>;

/** What anybody who holds the code may see: what was finished, when and how long; or that it was taken back. */
export async function checkAttestation(
  db: Db,
  code: string,
): Promise<CheckedAttestation | { withdrawnAt: Date } | null> {
  const row = await db
    .selectFrom('attestation')
    .select([
      'code',
      'initials',
      'first_day as firstDay',
      'last_day as lastDay',
      'minutes',
      'finished',
      'made_at as madeAt',
    ])
    .where('code', '=', code)
    .executeTakeFirst();
  if (row) return read(row);
  const withdrawn = await db
    .selectFrom('withdrawn_attestation')
    .select('withdrawn_at as withdrawnAt')
    .where('code', '=', code)
    .executeTakeFirst();
  return withdrawn ?? null;
}
