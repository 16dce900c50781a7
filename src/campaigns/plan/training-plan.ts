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

export type TypedLine = TypedDates & { content: string; title: string; reason: string };

/** A line added by hand: a module or a dialogue of the content, or anything one writes. */
export function readLine(
  typed: TypedLine,
  { modules, dialogues }: Pick<Content, 'modules' | 'dialogues'>,
): { line: Draft } | { errors: FieldError[] } {
  const title = typed.title.replace(/\s+/g, ' ').trim();
  const reason = typed.reason.replace(/\s+/g, ' ').trim();
  const [kind, id] = typed.content.split(':');
  const module = kind === 'module' ? modules.find((one) => one.id === id) : undefined;
  const dialogue = kind === 'dialogue' ? dialogues.find((one) => one.id === id) : undefined;
  const errors: FieldError[] = [];
  if (!module && !dialogue && title === '') {
    errors.push({ field: 'quoi', message: 'Choisissez un contenu, ou écrivez ce qui est prévu.' });
  }
  if (title.length > LONGEST_LINE) {
    errors.push({ field: 'quoi', message: `C’est trop long : ${LONGEST_LINE} signes au plus.` });
  }
  if (reason.length > LONGEST_REASON) {
    errors.push({ field: 'pourquoi', message: `C’est trop long : ${LONGEST_REASON} signes au plus.` });
  }
  const read = readDates(typed, '');
  if ('errors' in read) errors.push(...read.errors);
  if (errors.length > 0 || 'errors' in read) return { errors };
  if (module)
    return { line: { kind: 'module', contentId: module.id, title: module.title, reason, ...read.dates } };
  if (dialogue) {
    return {
      line: { kind: 'dialogue', contentId: dialogue.id, title: dialogue.title, reason, ...read.dates },
    };
  }
  return { line: { kind: 'other', contentId: null, title, reason, ...read.dates } };
}
