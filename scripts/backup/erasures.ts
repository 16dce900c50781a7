import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '../../src/database/connection.ts';
import { eraseAgain } from '../../src/follow-up/erasure/erasure.store.ts';
import { personalData } from '../../src/personal-data.ts';
import { erasePerson } from '../../src/privacy/index.ts';

// What was erased since a backup comes back with it. The log of the database knows what was erased, by numbers that lead
// to nobody any more; but it is lost with the database, so the list is kept beside the backups.

const LINE = /^\S+ (account|follow-up) ([0-9a-f-]{36})$/;

/** Adds to the file what was erased and is not in it yet; how many lines that was. */
export async function keepErasures(db: Db, file: string): Promise<number> {
  const { rows } = await sql<{ at: Date; kind: string; number: string }>`
    select at, 'account' as kind, actor::text as number from audit_event
      where action = 'account-erased' and actor is not null
    union all
    select at, 'follow-up', substring(subject from 'follow-up (.*)') from audit_event
      where action = 'follow-up-erased'
    order by at`.execute(db);
  const known = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  const lines = rows
    .map(({ at, kind, number }) => `${at.toISOString()} ${kind} ${number}`)
    .filter((line) => !known.has(line));
  appendFileSync(file, lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  return lines.length;
}

export type Erasures = { accounts: string[]; followUps: string[] };

export function readErasures(file: string): Erasures {
  const found: Erasures = { accounts: [], followUps: [] };
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  for (const [index, line] of lines.entries()) {
    const [, kind, number] = LINE.exec(line) ?? [];
    if (!kind || !number) throw new Error(`${file}: line ${index + 1} is not an erasure.`);
    (kind === 'account' ? found.accounts : found.followUps).push(number);
  }
  return found;
}

/** Erases again, with all that hangs on it, whatever of the list a backup brought back. */
export async function replayErasures(
  db: Db,
  { accounts, followUps }: Erasures,
  now: Date,
): Promise<{ accounts: number; followUps: number }> {
  const back = await db
    .selectFrom('person')
    .select(['id', 'audit_actor'])
    .where('audit_actor', 'in', accounts.length > 0 ? accounts : [NOBODY])
    .execute();
  for (const { id, audit_actor } of back) {
    await erasePerson(db, { personId: id, auditActor: audit_actor }, personalData, now);
  }
  const erased = followUps.length > 0 ? await eraseAgain(db, followUps, now) : 0;
  return { accounts: back.length, followUps: erased };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
