import type { Question, QuestionOf, Response } from '../../content/index.ts';
import { RATING_NAMES } from './review.ts';

/** An answer in the words of its question, before anything is said of it. */
export type GivenAnswer =
  | { kind: 'one'; text: string }
  | { kind: 'several' | 'in-order'; texts: string[] }
  | { kind: 'each'; lines: { text: string; given: string }[] };

/** What the form said, read again. `response` is an answer to this very question. */
export function givenAnswer(question: Question, response: Response): GivenAnswer {
  switch (response.kind) {
    case 'unknown':
      return { kind: 'one', text: 'Je ne sais pas' };
    case 'choice':
      return { kind: 'one', text: textOf(question, response.option) };
    case 'selection':
      return { kind: 'several', texts: response.options.map((id) => textOf(question, id)) };
    case 'sequence':
      return { kind: 'in-order', texts: response.items.map((id) => textOf(question, id)) };
    case 'assignment':
      return each(question, response.values, (value) =>
        question.format === 'categories' ? labelOf(question, value) : value,
      );
    case 'ratings':
      return each(question, response.values, (rating) => RATING_NAMES[rating]!);
    case 'number':
      return { kind: 'one', text: numberText(question as QuestionOf<'number'>, response.value) };
  }
}

function each<Value>(
  question: Question,
  values: Readonly<Record<string, Value>>,
  say: (value: Value) => string,
): GivenAnswer {
  const lines = Object.entries(values).map(([id, value]) => ({
    text: textOf(question, id),
    given: say(value),
  }));
  return { kind: 'each', lines };
}

function labelOf({ categories }: QuestionOf<'categories'>, id: string): string {
  return categories.find((category) => category.id === id)!.label;
}

function numberText({ unit }: QuestionOf<'number'>, value: number): string {
  const shown = value.toLocaleString('fr-FR', { maximumFractionDigits: 4 });
  return unit === undefined ? shown : `${shown} ${unit}`;
}

function textOf(question: Question, id: string): string {
  return elementsOf(question).find((element) => element.id === id)!.text;
}

function elementsOf(question: Question): readonly { id: string; text: string }[] {
  switch (question.format) {
    case 'single-choice':
    case 'multiple-choice':
    case 'dialogue-step':
      return question.options;
    case 'document':
      return question.passages.map(({ id, label, text }) => ({
        id,
        text: label ? `${label} : ${text}` : text,
      }));
    case 'order':
    case 'categories':
      return question.items;
    case 'match':
      return question.pairs.map(({ id, left }) => ({ id, text: left }));
    case 'judgement':
      return question.reactions;
    case 'number':
      return [];
  }
}
