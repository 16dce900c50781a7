import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { hashToken, newToken } from '../session.ts';
import { INVITATION_DAYS, invitableRoles } from './affiliation.ts';
import { deciding, write } from './membership.store.ts';

export type InvitedRole = 'agent' | 'referent';
export type WaitingInvitation = { id: string; email: string; role: InvitedRole; expiresAt: Date };
export type OpenInvitation = {
  id: string;
  school: string;
  schoolName: string;
  city: string;
  role: InvitedRole;
  from: string;
  expiresAt: Date;
  /** Whether it was sent to the address of the viewer’s account. */
  forViewer: boolean;
};

/** So many may wait at once in a school. */
export const MOST_WAITING = 100;

/** Makes a link for one colleague, whose token is told once. Null when it is not the viewer’s to make. */
export async function invite(
  db: Db,
  viewer: Viewer,
  { school, role, email }: { school: string; role: InvitedRole; email: string },
  now: Date,
): Promise<{ token: string; expiresAt: Date } | 'too-many' | null> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  return deciding(db, viewer, async (trx, decider) => {
    if (!invitableRoles(decider, school).includes(role)) return null;
    // Asked again, the former link of the same colleague is worth nothing any more.
    await trx
      .deleteFrom('school_invitation')
      .where('school', '=', school)
      .where('used_at', 'is', null)
      .where((where) => where.or([where('email', '=', email), where('expires_at', '<=', now)]))
      .execute();
    const { waiting } = await trx
      .selectFrom('school_invitation')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('school', '=', school)
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (waiting >= MOST_WAITING) return 'too-many';
    await trx
      .insertInto('school_invitation')
      .values({
        id: randomUUID(),
        token_hash: hashToken(token),
        school,
        role,
        email,
        made_by: viewer.personId,
        made_at: now,
        expires_at: expiresAt,
      })
      .execute();
    const subject = `school ${school}: ${role}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'invitation-made', subject });
    return { token, expiresAt };
  });
}

/** The invitations of a school nobody has used yet. The caller has checked that the viewer leads it. */
export async function findWaiting(db: Db, school: string, now: Date): Promise<WaitingInvitation[]> {
  return db
    .selectFrom('school_invitation')
    .select(['id', 'email', 'role', 'expires_at as expiresAt'])
    .where('school', '=', school)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('made_at', 'desc')
    .execute();
}

export async function withdrawInvitation(
  db: Db,
  viewer: Viewer,
  { school, id }: { school: string; id: string },
  now: Date,
): Promise<'withdrawn' | null> {
  const roles = invitableRoles(viewer, school);
  if (roles.length === 0 || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('school_invitation')
      .where('id', '=', id)
      .where('school', '=', school)
      .where('role', 'in', roles)
      .where('used_at', 'is', null)
      .returning('role')
      .executeTakeFirst();
    if (!gone) return null;
    const subject = `school ${school}: ${gone.role}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'invitation-withdrawn', subject });
    return 'withdrawn';
  });
}

/** What a link opens, while it does: not used, not over, and made by somebody who may still make it. */
export async function findInvitation(
  db: Db,
  viewer: Viewer,
  token: string,
  now: Date,
): Promise<OpenInvitation | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  return db
    .selectFrom('school_invitation as i')
    .innerJoin('school as s', 's.uai', 'i.school')
    .innerJoin('person as p', 'p.id', 'i.made_by')
    .select([
      'i.id',
      'i.school',
      's.name as schoolName',
      's.city',
      'i.role',
      'p.display_name as from',
      'i.expires_at as expiresAt',
      sql<boolean>`i.email = coalesce(${viewer.email}, '')`.as('forViewer'),
    ])
    .where('i.token_hash', '=', hashToken(token))
    .where('i.used_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where((where) =>
      where.exists(
        where
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.person_id', '=', 'i.made_by')
          .whereRef('m.school', '=', 'i.school')
          .where('m.confirmed_at', 'is not', null)
          .where((role) =>
            role.or([
              role('m.role', '=', 'direction'),
              role.and([role('m.role', '=', 'referent'), role('i.role', '=', 'agent')]),
            ]),
          ),
      ),
    )
    .executeTakeFirst();
}

/**
 * Takes the place a link opens, once. A link that opens the files of young people and was passed on to another address makes a
 * colleague who asks for the role: the head still has to say yes. Null when the link opens nothing any more.
 */
export async function acceptInvitation(
  db: Db,
  viewer: Viewer,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  return inTransaction(db, async (trx) => {
    const invitation = await findInvitation(trx, viewer, token, now);
    if (!invitation) return null;
    const used = await trx
      .updateTable('school_invitation')
      .set({ used_at: now, used_by: viewer.personId })
      .where('id', '=', invitation.id)
      .where('used_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!used) return null;
    const { school, role } = invitation;
    const own = { personId: viewer.personId, school, academie: null };
    if (role === 'referent' && !invitation.forViewer) {
      await write(trx, { ...own, role: 'agent' }, 'invitation', now);
      await trx
        .insertInto('membership')
        .values({ person_id: viewer.personId, role, school, created_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    } else {
      await write(trx, { ...own, role }, 'invitation', now);
    }
    const subject = `school ${school}: ${role}`;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'invitation-accepted', subject });
    return invitation;
  });
}
