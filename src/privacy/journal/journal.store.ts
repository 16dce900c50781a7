import { type SqlBool, sql } from 'kysely';
import { type Db, inTransaction } from '../../database/index.ts';
import type { Viewer } from '../../web/index.ts';
import { audit } from '../audit.store.ts';
import { HIDDEN } from './journal.ts';

export const LINES_A_PAGE = 50;

export type JournalSearch = {
  /** The first and the last day, YYYY-MM-DD, as days in France. */
  from: string;
  until: string;
  kinds: readonly string[];
  /** A part of a name, or a whole address; empty is everybody. */
  actor: string;
  /** A part of what the line is about, the UAI of a school most often. */
  object: string;
  page: number;
};
export type JournalLine = {
  id: number;
  at: Date;
  action: string;
  subject: string;
  /** Null when nobody did it, or when whoever did is not for the viewer to know. */
  actor: string | null;
  byThemselves: boolean;
};

/**
 * The lines of the log a viewer may read, the latest first; that they looked is a line of it. An académie reads those about its
 * schools, and those about no school that its people did. What is not shown is not searched either: which lines are about one
 * file would be told by what finds them.
 */
export async function searchJournal(
  db: Db,
  viewer: Viewer,
  search: JournalSearch,
  now: Date,
): Promise<{ lines: JournalLine[]; more: boolean; names: Map<string, string> }> {
  const scope = academiesOf(viewer);
  return inTransaction(db, async (trx) => {
    const { rows } = await sql<JournalLine>`
      select e.id, e.at, e.action, e.subject, p.display_name as actor, e.actor is null as "byThemselves"
      from audit_event e left join person p on p.audit_actor = e.actor
        and (${scope === null} or ${inScope('p.id', scope ?? [])})
      where e.at >= ${search.from}::timestamp at time zone 'Europe/Paris'
        and e.at < (${search.until}::date + 1)::timestamp at time zone 'Europe/Paris'
        and e.action = any(${[...search.kinds]})
        and (${scope === null} or case when e.subject ~ '[0-9]{7}[A-Z]'
          then exists (select from school s
            where s.uai = substring(e.subject from '[0-9]{7}[A-Z]') and s.academie = any(${scope ?? []}))
          else ${inScope('p.id', scope ?? [], { confirmed: true })} end)
        and (${search.actor === ''} or p.email = ${search.actor.toLowerCase()}
          or plain_french(p.display_name) like '%' || plain_french(${search.actor}) || '%')
        and (${search.object === ''} or e.action <> all(${[...HIDDEN]})
          and position(lower(${search.object}) in lower(e.subject)) > 0)
      order by e.id desc limit ${LINES_A_PAGE + 1} offset ${LINES_A_PAGE * search.page}`.execute(trx);
    const lines = rows.slice(0, LINES_A_PAGE);
    const spoken = [...new Set(lines.flatMap(({ subject }) => subject.match(UUID) ?? []))];
    const named = await sql<{ actor: string; name: string }>`
      select p.audit_actor as actor, p.display_name as name from person p
      where p.audit_actor = any(${spoken}::uuid[]) and (${scope === null} or ${inScope('p.id', scope ?? [])})`.execute(
      trx,
    );
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'log-searched',
      subject: `${search.from} to ${search.until}, page ${search.page + 1}`,
    });
    return {
      lines,
      more: rows.length > LINES_A_PAGE,
      names: new Map(named.rows.map(({ actor, name }) => [actor, name])),
    };
  });
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function academiesOf({ memberships }: Viewer): string[] | null {
  if (memberships.some(({ role }) => role === 'national')) return null;
  return memberships.flatMap(({ role, academie }) => (role === 'academie' && academie ? [academie] : []));
}

/** Whether somebody is of these académies; `confirmed`: by more than their own word. */
function inScope(person: string, academies: readonly string[], { confirmed = false } = {}) {
  return sql<SqlBool>`exists (select from membership m left join school ms on ms.uai = m.school
    where m.person_id = ${sql.ref(person)} and coalesce(ms.academie, m.academie) = any(${[...academies]})
      and (${!confirmed} or m.confirmed_at is not null))`;
}
