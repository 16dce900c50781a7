import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '../calendar/index.ts';
import { actsText, findAsked } from '../certificate/index.ts';
import type { Content } from '../content/index.ts';
import { type Db, inTransaction, type Trx } from '../database/index.ts';
import { findPractised } from '../learning/index.ts';
import { audit } from '../privacy/index.ts';
import { dayText, type Viewer } from '../web/index.ts';
import { type Achievement, findAchievement, finishedPaths } from './achievement.ts';
import { badgeCredential, type Evidence, type Identity, PLACES } from './badge-document.ts';
import { type SigningKey, signCredential } from './signing.ts';

/** What the person may make a badge of, and what it would tell. */
export type Earned = { achievement: Achievement; confirmation: string | null; evidence: Evidence };
export type OwnBadge = {
  id: string;
  achievement: string;
  confirmation: string | null;
  token: string;
  madeAt: Date;
};

/** What the person earned, with a badge or without. */
export async function findEarned(db: Db, viewer: Viewer, content: Content): Promise<Earned[]> {
  const modules = (await findPractised(db, viewer, content)).filter(({ kind }) => kind === 'module');
  const paths = finishedPaths(content, modules).map(({ id, day }) => ({
    id,
    confirmation: null,
    evidence: { name: 'Modules terminés', narrative: `Parcours terminé le ${dayText(day)}.` },
  }));
  const practices = (await findAsked(db, viewer)).flatMap((asked) =>
    asked.answer === 'confirmed' && asked.answeredAt
      ? [
          {
            id: `pratique-${asked.competence}`,
            confirmation: asked.id,
            evidence: {
              name: 'Observation par un pair',
              narrative: `Vu le ${dayText(asked.observedOn)}, confirmé le ${dayText(dayOf(asked.answeredAt))} par une ou un collègue de l’académie : ${actsText(asked.acts)}.`,
            },
          },
        ]
      : [],
  );
  return [...paths, ...practices].flatMap(({ id, ...rest }) => {
    const achievement = findAchievement(content, id);
    return achievement ? [{ achievement, ...rest }] : [];
  });
}

export async function findBadges(db: Db, viewer: Viewer): Promise<OwnBadge[]> {
  return db
    .selectFrom('badge')
    .select(['id', 'achievement', 'confirmation_id as confirmation', 'token', 'made_at as madeAt'])
    .where('person_id', '=', viewer.personId)
    .orderBy('made_at', 'desc')
    .execute();
}

/** Signs a badge with what the person chose to reveal, and keeps it; null when they have it already. */
export async function makeBadge(
  db: Db,
  viewer: Viewer,
  { achievement, confirmation, evidence }: Earned,
  { name, key, origin, now }: { name: boolean; key: SigningKey; origin: string; now: Date },
): Promise<string | null> {
  const id = randomUUID();
  const identity: Identity = {
    email: viewer.email,
    salt: randomBytes(16).toString('hex'),
    name: name || viewer.email === null ? viewer.name : null,
  };
  return inTransaction(db, async (trx) => {
    await trx.selectFrom('person').select('id').where('id', '=', viewer.personId).forUpdate().execute();
    const made = (await findBadges(trx, viewer)).some(
      (badge) => badge.achievement === achievement.id && badge.confirmation === confirmation,
    );
    if (made) return null;
    const place = await takePlace(trx, id);
    const credential = badgeCredential(origin, { id, place, achievement, identity, evidence, at: now });
    await trx
      .insertInto('badge')
      .values({
        id,
        place,
        person_id: viewer.personId,
        achievement: achievement.id,
        confirmation_id: confirmation,
        token: await signCredential(credential, key),
        made_at: now,
      })
      .execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'badge-made', subject: `badge ${id}` });
    return id;
  });
}

/** A place drawn at random among those free: neighbours in the list have nothing in common. */
async function takePlace(trx: Trx, badgeId: string): Promise<number> {
  for (;;) {
    const place = randomInt(PLACES);
    const taken = await trx
      .insertInto('badge_status')
      .values({ place, badge_id: badgeId })
      .onConflict((conflict) => conflict.column('place').doNothing())
      .returning('place')
      .execute();
    if (taken.length > 0) return place;
  }
}

/** Takes a badge back: the list says so at once, wherever the badge was given. */
export async function revokeBadge(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const revoked = await trx
      .deleteFrom('badge')
      .where(sql<string>`id::text`, '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('id')
      .execute();
    if (revoked.length === 0) return false;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'badge-revoked', subject: `badge ${id}` });
    return true;
  });
}

export type PublicBadge = { token: string; revokedAt: null } | { token: null; revokedAt: Date };

/** What anybody who has its address may see of a badge: what was signed, or that it was revoked. */
export async function findPublicBadge(db: Db, id: string): Promise<PublicBadge | null> {
  const row = await db
    .selectFrom('badge_status as s')
    .leftJoin('badge as b', 'b.id', 's.badge_id')
    .select(['token', 'revoked_at as revokedAt'])
    .where(sql<string>`s.badge_id::text`, '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return row.token === null || row.revokedAt
    ? { token: null, revokedAt: row.revokedAt ?? new Date(0) }
    : { token: row.token, revokedAt: null };
}

export async function findRevokedPlaces(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('badge_status')
    .select('place')
    .where('revoked_at', 'is not', null)
    .execute();
  return rows.map(({ place }) => place);
}
