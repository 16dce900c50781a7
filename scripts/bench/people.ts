import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { PROFESSIONS } from '../../src/content/index.ts';
import { type Db, openDatabase } from '../../src/database/connection.ts';
import { clusterIn, DATABASE, USER } from '../../src/database/embedded/cluster.ts';
import { hashToken, newToken } from '../../src/identity/session.ts';

const NAME = 'Banc d’essai';

/** Opens the database of an application running on this data folder. */
export function openRunningDatabase(dataDir: string): Db {
  return openDatabase(runningDatabase(dataDir));
}

/** Where the embedded server on this folder answers. */
export function runningDatabase(dataDir: string): string {
  const { folder, passwordFile } = clusterIn(dataDir);
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]!.trim();
  const password = readFileSync(passwordFile, 'utf8').trim();
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** Puts people signed in straight into the database, every métier in turn; gives the tokens of their sessions. */
export async function createPeople(db: Db, count: number): Promise<string[]> {
  const now = new Date();
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    audit_actor: randomUUID(),
    email: null,
    display_name: NAME,
    profession: PROFESSIONS[index % PROFESSIONS.length]!,
    school_answered: true,
    welcomed_at: now,
    notice_version: 'bench',
    created_at: now,
  }));
  const sessions = people.map(({ id }) => ({ person_id: id, token: newToken() }));
  await db.transaction().execute(async (trx) => {
    await trx.insertInto('person').values(people).execute();
    await trx
      .insertInto('session')
      .values(
        sessions.map(({ person_id, token }) => ({
          person_id,
          token_hash: hashToken(token),
          created_at: now,
          last_seen_at: now,
        })),
      )
      .execute();
  });
  return sessions.map(({ token }) => token);
}

/** Rows of these people, to be compared with what they were told. */
export async function countAnswers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from answer a join evaluation e on e.id = a.evaluation_id join person p on p.id = e.person_id
    where p.display_name = ${NAME}`.execute(db);
  return rows[0]!.count;
}
