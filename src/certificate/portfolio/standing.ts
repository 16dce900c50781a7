import type { Framework } from '../../content/index.ts';
import type { Asked } from './peers/confirmation.ts';
import { countInWords, EPREUVES, type Epreuve, type KeptPiece } from './piece.ts';

/** « Où j’en suis »: what exists and what is missing, by épreuve and by domain. */
export type Standing = { epreuves: EpreuveStanding[]; domains: DomainStanding[]; minutesHere: number };

export type EpreuveStanding = { epreuve: Epreuve; there: string; missing: Expected[] };
/** What one would bring, and where it is made. */
export type Expected = { text: string; where: string };
export type CompetenceStanding = {
  code: string;
  title: string;
  /** « 2 modules et 1 observation », empty when there is nothing. */
  there: string;
  confirmed: { by: string; on: Date; level: 4 | 5 | null } | null;
};
export type DomainStanding = { title: string; competences: CompetenceStanding[]; bare: number };

export function standingOf(
  kept: readonly KeptPiece[],
  asked: readonly Asked[],
  framework: Framework,
  minutesHere: number,
): Standing {
  return {
    minutesHere,
    epreuves: EPREUVES.map((epreuve) => {
      const pieces = kept.filter((piece) => piece.kept.epreuves.includes(epreuve));
      return { epreuve, there: countInWords(pieces), missing: missingFor(epreuve, pieces) };
    }),
    domains: framework.domains.map(({ title, competences }) => {
      const standings = competences.map(({ code, title: name }): CompetenceStanding => {
        const pieces = kept.filter((piece) => piece.kept.competences.includes(code));
        return { code, title: name, there: countInWords(pieces), confirmed: latestConfirmation(asked, code) };
      });
      const bare = standings.filter(({ there, confirmed }) => there === '' && !confirmed).length;
      return { title, competences: standings, bare };
    }),
  };
}

/** What one would expect to bring to it. Nothing here is asked by the texts. */
const EXPECTED: Record<Epreuve, (Expected & { kinds: KeptPiece['kind'][] })[]> = {
  1: [
    {
      kinds: ['session'],
      text: 'une séance avec des jeunes, préparée puis relue',
      where: '/certificat/seances',
    },
    { kinds: ['observation'], text: 'une observation par un pair', where: '/certificat/dossier/pairs' },
    {
      kinds: ['plan', 'dialogue'],
      text: 'un plan tenu ou un dialogue où l’on parle avec un jeune',
      where: '/dialogues',
    },
  ],
  2: [
    {
      kinds: ['case-study'],
      text: 'une étude de cas en temps limité',
      where: '/certificat/etudes-de-cas',
    },
    { kinds: ['plan', 'observation'], text: 'un plan tenu ou une observation par un pair', where: '/plans' },
    { kinds: ['module'], text: 'un module qui appuie votre analyse', where: '/mon-parcours' },
  ],
};

function missingFor(epreuve: Epreuve, pieces: readonly KeptPiece[]): Expected[] {
  return EXPECTED[epreuve]
    .filter(({ kinds }) => !pieces.some(({ kind }) => kinds.includes(kind)))
    .map(({ text, where }) => ({ text, where }));
}

/** The highest level a peer confirmed, else the latest practice. */
function latestConfirmation(asked: readonly Asked[], code: string): CompetenceStanding['confirmed'] {
  const confirmed = asked
    .filter(({ competence, answer }) => competence === code && answer === 'confirmed')
    .sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || b.answeredAt!.getTime() - a.answeredAt!.getTime());
  const [best] = confirmed;
  return best ? { by: best.peer ?? '', on: best.answeredAt!, level: best.level } : null;
}

/** As the person declares them. */
export type Hours = { common: number; chosen: number; practical: number };

export const REQUIRED = { common: 120, chosen: 30, practical: 40 } as const;
export const HOURS = {
  common: 'Modules obligatoires',
  chosen: 'Modules au choix',
  practical: 'Temps pratique',
} as const satisfies Record<keyof typeof REQUIRED, string>;
export type HoursField = keyof typeof REQUIRED;
export const HOURS_FIELDS = Object.keys(REQUIRED) as HoursField[];
export const MOST_HOURS = 400;

/** Hours as typed: nothing is none; a half hour is not counted. */
export function readHours(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  return /^\d{1,3}$/.test(text) && Number(text) <= MOST_HOURS ? Number(text) : null;
}
