import { isDay } from '../../calendar/index.ts';
import type { Content } from '../../content/index.ts';
import type { FieldError } from '../../web/index.ts';

export type LineKind = 'stage' | 'module' | 'dialogue' | 'workshop' | 'council' | 'other';

/** Who sees to a line: a function, never somebody’s name. */
export const OWNERS = [
  'Direction',
  'Référente ou référent décrochage',
  'CPE',
  'Professeurs principaux',
  'Psychologue de l’Éducation nationale',
  'Infirmière ou infirmier',
  'Formation académique',
  'Chaque membre du groupe',
  'À décider',
] as const;
export type Owner = (typeof OWNERS)[number];

/** A line as proposed or typed. Days are YYYY-MM-DD. */
export type Draft = {
  kind: LineKind;
  contentId: string | null;
  title: string;
  /** Why it is there; empty when somebody added it without saying. */
  reason: string;
  from: string;
  until: string;
  owner: Owner;
};
export type Line = Omit<Draft, 'owner'> & { id: string; owner: string };

export const NATURES: Record<LineKind, string> = {
  stage: 'Positionnement',
  module: 'Module',
  dialogue: 'Dialogue',
  workshop: 'Atelier',
  council: 'Conseil pédagogique',
  other: 'Autre',
};

export const LONGEST_LINE = 160;
const LONGEST_REASON = 400;
export const MOST_LINES = 40;

export type TypedDates = { from: string; until: string; owner: string };

/** Dates and owner as typed; `prefix` tells the fields of one line from those of another. */
export function readDates(
  { from, until, owner }: TypedDates,
  prefix: string,
): { dates: Pick<Draft, 'from' | 'until' | 'owner'> } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const found = OWNERS.find((one) => one === owner);
  if (!isDay(from)) errors.push({ field: `${prefix}du`, message: 'Donnez le premier jour.' });
  if (!isDay(until)) errors.push({ field: `${prefix}au`, message: 'Donnez le dernier jour.' });
  if (isDay(from) && isDay(until) && until < from) {
    errors.push({
      field: `${prefix}au`,
      message: 'Le dernier jour vient avant le premier : corrigez l’un des deux.',
    });
  }
  if (!found) errors.push({ field: `${prefix}qui`, message: 'Choisissez qui s’en charge.' });
  return errors.length > 0 || !found ? { errors } : { dates: { from, until, owner: found } };
}

export type TypedWords = { title: string; reason: string };

/** What is planned and why, as typed; a line that names a content needs no title of its own. */
function readWords(
  typed: TypedWords,
  { prefix, missing }: { prefix: string; missing: string | null },
): { words: TypedWords; errors: FieldError[] } {
  const title = typed.title.replace(/\s+/g, ' ').trim();
  const reason = typed.reason.replace(/\s+/g, ' ').trim();
  const errors: FieldError[] = [];
  if (missing !== null && title === '') errors.push({ field: `${prefix}quoi`, message: missing });
  if (title.length > LONGEST_LINE) {
    errors.push({ field: `${prefix}quoi`, message: `C’est trop long : ${LONGEST_LINE} signes au plus.` });
  }
  if (reason.length > LONGEST_REASON) {
    errors.push({
      field: `${prefix}pourquoi`,
      message: `C’est trop long : ${LONGEST_REASON} signes au plus.`,
    });
  }
  return { words: { title, reason }, errors };
}

export type TypedChange = TypedDates & TypedWords;
export type Change = Pick<Draft, 'title' | 'reason' | 'from' | 'until' | 'owner'>;

/** A line of the plan as it was rewritten; `prefix` tells its fields from those of another. */
export function readChange(
  typed: TypedChange,
  prefix: string,
): { change: Change } | { errors: FieldError[] } {
  const { words, errors } = readWords(typed, { prefix, missing: 'Écrivez ce qui est prévu.' });
  const read = readDates(typed, prefix);
  if ('errors' in read) return { errors: [...errors, ...read.errors] };
  return errors.length > 0 ? { errors } : { change: { ...words, ...read.dates } };
}

/** What a line may name. */
type Contents = Pick<Content, 'modules' | 'dialogues' | 'workshops'>;
const NAMED = { module: 'modules', dialogue: 'dialogues', workshop: 'workshops' } as const;
type Named = keyof typeof NAMED;
const NAMED_KINDS = Object.keys(NAMED) as Named[];

export type TypedLine = TypedChange & { content: string };

/** A line added by hand: a module, a dialogue or a workshop of the content, or anything one writes. */
export function readLine(typed: TypedLine, contents: Contents): { line: Draft } | { errors: FieldError[] } {
  const [typedKind, id] = typed.content.split(':');
  const kind = NAMED_KINDS.find((known) => known === typedKind);
  const named = kind && contents[NAMED[kind]].find((one) => one.id === id);
  const { words, errors } = readWords(typed, {
    prefix: '',
    missing: named ? null : 'Choisissez un contenu, ou écrivez ce qui est prévu.',
  });
  const read = readDates(typed, '');
  if ('errors' in read) return { errors: [...errors, ...read.errors] };
  if (errors.length > 0) return { errors };
  const { reason } = words;
  if (kind && named)
    return { line: { kind, contentId: named.id, title: named.title, reason, ...read.dates } };
  return { line: { kind: 'other', contentId: null, ...words, ...read.dates } };
}

/** Where what a line plans is found; null where there is nothing to open, or no longer. */
export function whereOf(
  { kind, contentId }: Pick<Draft, 'kind' | 'contentId'>,
  contents: Contents,
): string | null {
  if (kind === 'workshop' && contentId === null) return '/ateliers';
  const named = NAMED_KINDS.find((known) => known === kind);
  if (!named || !contents[NAMED[named]].some(({ id }) => id === contentId)) return null;
  return `${PLACES[named]}/${contentId}`;
}

const PLACES: Record<Named, string> = {
  module: '/modules',
  dialogue: '/dialogues',
  workshop: '/ateliers/cas',
};
