import { randomUUID } from 'node:crypto';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import type { Adaptation } from './adaptation.ts';

/** `author`: null for the viewer’s own. */
export type SeenAdaptation = Adaptation & { mine: boolean; author: string; changedAt: Date };

/** The viewer’s own, and those shown to who leads a school, in theirs. */
export async function findAdaptations(db: Db, viewer: Viewer): Promise<SeenAdaptation[]> {
  return seen(db, viewer).orderBy('d.changed_at', 'desc').execute();
}

export async function findAdaptation(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<SeenAdaptation | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  return seen(db, viewer).where('d.id', '=', id).executeTakeFirst();
}

function seen(db: Db, { personId, memberships }: Viewer) {
  const led = memberships.flatMap(({ role, school }) =>
    school !== null && (role === 'direction' || role === 'referent') ? [school] : [],
  );
  return db
    .selectFrom('action_adaptation as d')
    .innerJoin('person', 'person.id', 'd.person_id')
    .select((where) => [
      'd.id',
      'd.action',
      'd.title',
      'd.kept',
      'd.changed',
      'd.with_whom as withWhom',
      'd.first_step as firstStep',
      'd.first_day as firstDay',
      'd.shown',
      'd.changed_at as changedAt',
      'person.display_name as author',
      where('d.person_id', '=', personId).$castTo<boolean>().as('mine'),
    ])
    .where((where) =>
      where.or([
        where('d.person_id', '=', personId),
        where.and([where('d.shown', '=', true), where('d.school', 'in', ['', ...led])]),
      ]),
    );
}

/** Keeps a new one, or changes the viewer’s own. Without a school it is shown to nobody. */
export async function keepAdaptation(
  db: Db,
  viewer: Viewer,
  { id, ...adaptation }: Omit<Adaptation, 'id'> & { id: string | null },
  now: Date,
): Promise<string | null> {
  const school = viewer.memberships.find((membership) => membership.school !== null)?.school ?? null;
  const texts = {
    school,
    shown: adaptation.shown && school !== null,
    kept: adaptation.kept,
    changed: adaptation.changed,
    with_whom: adaptation.withWhom,
    first_step: adaptation.firstStep,
    first_day: adaptation.firstDay,
    changed_at: now,
  };
  return inTransaction(db, async (trx) => {
    const kept =
      id === null
        ? await trx
            .insertInto('action_adaptation')
            .values({
              id: randomUUID(),
              person_id: viewer.personId,
              action: adaptation.action,
              title: adaptation.title,
              made_at: now,
              ...texts,
            })
            .returning('id')
            .executeTakeFirst()
        : await trx
            .updateTable('action_adaptation')
            .set(texts)
            .where('id', '=', id)
            .where('person_id', '=', viewer.personId)
            .returning('id')
            .executeTakeFirst();
    if (!kept) return null;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'action-adapted',
      subject: adaptation.action,
    });
    return kept.id;
  });
}

export async function removeAdaptation(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('action_adaptation')
      .where('id', '=', id)
      .where('person_id', '=', viewer.personId)
      .returning('action')
      .executeTakeFirst();
    if (!gone) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'adaptation-removed',
      subject: gone.action,
    });
    return true;
  });
}
