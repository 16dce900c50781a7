import type { Question, QuestionOf, Response } from '../../content/index.ts';
import { shownItems, shownMatches } from './display-order.ts';

/** Fields of a form, as sent: every value of every name. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** What keeps a form from being an answer; said to the person, next to the field. */
export type Problem = { problem: string };

/** « Je ne sais pas » is a button of the form. */
export const UNKNOWN = 'je-ne-sais-pas';

/** Reads the answer to a question from the fields of its form, or says what is missing. */
export function parseResponse(question: Question, fields: Fields): Response | Problem {
  if (fields.action?.includes(UNKNOWN)) return { kind: 'unknown' };
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return parseChoice(question, fields);
    case 'multiple-choice':
      return parseSelection(
        question.options.map((option) => option.id),
        fields,
        'Cochez au moins une réponse.',
      );
    case 'document':
      return parseSelection(
        question.passages.map((passage) => passage.id),
        fields,
        'Marquez au moins une ligne.',
      );
    case 'order':
      return parseSequence(question, fields);
    case 'match':
      return parseMatch(question, fields);
    case 'categories':
      return parseCategories(question, fields);
    case 'judgement':
      return parseRatings(question, fields);
    case 'number':
      return parseNumber(question, fields);
  }
}

function parseChoice(
  { options }: QuestionOf<'single-choice' | 'dialogue-step'>,
  fields: Fields,
): Response | Problem {
  const option = fields.option?.[0];
  return options.some((known) => known.id === option)
    ? { kind: 'choice', option: option! }
    : { problem: 'Choisissez une réponse.' };
}

function parseSelection(known: string[], fields: Fields, missing: string): Response | Problem {
  const options = known.filter((id) => fields.option?.includes(id));
  return options.length > 0 ? { kind: 'selection', options } : { problem: missing };
}

function parseSequence(question: QuestionOf<'order'>, fields: Fields): Response | Problem {
  const shown = shownItems(question);
  const ranks = shown.map((_, index) => Number(fields[`rank-${index}`]?.[0]));
  if (ranks.some((rank) => !Number.isInteger(rank) || rank < 1 || rank > shown.length)) {
    return { problem: 'Donnez une place à chaque élément.' };
  }
  if (new Set(ranks).size < ranks.length) {
    return { problem: 'Deux éléments ont la même place : donnez à chacun une place différente.' };
  }
  const items = ranks
    .map((rank, index) => ({ rank, id: shown[index]!.id }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
  return { kind: 'sequence', items };
}

function parseMatch(question: QuestionOf<'match'>, fields: Fields): Response | Problem {
  const shown = shownMatches(question);
  const values: Record<string, string> = {};
  for (const { id } of question.pairs) {
    const sent = fields[`to-${id}`]?.[0];
    const right = sent === undefined || sent === '' ? undefined : shown[Number(sent)];
    if (right === undefined) return { problem: 'Choisissez une réponse pour chaque ligne.' };
    values[id] = right;
  }
  return { kind: 'assignment', values };
}

function parseCategories(
  { items, categories }: QuestionOf<'categories'>,
  fields: Fields,
): Response | Problem {
  const values: Record<string, string> = {};
  for (const { id } of items) {
    const category = fields[`to-${id}`]?.[0];
    if (!categories.some((known) => known.id === category)) return { problem: 'Classez chaque élément.' };
    values[id] = category!;
  }
  return { kind: 'assignment', values };
}

function parseRatings({ reactions }: QuestionOf<'judgement'>, fields: Fields): Response | Problem {
  const values: Record<string, number> = {};
  for (const { id } of reactions) {
    const rating = fields[`rating-${id}`]?.[0];
    if (rating === undefined || !/^[0-3]$/.test(rating))
      return { problem: 'Donnez un avis sur chaque réaction.' };
    values[id] = Number(rating);
  }
  return { kind: 'ratings', values };
}

/** A number as people write it: « 4,5 », « 1 000 », « 58 % » when the answer is in %. */
function parseNumber({ unit = '' }: QuestionOf<'number'>, fields: Fields): Response | Problem {
  const compact = (text: string) => text.replace(/\s/g, '').toLowerCase();
  const typed = compact(fields.value?.[0] ?? '');
  const bare = unit !== '' && typed.endsWith(compact(unit)) ? typed.slice(0, -compact(unit).length) : typed;
  const sent = bare.replace('−', '-').replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(sent)
    ? { kind: 'number', value: Number(sent) }
    : { problem: 'Écrivez un nombre, en chiffres.' };
}
