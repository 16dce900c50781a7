import { createRandom, type Random } from '../../../psychometrics/index.ts';
import { creditOf, type Question, type QuestionOf, type Response } from '../../../src/content/index.ts';

/**
 * Ways to answer without reading. `random`: anything; `middle`: judgement scales always at one of the two middle
 * ratings, anything elsewhere; `longest`: always the longest option, passages or answers longer than the average
 * where several are to be marked, anything where nothing has a length to choose by.
 */
export const RESPONSE_STYLES = ['random', 'middle', 'longest'] as const;
export type ResponseStyle = (typeof RESPONSE_STYLES)[number];

/** What a person of a style earns on a question; the same person always answers the same. */
export function styledCredit(question: Question, style: ResponseStyle, personSeed: number): number {
  return creditOf(question, styledResponse(question, style, personSeed));
}

/** What a person of a style answers to a question. */
export function styledResponse(question: Question, style: ResponseStyle, personSeed: number): Response {
  const luck = createRandom(personSeed, 'style', question.id);
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step': {
      const { options } = question;
      const option = style === 'longest' ? longest(options) : options[luck.integer(options.length)]!;
      return { kind: 'choice', option: option.id };
    }
    case 'multiple-choice':
      return { kind: 'selection', options: marked(question.options, style, luck) };
    case 'document':
      return { kind: 'selection', options: marked(question.passages, style, luck) };
    case 'order':
      return { kind: 'sequence', items: shuffled(question.items, luck).map(({ id }) => id) };
    case 'match':
      return { kind: 'assignment', values: matched(question, luck) };
    case 'categories':
      return { kind: 'assignment', values: sorted(question, luck) };
    case 'judgement':
      return { kind: 'ratings', values: rated(question, style, luck, personSeed) };
    case 'number':
      // A number typed without reading is a wrong one: there is no list to be lucky in.
      return { kind: 'number', value: question.mistakes[luck.integer(question.mistakes.length)]!.value };
  }
}

type Text = { id: string; text: string };

function longest<Option extends Text>(options: readonly Option[]): Option {
  return options.reduce((best, option) => (option.text.length > best.text.length ? option : best));
}

function marked(texts: readonly Text[], style: ResponseStyle, luck: Random): string[] {
  const average = texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length;
  const isMarked =
    style === 'longest' ? ({ text }: Text) => text.length > average : () => luck.uniform() < 0.5;
  return texts.filter(isMarked).map(({ id }) => id);
}

/** Every answer on the right is used once at most. */
function matched({ pairs, distractors }: QuestionOf<'match'>, luck: Random): Record<string, string> {
  const rights = shuffled([...pairs.map(({ right }) => right), ...distractors], luck);
  return Object.fromEntries(pairs.map(({ id }, index) => [id, rights[index]!]));
}

function sorted({ categories, items }: QuestionOf<'categories'>, luck: Random): Record<string, string> {
  return Object.fromEntries(items.map(({ id }) => [id, categories[luck.integer(categories.length)]!.id]));
}

/** Ratings go from 0 to 3; their middle is 1 or 2, one of the two for each person. */
function rated(
  { reactions }: QuestionOf<'judgement'>,
  style: ResponseStyle,
  luck: Random,
  personSeed: number,
): Record<string, number> {
  const middle = 1 + createRandom(personSeed, 'middle').integer(2);
  return Object.fromEntries(reactions.map(({ id }) => [id, style === 'middle' ? middle : luck.integer(4)]));
}

function shuffled<Element>(elements: readonly Element[], luck: Random): Element[] {
  return elements
    .map((element) => ({ element, rank: luck.uniform() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ element }) => element);
}
