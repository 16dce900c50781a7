import type { PieceKind } from '../../database/index.ts';

/** Something a person did, wherever it comes from. */
export type Piece = {
  kind: PieceKind;
  id: string;
  title: string;
  /** YYYY-MM-DD */
  day: string;
  minutes: number | null;
  /** What it is about, as its room says; the person decides what it shows. */
  competences: string[];
  /** Where it is read again. */
  path: string;
};

export const EPREUVES = [1, 2] as const;
export type Epreuve = (typeof EPREUVES)[number];

/** What the person says a piece shows. */
export type Attachment = { competences: string[]; epreuves: number[]; note: string | null };
export type KeptPiece = Piece & { kept: Attachment };

export const KINDS: Record<PieceKind, { one: string; several: string }> = {
  observation: { one: 'observation par un pair', several: 'observations par un pair' },
  session: { one: 'séance', several: 'séances' },
  'case-study': { one: 'étude de cas', several: 'études de cas' },
  plan: { one: 'plan tenu', several: 'plans tenus' },
  dialogue: { one: 'dialogue', several: 'dialogues' },
  module: { one: 'module', several: 'modules' },
};
export const KIND_ORDER = Object.keys(KINDS) as PieceKind[];

export const EPREUVE_TITLES: Record<Epreuve, string> = {
  1: 'Épreuve 1 : une séance avec plusieurs jeunes',
  2: 'Épreuve 2 : une étude de cas',
};

/** The épreuves a kind of piece naturally serves: ticked beforehand, free to change. */
export function usualEpreuves(kind: PieceKind): Epreuve[] {
  if (kind === 'session' || kind === 'dialogue') return [1];
  if (kind === 'case-study' || kind === 'plan') return [2];
  return [1, 2];
}

export const LONGEST_NOTE = 300;

/** The choices of the form, when they can be kept. */
export function readAttachment(
  typed: { competences: readonly string[]; epreuves: readonly string[] },
  codes: readonly string[],
): Omit<Attachment, 'note'> | null {
  const competences = codes.filter((code) => typed.competences.includes(code));
  const epreuves = EPREUVES.filter((epreuve) => typed.epreuves.includes(String(epreuve)));
  return competences.length === 0 ? null : { competences, epreuves };
}

/** « 2 modules et 1 plan tenu », in the order of what weighs most. */
export function countInWords(pieces: readonly { kind: PieceKind }[]): string {
  const counts = KIND_ORDER.flatMap((kind) => {
    const count = pieces.filter((piece) => piece.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? KINDS[kind].one : KINDS[kind].several}`];
  });
  return new Intl.ListFormat('fr', { type: 'conjunction' }).format(counts);
}
