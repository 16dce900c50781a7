import type { Content } from '../../content/index.ts';
import { type Db, inTransaction, type PieceKind } from '../../database/index.ts';
import { findPractised } from '../../learning/index.ts';
import { audit } from '../../privacy/index.ts';
import type { Viewer } from '../../web/index.ts';
import { findFinishedCaseStudies } from '../case-study/case-study.store.ts';
import { findSessions } from '../sessions/session.store.ts';
import { findAsked } from './peers/confirmation.store.ts';
import type { Attachment, KeptPiece, Piece } from './piece.ts';
import type { Hours } from './standing.ts';

/** Everything the person did that a portfolio may hold, the latest first. */
export async function gatherPieces(db: Db, viewer: Viewer, content: Content): Promise<Piece[]> {
  const observations = (await findAsked(db, viewer)).flatMap((asked): Piece[] =>
    asked.answer === 'confirmed'
      ? [
          {
            kind: 'observation',
            id: asked.id,
            title: `${asked.occasion}, vu par ${asked.peer}`,
            day: asked.observedOn,
            minutes: null,
            competences: [asked.competence],
            path: `/certificat/dossier/pairs#demande-${asked.id}`,
          },
        ]
      : [],
  );
  const caseStudies = (await findFinishedCaseStudies(db, content, viewer)).map(
    ({ id, title, day, competences }): Piece => ({
      kind: 'case-study',
      id,
      title: title ?? 'Dossier retiré',
      day,
      minutes: null,
      competences,
      path: `/certificat/etudes-de-cas/essais/${id}`,
    }),
  );
  const sessions = (await findSessions(db, viewer)).flatMap(({ id, title, told }): Piece[] =>
    told
      ? [
          {
            kind: 'session',
            id,
            title,
            day: told.heldOn,
            minutes: null,
            competences: [],
            path: `/certificat/seances/${id}`,
          },
        ]
      : [],
  );
  const practised = await findPractised(db, viewer, content);
  const pieces: Piece[] = [...observations, ...sessions, ...caseStudies, ...practised];
  return pieces.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1));
}

export type Portfolio = { kept: KeptPiece[]; left: Piece[] };

/** The pieces kept, with what they show, and those that could be. */
export async function findPortfolio(db: Db, viewer: Viewer, content: Content): Promise<Portfolio> {
  const pieces = await gatherPieces(db, viewer, content);
  const attachments = await db
    .selectFrom('portfolio_piece')
    .select(['kind', 'piece', 'competences', 'epreuves', 'note'])
    .where('person_id', '=', viewer.personId)
    .execute();
  const keptAs = new Map(attachments.map(({ kind, piece, ...kept }) => [`${kind} ${piece}`, kept]));
  const portfolio: Portfolio = { kept: [], left: [] };
  for (const piece of pieces) {
    const kept = keptAs.get(`${piece.kind} ${piece.id}`);
    if (kept) portfolio.kept.push({ ...piece, kept });
    else portfolio.left.push(piece);
  }
  return portfolio;
}

/** Keeps a piece for what it shows, or says anew what it shows. */
export async function attachPiece(
  db: Db,
  viewer: Viewer,
  { kind, id }: Pick<Piece, 'kind' | 'id'>,
  attachment: Attachment,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('portfolio_piece')
      .values({ person_id: viewer.personId, kind, piece: id, ...attachment, attached_at: now })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'kind', 'piece']).doUpdateSet({ ...attachment, attached_at: now }),
      )
      .execute();
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'piece-attached', subject: kind });
  });
}

export async function detachPiece(
  db: Db,
  viewer: Viewer,
  { kind, id }: { kind: PieceKind; id: string },
  now: Date,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const detached = await trx
      .deleteFrom('portfolio_piece')
      .where('person_id', '=', viewer.personId)
      .where('kind', '=', kind)
      .where('piece', '=', id)
      .returning('piece')
      .execute();
    if (detached.length === 0) return;
    await audit(trx, { at: now, actor: viewer.auditActor, action: 'piece-detached', subject: kind });
  });
}

export async function findHours(db: Db, viewer: Viewer): Promise<(Hours & { declaredAt: Date }) | null> {
  const row = await db
    .selectFrom('declared_hours')
    .select(['common', 'chosen', 'practical', 'declared_at as declaredAt'])
    .where('person_id', '=', viewer.personId)
    .executeTakeFirst();
  return row ?? null;
}

export async function declareHours(db: Db, viewer: Viewer, hours: Hours, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('declared_hours')
      .values({ person_id: viewer.personId, ...hours, declared_at: now })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...hours, declared_at: now }))
      .execute();
    await audit(trx, {
      at: now,
      actor: viewer.auditActor,
      action: 'hours-declared',
      subject: `${hours.common} + ${hours.chosen} + ${hours.practical}`,
    });
  });
}
