import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Dialogue } from '../../content/index.ts';
import { type Db, inTransaction, type Trx } from '../../database/index.ts';
import { type AuditAction, audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';

export type KeptPlay = {
  id: string;
  dialogue: string;
  version: number;
  path: number[];
  ending: string | null;
  begunAt: Date;
  endedAt: Date | null;
};

/** The person's conversations, the latest first. */
export async function findPlays(db: Db, viewer: Viewer): Promise<KeptPlay[]> {
  return db
    .selectFrom('dialogue_play')
    .select([
      'id',
      'dialogue_id as dialogue',
      'dialogue_version as version',
      'path',
      'ending',
      'begun_at as begunAt',
      'ended_at as endedAt',
    ])
    .where('person_id', '=', viewer.personId)
    .orderBy('begun_at', 'desc')
    .execute();
}

/**
 * Begins a conversation, with the first replies of another when one is taken up from a decision. One that was going on gives
 * way to it. Returns its number.
 */
export async function beginPlay(
  db: Db,
  viewer: Viewer,
  { id, version }: Dialogue,
  path: readonly number[],
  now: Date,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const begun = await trx
      .insertInto('dialogue_play')
      .values({
        id: randomUUID(),
        person_id: viewer.personId,
        dialogue_id: id,
        dialogue_version: version,
        path: [...path],
        begun_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'dialogue_id'])
          .where('ended_at', 'is', null)
          .doUpdateSet({ dialogue_version: version, path: [...path] }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    await log(trx, viewer, 'dialogue-begun', begun.id, now);
    return begun.id;
  });
}

/**
 * Adds a reply where the conversation stood when it was offered: sent twice, or from a page left behind, it changes nothing.
 * With its ending, the conversation is over. False when nothing was added.
 */
export async function addReply(
  db: Db,
  viewer: Viewer,
  { id, version, path }: Pick<KeptPlay, 'id' | 'version' | 'path'>,
  { choice, ending }: { choice: number; ending: string | null },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const added = await trx
      .updateTable('dialogue_play')
      .set({ path: [...path, choice], ending, ended_at: ending === null ? null : now })
      .where('id', '=', id)
      .where('person_id', '=', viewer.personId)
      .where('dialogue_version', '=', version)
      .where('ended_at', 'is', null)
      .where(sql<boolean>`path = ${path}::smallint[]`)
      .returning('id')
      .execute();
    if (added.length === 0) return false;
    await log(trx, viewer, ending === null ? 'dialogue-replied' : 'dialogue-ended', id, now);
    return true;
  });
}

async function log(trx: Trx, { auditActor }: Viewer, action: AuditAction, id: string, now: Date) {
  await audit(trx, { at: now, actor: auditActor, action, subject: `dialogue play ${id}` });
}
