import type { Case, Question, ReadingDocument } from './question.ts';

/** Silent reading of French for information, words a second (Brysbaert 2019: 238 words a minute in English). */
const WORDS_PER_SECOND = 3.7;

/** Time to decide and to enter an answer, in seconds, beyond reading: expert values, to be fitted on real times. */
const DECISION_SECONDS: Record<Question['format'], number> = {
  'single-choice': 18,
  'dialogue-step': 18,
  'multiple-choice': 26,
  order: 34,
  match: 34,
  categories: 30,
  judgement: 32,
  number: 24,
  document: 30,
};

/** Expected time to read and answer a question, in seconds, without the reading of its case. */
export function expectedSeconds(question: Question): number {
  return Math.round(words(textsOf(question)) / WORDS_PER_SECOND + DECISION_SECONDS[question.format]);
}

/** Expected time to read a case, in seconds, paid once for all its questions. */
export function expectedCaseSeconds({ title, situation, documents }: Case): number {
  return Math.round(words([title, situation, ...documents.flatMap(textsOfDocument)]) / WORDS_PER_SECOND);
}

/** Every text of a question that a person reads before answering. */
export function textsOf(question: Question): string[] {
  switch (question.format) {
    case 'single-choice':
    case 'multiple-choice':
      return [question.stem, ...question.options.map((option) => option.text)];
    case 'dialogue-step':
      return [
        question.stem,
        ...question.exchange.map((line) => line.text),
        ...question.options.map((option) => option.text),
      ];
    case 'order':
      return [question.stem, ...question.items.map((item) => item.text)];
    case 'match':
      return [
        question.stem,
        ...question.pairs.flatMap((pair) => [pair.left, pair.right]),
        ...question.distractors,
      ];
    case 'categories':
      return [
        question.stem,
        ...question.categories.map((category) => category.label),
        ...question.items.map((item) => item.text),
      ];
    case 'judgement':
      return [question.stem, ...question.reactions.map((reaction) => reaction.text)];
    case 'number':
      return [question.stem];
    case 'document':
      return [
        question.stem,
        question.document.title,
        ...question.passages.flatMap((passage) => [passage.label ?? '', passage.text]),
      ];
  }
}

function textsOfDocument({ title, lines }: ReadingDocument): string[] {
  return [title, ...lines.flatMap((line) => [line.label ?? '', line.text])];
}

function words(texts: string[]): number {
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}
