import { dayOf, daysAfter } from '../calendar/index.ts';
import type { Content, Dossier } from '../content/index.ts';
import type { Db } from '../database/index.ts';
import { findCharacter } from '../learning/index.ts';
import type { Viewer } from '../web/index.ts';
import { findRegistrations, recordRegistration } from './calendar/registration.store.ts';
import {
  findCaseStudies,
  resume,
  saveMarks,
  saveReply,
  startCaseStudy,
  write,
} from './case-study/case-study.store.ts';
import { askReader, keepReading, noteOpened } from './case-study/readers/reader.store.ts';
import { seedPortfolio } from './portfolio/demonstration.store.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const character = (number: number) => `d0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Inès Delattre, CPE; Thomas Nguyen of the same school; Yasmine Le Goff; Mei-Lin Garnier, who trains for Lille. */
const [AUTHOR, PEER, WRITING, TRAINER] = [character(3), character(4), character(8), character(16)];
const TRAINED = '09';

/** A candidate of the demonstration, her colleague, one who is in the middle of her hour, and dates; once. */
export async function seedCertificate(db: Db, content: Content, now: Date): Promise<void> {
  await seedFinished(db, content, new Date(now.getTime() - 9 * DAY));
  await seedPaused(db, content, new Date(now.getTime() - DAY));
  await seedDates(db, now);
  await seedPortfolio(db, content, now);
}

const dossierNamed = ({ dossiers }: Content, id: string): Dossier | undefined =>
  dossiers.find((dossier) => dossier.id === id);

const FACTS = `Les chiffres ne disent pas la même chose : 6 demi-journées sans motif au lycée, 18 en GPDS, 26 au 4 décembre. La différence vient du stage, saisi directement.
Les 6 sont toutes des jeudis après-midi, pendant l’atelier. Deux lectures : le car du soir (17 h 30, retour tard), ou l’atelier lui-même, un métier qu’elle n’a pas choisi. À vérifier avec elle avant de conclure.
Le stage : la convention dit 7 h, le patron l’attend à 4 h 30. Il lui a dit de rester chez elle. On ne peut donc pas écrire « abandon ».`;
const LATER = `La lettre de la mère du 8 octobre n’a pas eu de réponse. Elle demandait déjà le Haut-Bois, et donnait le bon numéro.`;
const FIRST = `1. Appeler la mère au bon numéro et la recevoir après 15 h (proviseure, cette semaine). S’excuser pour la lettre.
2. Ilona revient en cours demain, accueillie par un adulte qu’elle choisit.
3. La proviseure appelle M. Lemaire, puis lui écrit : les horaires de la convention.`;
const SECOND = `4. Essayer le groupe B le lundi pendant quatre semaines : si les absences du jeudi venaient du car, elles cessent.
5. À regarder fin janvier : ateliers suivis en entier, sur quatre. Cela ne dira pas si elle veut ce métier.`;
const AFTER_THE_HOUR = `6. Demander à M. Pons un nouveau rendez-vous, et préparer avec elle une demande écrite vers le Haut-Bois.`;

