import { sql } from 'kysely';
import { type Db, inTransaction, statement } from '../database/index.ts';
import { audit } from '../privacy/index.ts';
import type { Membership, Reading, Viewer } from '../web/index.ts';
import {
  ABSOLUTE_HOURS,
  hashToken,
  hoursBefore,
  IDLE_HOURS,
  LONG_HOURS,
  newToken,
  SEEN_EVERY_MINUTES,
  shareOf,
} from './session.ts';

type SessionRow = {
  id: string;
  audit_actor: string;
  display_name: string;
  email: string | null;
  profession: string | null;
  welcomed: boolean;
  demonstration: boolean;
  rereads_answers: boolean;
  last_seen_at: Date;
  methods: string[];
  memberships: Membership[] | null;
  read: unknown;
};
type SessionValues = { hash: Buffer; seenAfter: Date; openedAfter: Date; openedLongAfter: Date };

/** The session, the person and, in the same journey, what their page reads. */
function sessionStatement(reading: Reading<never> | null) {
  return statement<SessionValues, SessionRow>((value) => {
    const read = reading
      ? sql`(select to_json(along) from (${reading(sql.ref('p.id'), value as never)}) as along)`
      : sql`null::json`;
    return sql`
      select p.id, p.audit_actor, p.display_name, p.email, p.profession, p.welcomed_at is not null as welcomed,
        p.demonstration, p.rereads_answers, s.last_seen_at, s.methods,
        (select json_agg(case when m.confirmed_at is null
            then json_build_object('role', m.role, 'school', m.school, 'academie', m.academie, 'declared', true)
            else json_build_object('role', m.role, 'school', m.school, 'academie', m.academie) end order by m.id)
          from membership m where m.person_id = p.id and (m.role = 'agent' or m.confirmed_at is not null)) as memberships,
        ${read} as read
      from session s join person p on p.id = s.person_id
      where s.token_hash = ${value('hash')} and case when s.long then s.created_at > ${value('openedLongAfter')}
        else s.last_seen_at > ${value('seenAfter')} and s.created_at > ${value('openedAfter')} end`;
  });
}

const findSession = sessionStatement(null);
/** One for each reading of the site, written at its first use. */
const reading = new Map<Reading<never>, ReturnType<typeof sessionStatement>>();

function statementFor(along: Reading<never>): ReturnType<typeof sessionStatement> {
  const known = reading.get(along) ?? sessionStatement(along);
  reading.set(along, known);
  return known;
}

/** The person behind a session that is still alive. Roles are read at each request: losing one is felt at once; one that is only asked for is not there. */
export async function findViewer(
  db: Db,
  token: string,
  now: Date,
  along: { reading: Reading<never>; values: object } | null = null,
): Promise<{ viewer: Viewer; methods: readonly string[]; read: unknown } | null> {
  const hash = hashToken(token);
  const find = along ? statementFor(along.reading) : findSession;
  const [row] = await find(db, {
    ...along?.values,
    hash,
    seenAfter: hoursBefore(now, IDLE_HOURS),
    openedAfter: hoursBefore(now, ABSOLUTE_HOURS),
    openedLongAfter: hoursBefore(now, LONG_HOURS),
  });
  if (!row) return null;
  if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MINUTES * 60_000) {
    await db.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hash).execute();
  }
  return {
    viewer: {
      personId: row.id,
      auditActor: row.audit_actor,
      name: row.display_name,
      email: row.email,
      profession: row.profession,
      welcomed: row.welcomed,
      demonstration: row.demonstration,
      memberships: row.memberships ?? [],
      rereadsAnswers: row.rereads_answers,
      share: shareOf(token),
    },
    methods: row.methods,
    read: row.read,
  };
}

/** Opens a session under a new token; the former one of this browser, if any, is closed. */
export async function openSession(
  db: Db,
  personId: string,
  formerToken: string | undefined,
  now: Date,
): Promise<string> {
  const token = newToken();
  await inTransaction(db, async (trx) => {
    if (formerToken)
      await trx.deleteFrom('session').where('token_hash', '=', hashToken(formerToken)).execute();
    await trx
      .deleteFrom('session')
      .where('person_id', '=', personId)
      .where('created_at', '<', hoursBefore(now, LONG_HOURS))
      .execute();
    await trx
      .insertInto('session')
      .values({ token_hash: hashToken(token), person_id: personId, created_at: now, last_seen_at: now })
      .execute();
    const { audit_actor } = await trx
      .selectFrom('person')
      .select('audit_actor')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    await audit(trx, { at: now, actor: audit_actor, action: 'signed-in', subject: 'session' });
  });
  return token;
}

export async function closeSession(db: Db, token: string, actor: string, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('session')
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return;
    await audit(trx, { at: now, actor, action: 'signed-out', subject: 'session' });
  });
}

/** Whether this session lasts a whole day. */
export async function isSessionLong(db: Db, token: string): Promise<boolean> {
  const session = await db
    .selectFrom('session')
    .select('long')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst();
  return session?.long ?? false;
}

/** Lengthens the session to a whole day since it was opened, or gives it its usual length back. */
export async function setSessionLength(
  db: Db,
  { token, actor }: { token: string; actor: string },
  long: boolean,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('session')
      .set({ long, last_seen_at: now })
      .where('token_hash', '=', hashToken(token))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
    await audit(trx, { at: now, actor, action: 'session-length-changed', subject: 'session' });
  });
}
