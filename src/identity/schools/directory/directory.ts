import type { Academie } from '../academies.ts';
import { parseUai } from '../uai.ts';

/** A school as the national directory tells of it. */
export type DirectorySchool = {
  uai: string;
  name: string;
  kind: string;
  city: string;
  academie: string;
  sector: 'public' | 'prive' | null;
  postcode: string | null;
  closed: boolean;
};

/**
 * The columns read, of the 72 of « Annuaire de l’éducation » (fr-en-annuaire-education, Licence Ouverte 2.0). Exports write
 * them with capitals or without, with spaces or underscores: `columnName` gives one form.
 */
const NEEDED = [
  'identifiant_de_l_etablissement',
  'nom_etablissement',
  'type_etablissement',
  'nom_commune',
] as const;
const OPTIONAL = [
  'code_academie',
  'libelle_academie',
  'statut_public_prive',
  'code_postal',
  'etat',
  'libelle_nature',
  'voie_generale',
  'voie_technologique',
  'voie_professionnelle',
] as const;
type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];

/** Where each column is; −1 when the file does not have it. */
export type Header = { places: Record<Column, number>; width: number };

export function columnName(written: string): string {
  return written.trim().toLowerCase().replaceAll(/\s+/g, '_');
}

/** The header of a file, or the columns it lacks, as the directory writes them. */
export function readHeader(cells: readonly string[]): Header | { missing: string[] } {
  const names = cells.map(columnName);
  const places = Object.fromEntries(
    [...NEEDED, ...OPTIONAL].map((column) => [column, names.indexOf(column)]),
  ) as Header['places'];
  const missing: string[] = NEEDED.filter((column) => places[column] < 0);
  if (places.code_academie < 0 && places.libelle_academie < 0) missing.push('code_academie');
  return missing.length > 0
    ? { missing: missing.map((name) => name[0]!.toUpperCase() + name.slice(1)) }
    : { places, width: cells.length };
}

export type RowReading = { school: DirectorySchool } | { problems: string[]; uai: string | null };

/** One row of the directory. A row with a problem still says which school it is about, when its UAI can be read. */
export function readRow(
  cells: readonly string[],
  { places, width }: Header,
  academies: AcademieFinder,
): RowReading {
  if (cells.length !== width) {
    return { problems: [`${cells.length} cases au lieu de ${width}`], uai: null };
  }
  const cell = (column: Column) => plain(cells[places[column]] ?? '');
  const typed = cell('identifiant_de_l_etablissement');
  const uai = parseUai(typed);
  const name = cell('nom_etablissement');
  const city = cell('nom_commune');
  const academie = academies(cell('code_academie'), cell('libelle_academie'));
  const problems = [
    ...(uai ? [] : [uaiProblem(typed)]),
    ...lengthProblem('nom de l’établissement', name, 200),
    ...lengthProblem('commune', city, 100),
    ...(academie
      ? []
      : [`académie inconnue : « ${shorten(cell('code_academie') || cell('libelle_academie'))} »`]),
  ];
  if (uai === null || academie === null || problems.length > 0) return { problems, uai };
  const postcode = cell('code_postal').padStart(5, '0');
  return {
    school: {
      uai,
      name,
      city,
      academie,
      kind: kindOf(cell),
      sector: sectorOf(cell('statut_public_prive')),
      postcode: /^\d{5}$/.test(postcode) && postcode !== '00000' ? postcode : null,
      closed: /^ferm/i.test(cell('etat')),
    },
  };
}

function uaiProblem(typed: string): string {
  if (typed === '') return 'identifiant (UAI) vide';
  const shown = `« ${shorten(typed)} »`;
  return /^\d{7}[A-Za-z]$/.test(typed.replaceAll(' ', ''))
    ? `UAI ${shown} : la lettre ne convient pas aux chiffres`
    : `UAI ${shown} : il faut sept chiffres et une lettre`;
}

function lengthProblem(what: string, text: string, most: number): string[] {
  if (text === '') return [`${what} vide`];
  return text.length > most ? [`${what} de plus de ${most} caractères`] : [];
}

/** What no page can show is left out; spaces count once. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function sectorOf(text: string): 'public' | 'prive' | null {
  if (/^public$/i.test(text)) return 'public';
  return /^priv/i.test(text) ? 'prive' : null;
}

/** The kind of a school: its nature when it is told, else its type and the ways it offers. */
function kindOf(cell: (column: Column) => string): string {
  const type = bare(cell('type_etablissement'));
  const nature = bare(cell('libelle_nature'));
  if (type === 'ecole' || type === 'college' || type === 'erea') return type;
  if (type !== 'lycee') return 'autre';
  if (nature.includes('polyvalent')) return 'lycee-polyvalent';
  if (nature.includes('professionnel')) return 'lycee-professionnel';
  const offers = (column: Column) => /^(1|true|oui)$/i.test(cell(column));
  const general = offers('voie_generale') || offers('voie_technologique');
  if (!offers('voie_professionnelle')) return 'lycee';
  return general ? 'lycee-polyvalent' : 'lycee-professionnel';
}

export type AcademieFinder = (code: string, label: string) => string | null;

/** Académies merged since: their former codes are still met. */
const MERGED: Record<string, string> = { '05': '70', '21': '70' };

/** Finds an académie by its code, with or without its zero, else by its name, however it is written. */
export function academieFinder(academies: readonly Academie[]): AcademieFinder {
  const codes = new Set(academies.map(({ code }) => code));
  const byName = new Map(academies.map(({ code, name }) => [bare(name), code]));
  return (code, label) => {
    const padded = code.padStart(2, '0');
    const known = MERGED[padded] ?? padded;
    return codes.has(known) ? known : (byName.get(bare(label)) ?? null);
  };
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}