async function seedFinished(db: Db, content: Content, start: Date): Promise<void> {
  const dossier = dossierNamed(content, 'ec-ilona-stage-rompu');
  const author = await findCharacter(db, AUTHOR);
  if (!dossier || !author || (await findCaseStudies(db, author)).length > 0) return;
  const at = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);
  const id = await startCaseStudy(db, author, dossier, 'screen', start);
  const saves = [
    { minute: 27, diagnosis: FACTS, proposals: '', act: 'pause' },
    { minute: 48, diagnosis: `${FACTS}\n${LATER}`, proposals: FIRST, act: 'save' },
    { minute: 63, diagnosis: `${FACTS}\n${LATER}`, proposals: `${FIRST}\n${SECOND}`, act: 'save' },
    {
      minute: 69,
      diagnosis: `${FACTS}\n${LATER}`,
      proposals: `${FIRST}\n${SECOND}\n${AFTER_THE_HOUR}`,
      act: 'finish',
    },
  ] as const;
  for (const [revision, { minute, act, ...texts }] of saves.entries()) {
    await write(db, author, id, { written: { ...texts, revision }, act }, at(minute));
    if (act === 'pause') await resume(db, author, id, at(minute + 4));
  }
  await saveMarks(db, author, id, marksOf(dossier, 'fpfmppfm'), at(95));
  const replies = [
    'Je repars de ce qui est écrit : 13,1 en atelier, six jeudis, un car. Je propose quatre semaines pour voir, pas un pari.',
    'Vingt de ces demi-journées sont du stage, où on lui a dit de ne pas venir. Et personne n’a encore joint la mère.',
  ];
  for (const [index, reply] of replies.entries()) {
    await saveReply(db, author, id, { question: index + 1, reply }, at(130 + index));
  }
  await seedReading(db, { author, id, dossier }, at(24 * 60));
}

async function seedReading(
  db: Db,
  { author, id, dossier }: { author: Viewer; id: string; dossier: Dossier },
  at: Date,
): Promise<void> {
  const peer = await findCharacter(db, PEER);
  if (!peer?.email) return;
  const asked = await askReader(db, author, id, peer.email, at);
  if (typeof asked === 'string') return;
  const later = new Date(at.getTime() + DAY);
  await noteOpened(db, peer, asked.id, later);
  const word =
    'On voit les chiffres recomptés et l’essai du lundi : c’est clair et daté. Je n’ai pas trouvé qui décide du changement d’établissement, ni ce que tu fais de la proposition du GPDS.';
  await keepReading(db, peer, asked.id, { marks: marksOf(dossier, 'ffpmppfm'), word }, later);
}

const MARKS = { f: 'full', p: 'partly', m: 'missing' } as const;

/** A letter a criterion, in the order of the grid. */
function marksOf({ grid }: Dossier, letters: string) {
  return Object.fromEntries(
    grid.map(({ id }, index) => [id, MARKS[(letters[index] ?? 'm') as keyof typeof MARKS]]),
  );
}

async function seedPaused(db: Db, content: Content, start: Date): Promise<void> {
  const dossier = dossierNamed(content, 'ec-trois-moulins-sixiemes');
  const viewer = await findCharacter(db, WRITING);
  if (!dossier || !viewer || (await findCaseStudies(db, viewer)).length > 0) return;
  const id = await startCaseStudy(db, viewer, dossier, 'screen', start);
  const written = {
    diagnosis: `D’abord remettre les pourcentages sur les demi-journées ouvertes : les deux périodes n’ont pas la même longueur.
Ewen n’est pas le plus absent des neuf. Alors pourquoi lui ? Regarder ce qu’il a dit, et à qui.
Les huit autres : qu’est-ce qui a été fait pour eux ? Presque rien d’écrit.`,
    proposals: '1. Ne pas faire partir la demande de relais cette semaine.',
    revision: 0,
  };
  const paused = new Date(start.getTime() + 24 * MINUTE);
  await write(db, viewer, id, { written, act: 'pause' }, paused);
}

/** Invented, and said to be: those of last year, and those to come. */
async function seedDates(db: Db, now: Date): Promise<void> {
  const trainer = await findCharacter(db, TRAINER);
  if (!trainer || (await findRegistrations(db, TRAINED)).length > 0) return;
  const today = dayOf(now);
  const place = 'Division des examens et concours (exemple)';
  const source = 'Dates inventées pour la démonstration';
  for (const [opens, closes] of [
    [-340, -310],
    [10, 45],
  ] as const) {
    const dates = { opensOn: daysAfter(today, opens), closesOn: daysAfter(today, closes) };
    await recordRegistration(db, trainer, TRAINED, null, { ...dates, place, url: null, source }, now);
  }
}
