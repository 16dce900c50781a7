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
  const { folder, passwordFile } = clusterIn(dataDir);
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]!.trim();
  const password = readFileSync(passwordFile, 'utf8').trim();
  return openDatabase(`postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`);
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

/** What the database holds of these people, to be compared with what they were told. */
export type Recorded = { answers: number; audited: number; brokenSeries: number; wrongStates: number };

/**
 * Broken: positions with a gap, or not exactly one question waiting while the series is open. Wrong: a person
 * whose number of answers is not the number of rows.
 */
export async function countRecorded(db: Db): Promise<Recorded> {
  const { rows } = await sql<Recorded>`
    with series as (
      select e.id, e.person_id, e.status,
        (select count(*) from answer a where a.evaluation_id = e.id) as answers,
        (select coalesce(max(position), 0) from answer a where a.evaluation_id = e.id) as last,
        (select count(*) from served_question s where s.evaluation_id = e.id) as served
      from evaluation e join person p on p.id = e.person_id
      where p.display_name = ${NAME}
    )
    select
      (select coalesce(sum(answers), 0)::int from series) as answers,
      (select count(*)::int from audit_event v join person p on p.audit_actor = v.actor
        where v.action = 'answered' and p.display_name = ${NAME}) as audited,
      (select count(*)::int from series
        where last <> answers or served <> answers + (status = 'open')::int) as "brokenSeries",
      (select count(*)::int from person_ability b
        where b.answers <> (select sum(answers) from series s where s.person_id = b.person_id)) as "wrongStates"`.execute(
    db,
  );
  return rows[0]!;
}
