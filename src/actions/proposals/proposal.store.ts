import { randomUUID } from 'node:crypto';
import type { ActionField, ActionLevel, ActionTheme } from '../../content/index.ts';
import { type Db, inTransaction } from '../../database/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { actsOf, type ProposalStatus, type ProposalTexts, type ReviewDecision } from './proposal.ts';

export type Proposal = ProposalTexts & {
  id: string;
  status: ProposalStatus;
  message: string | null;
  school: string;
  sentAt: Date | null;
  reviewedAt: Date | null;
};

const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

export async function findMyProposals(db: Db, { personId }: Viewer): Promise<Proposal[]> {
  const rows = await proposals(db).where('p.author', '=', personId).orderBy('p.changed_at', 'desc').execute();
  return rows.map(asProposal);
}

export async function findMyProposal(
  db: Db,
  { personId }: Viewer,
  id: string,
): Promise<Proposal | undefined> {
  if (!isId(id)) return undefined;
  const row = await proposals(db).where('p.author', '=', personId).where('p.id', '=', id).executeTakeFirst();
  return row && asProposal(row);
}

/** Those that wait for a formateur of the académie, the oldest first; their own, if any, are for somebody else. */
export async function findWaiting(db: Db, viewer: Viewer): Promise<Proposal[]> {
  const rows = await waiting(db, viewer).orderBy('p.sent_at').execute();
  return rows.map(asProposal);
}

export async function findToReview(db: Db, viewer: Viewer, id: string): Promise<Proposal | undefined> {
  if (!isId(id)) return undefined;
  const row = await waiting(db, viewer).where('p.id', '=', id).executeTakeFirst();
  return row && asProposal(row);
}

function waiting(db: Db, viewer: Viewer) {
  return proposals(db)
    .where('p.status', '=', 'waiting')
    .where('p.author', '!=', viewer.personId)
    .where('p.academie', 'in', ['', ...academiesOf(viewer)]);
}

function academiesOf({ memberships }: Viewer): string[] {
  return memberships.flatMap(({ role, academie }) => (role === 'formateur' && academie ? [academie] : []));
}

function proposals(db: Db) {
  return db
    .selectFrom('action_proposal as p')
    .innerJoin('school as s', 's.uai', 'p.school')
    .select([
      'p.id',
      'p.status',
      'p.message',
      'p.title',
      'p.summary',
      'p.details',
      'p.partners',
      'p.observed',
      'p.levels',
      'p.field',
      'p.themes',
      'p.sent_at as sentAt',
      'p.reviewed_at as reviewedAt',
      's.name as school',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number];

function asProposal(row: Row): Proposal {
  return {
    ...row,
    levels: row.levels as ActionLevel[],
    field: row.field as ActionField | null,
    themes: row.themes as ActionTheme[],
  };
}

/** Writes a new proposal, or one of the author’s that may be written; `send` hands it to the académie. */
export async function keepProposal(
  db: Db,
  viewer: Viewer,
  id: string | null,
  texts: ProposalTexts,
  send: boolean,
  now: Date,
): Promise<string | null> {
  const school = viewer.memberships.find((membership) => membership.school !== null)?.school;
  if (!school) return null;
  return inTransaction(db, async (trx) => {
    const sending = send ? { status: 'waiting' as const, sent_at: now } : {};
    const { academie } = await trx
      .selectFrom('school')
      .select('academie')
      .where('uai', '=', school)
      .executeTakeFirstOrThrow();
    const kept =
      id === null
        ? await trx
            .insertInto('action_proposal')
            .values({
              id: randomUUID(),
              author: viewer.personId,
              school,
              academie,
              status: 'draft',
              made_at: now,
              changed_at: now,
              ...texts,
              ...sending,
            })
            .returning('id')
            .executeTakeFirst()
        : await trx
            .updateTable('action_proposal')
            .set({ ...texts, ...sending, changed_at: now })
            .where('id', '=', id)
            .where('author', '=', viewer.personId)
            .where('status', 'in', ['draft', 'changes', 'withdrawn'])
            .returning('id')
            .executeTakeFirst();
    if (!kept) return null;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: send ? 'action-proposed' : 'action-drafted',
      subject: kept.id,
    });
    return kept.id;
  });
}

/** Takes back what was sent or published: it leaves the library at once, and its author may write it again. */
export async function withdrawProposal(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .updateTable('action_proposal')
      .set({ status: 'withdrawn', changed_at: now })
      .where('id', '=', id)
      .where('author', '=', viewer.personId)
      .where('status', 'in', ['waiting', 'published'])
      .returning('id')
      .executeTakeFirst();
    if (!gone) return false;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'action-withdrawn', subject: id });
    return true;
  });
}

export async function removeProposal(db: Db, viewer: Viewer, id: string, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const gone = await trx
      .deleteFrom('action_proposal')
      .where('id', '=', id)
      .where('author', '=', viewer.personId)
      .where('status', 'in', REMOVABLE)
      .returning('id')
      .executeTakeFirst();
    if (!gone) return false;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'proposal-removed', subject: id });
    return true;
  });
}

const REMOVABLE = (['draft', 'waiting', 'changes', 'declined', 'published', 'withdrawn'] as const).filter(
  (status) => actsOf(status).remove,
);

/** What a formateur decides of one that waits; what they corrected is what is published, and what the author reads. */
export async function reviewProposal(
  db: Db,
  viewer: Viewer,
  id: string,
  { decision, texts, message }: { decision: ReviewDecision; texts: ProposalTexts; message: string | null },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const reviewed = await trx
      .updateTable('action_proposal')
      .set({
        ...(decision === 'published' ? texts : {}),
        status: decision,
        message,
        reviewer: viewer.personId,
        reviewed_at: now,
        changed_at: now,
      })
      .where('id', '=', id)
      .where('status', '=', 'waiting')
      .where('author', '!=', viewer.personId)
      .where('academie', 'in', ['', ...academiesOf(viewer)])
      .returning('id')
      .executeTakeFirst();
    if (!reviewed) return false;
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'action-reviewed',
      subject: `${id} ${decision}`,
    });
    return true;
  });
}
