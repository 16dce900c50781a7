import { dayOf, daysAfter } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import type { Db } from '../../database/index.ts';
import { findCharacter } from '../../learning/index.ts';
import type { Viewer } from '../../web/index.ts';
import { planSession, tellSession } from '../sessions/session.store.ts';
import { askConfirmation, confirmPractice, findAsked, noteOpened } from './peers/confirmation.store.ts';
import { usualEpreuves } from './piece.ts';
import { attachPiece, declareHours, findPortfolio } from './portfolio.store.ts';

const DAY = 86_400_000;
/** Inès Delattre, CPE, and Thomas Nguyen of the same school. */
const CANDIDATE = 'd0000000-0000-4000-8000-000000000003';
const PEER = 'd0000000-0000-4000-8000-000000000004';

/** A CPE who prepares the certificate: two practices seen by a colleague, one confirmed, and a portfolio begun; once. */
export async function seedPortfolio(db: Db, content: Content, now: Date): Promise<void> {
  const [candidate, peer] = [await findCharacter(db, CANDIDATE), await findCharacter(db, PEER)];
  if (!candidate || !peer?.email || (await findAsked(db, candidate)).length > 0) return;
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const dayAgo = (days: number) => daysAfter(dayOf(now), -days);
  const seen = await askConfirmation(
    db,
    candidate,
    {
      competence: '2.3',
      observedOn: dayAgo(12),
      occasion: 'L’analyse d’une situation au GPDS, un quart d’heure',
      levelAsked: 4,
      email: peer.email,
    },
    ago(11),
  );
  const grid = content.coaching.find(({ competence }) => competence === '2.3')?.observe ?? [];
  if (typeof seen === 'object' && grid.length > 0) {
    await noteOpened(db, peer, [seen.id], ago(9));
    const acts = [grid[0]!.act, grid[2]!.act, grid[4]!.act];
    const word =
      'J’ai vu chacun parler avant le premier “parce que”. Le groupe s’est arrêté sur un seul besoin.';
    await confirmPractice(db, peer, seen.id, { acts, level: 4, word }, ago(9));
  }
  await askConfirmation(
    db,
    candidate,
    {
      competence: '3.2',
      observedOn: dayAgo(5),
      occasion: 'Un premier appel à une famille, cinq minutes',
      levelAsked: null,
      email: peer.email,
    },
    ago(3),
  );
  await seedSessions(db, content, candidate, now);
  await declareHours(db, candidate, { common: 48, chosen: 6, practical: 10 }, ago(3));
  const { left } = await findPortfolio(db, candidate, content);
  for (const piece of left.filter(
    ({ kind }) => kind === 'observation' || kind === 'plan' || kind === 'session',
  )) {
    const competences = piece.competences.length > 0 ? piece.competences : ['3.1'];
    const note =
      piece.kind === 'observation' ? 'Ce que j’y ai changé : la première question que je pose.' : null;
    await attachPiece(
      db,
      candidate,
      piece,
      { competences, epreuves: usualEpreuves(piece.kind), note },
      ago(3),
    );
  }
}

/** One session held and read over, one still to come. */
async function seedSessions(db: Db, content: Content, viewer: Viewer, now: Date): Promise<void> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const held = await planSession(
    db,
    viewer,
    {
      title: 'Dire ce qui aide à tenir une semaine',
      aim: 'Nommer deux choses qui l’aident à venir, et en choisir une pour la semaine',
      level: '4e',
      youngPeople: 5,
      steps: [
        { title: 'Accueillir et dire le but', minutes: 4, doing: 'choisissent leur place' },
        { title: 'Trier des cartes', minutes: 8, doing: 'trient douze cartes, en silence puis à deux' },
        { title: 'Comparer les tris', minutes: 10, doing: 'expliquent une carte à leur voisin' },
        { title: 'Choisir', minutes: 8, doing: 'écrivent ou dessinent une chose pour la semaine' },
      ],
      adaptations: 'Cartes avec un dessin et un mot ; on peut montrer sans parler.',
      proofs: 'La carte choisie par chacun, photographiée avec son accord.',
    },
    ago(8),
  );
  const questions = content.examination?.sessions.debrief ?? [];
  const answers = [
    'Trois sur cinq ont changé une carte de place en écoutant leur voisin, et l’ont dit.',
    'Au milieu des explications : j’ai abrégé, et le tri à deux a relancé.',
  ].flatMap((answer, index) => (questions[index] ? [{ question: questions[index], answer }] : []));
  if (answers.length > 0) {
    await tellSession(db, viewer, held, { heldOn: daysAfter(dayOf(now), -6), answers }, ago(6));
  }
  await planSession(
    db,
    viewer,
    {
      title: 'Préparer un appel à une entreprise',
      aim: 'Les appels',
      level: '3e',
      youngPeople: 9,
      steps: [
        { title: 'Accueillir et dire le but', minutes: 5, doing: '' },
        { title: 'Expliquer un appel', minutes: 10, doing: '' },
        { title: 'S’essayer à deux', minutes: 15, doing: 'jouent l’appel, puis échangent les rôles' },
      ],
      adaptations: '',
      proofs: '',
    },
    ago(1),
  );
}
