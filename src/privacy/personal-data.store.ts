import { sql } from 'kysely';
import type { Content } from '../content/index.ts';
import { type Db, inTransaction, type Trx } from '../database/index.ts';
import type { Viewer } from '../web/index.ts';
import { audit } from './audit.store.ts';
import { counted, type PersonalDataPart } from './part.ts';

type Taken = { parts: readonly PersonalDataPart[]; content: Content; now: Date };

/** How much is held about a person, in lines for the page, without reading it. */
export async function countPersonalData(
  db: Db,
  viewer: Viewer,
  parts: readonly PersonalDataPart[],
): Promise<string[]> {
  const lines = await Promise.all(parts.map((part) => part.count(db, viewer)));
  const { log } = await db
    .selectFrom('audit_event')
    .select((row) => row.fn.countAll<string>().as('log'))
    .where('actor', '=', viewer.auditActor)
    .executeTakeFirstOrThrow();
  return [
    ...lines.flat(),
    `${counted(Number(log), 'ligne', 'lignes')} dans le journal des actions, sous un numéro`,
  ];
}

/** Everything held about the person, as of one moment, as a document that people and programs read. */
export async function downloadPersonalData(
  db: Db,
  viewer: Viewer,
  { parts, content, now }: Taken,
): Promise<object> {
  return takenAtOnce(db, viewer, { subject: 'json', now }, async (trx) => {
    const document: Record<string, unknown> = {
      service: 'Application Persévérance',
      exporté_le: now,
      à_savoir:
        'Les niveaux sont des estimations pour progresser. Ils ne doivent servir ni à évaluer, ni à recruter, ni à certifier.',
    };
    for (const part of parts) Object.assign(document, await part.download(trx, viewer, content));
    return { ...document, journal: await readLog(trx, viewer.auditActor) };
  });
}

/** The answers, as rows for a spreadsheet. */
export async function downloadSpreadsheet(
  db: Db,
  viewer: Viewer,
  { parts, now }: Taken,
): Promise<readonly (readonly string[])[]> {
  return takenAtOnce(db, viewer, { subject: 'csv', now }, async (trx) => {
    const rows = parts.map((part) => part.spreadsheet?.(trx, viewer) ?? []);
    return (await Promise.all(rows)).flat();
  });
}

/** Reads as of one moment, and writes in the log that it was taken. */
async function takenAtOnce<Result>(
  db: Db,
  viewer: Viewer,
  { subject, now }: { subject: string; now: Date },
  read: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, async (trx) => {
    await sql`set transaction isolation level repeatable read`.execute(trx);
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'data-exported', subject });
    return read(trx);
  });
}

async function readLog(trx: Trx, auditActor: string): Promise<object[]> {
  const lines = await trx
    .selectFrom('audit_event')
    .select(['at as le', 'action', 'subject as objet', 'actor'])
    .where((where) =>
      where.or([where('actor', '=', auditActor), where('subject', 'like', `%${auditActor}%`)]),
    )
    .orderBy('id')
    .execute();
  return lines.map(({ actor, ...line }) => ({
    ...line,
    par: actor === auditActor ? 'vous' : 'quelqu’un d’autre',
  }));
}

/**
 * Erases the person: everything that hangs on them goes with the account, what only names them stops to. The log stays,
 * under a number linked to nobody any more. Asked twice at once, it is done and written once.
 */
export async function erasePerson(
  db: Db,
  viewer: Pick<Viewer, 'personId' | 'auditActor'>,
  parts: readonly PersonalDataPart[],
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const person = await trx
      .selectFrom('person')
      .select(['id', 'email'])
      .where('id', '=', viewer.personId)
      .forUpdate()
      .executeTakeFirst();
    if (!person) return;
    const shown = await trx
      .selectFrom('membership')
      .select('work_email')
      .where('person_id', '=', person.id)
      .execute();
    const addresses = [person.email, ...shown.map(({ work_email }) => work_email)];
    const leaving = { id: person.id, addresses: [...new Set(addresses.filter((one) => one !== null))] };
    for (const part of parts) await part.erase?.(trx, leaving);
    await trx.deleteFrom('person').where('id', '=', person.id).execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'account-erased', subject: 'account' });
  });
}
