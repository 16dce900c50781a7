import { maximumCredit, type Question, questionSchema, type Response } from '../../content/index.ts';

/** A question as it was asked, in plain text: nothing here tells the right answer. */
export type AskedText = { text: string; proposals: string[]; maximum: number | null };

/**
 * The text of a question of any age. Proposals are in alphabetical order: the order of the file is often that of the
 * right answer, and the question may still be open.
 */
export function askedText(body: unknown, caseBody: unknown): AskedText {
  const situation = caseText(caseBody);
  const result = questionSchema.safeParse(body);
  if (!result.success) {
    const { stem } = (body ?? {}) as { stem?: unknown };
    return {
      text: [situation, String(stem ?? '')].filter(Boolean).join('\n\n'),
      proposals: [],
      maximum: null,
    };
  }
  const question = result.data;
  return {
    text: [situation, ...preamble(question), question.stem].filter(Boolean).join('\n\n'),
    proposals: [...new Set(proposalsOf(question))].sort((a, b) => a.localeCompare(b, 'fr')),
    maximum: maximumCredit(question),
  };
}

/** An answer in the words of the question. */
export function answerText(body: unknown, response: Response): string {
  const result = questionSchema.safeParse(body);
  const question = result.success ? result.data : null;
  const words = question ? wordsOf(question) : new Map<string, string>();
  const say = (id: string) => words.get(id) ?? id;
  switch (response.kind) {
    case 'unknown':
      return 'Je ne sais pas';
    case 'choice':
      return say(response.option);
    case 'selection':
      return response.options.map(say).join(' | ') || 'Aucune proposition choisie';
    case 'sequence':
      return response.items.map((id, index) => `${index + 1}. ${say(id)}`).join(' | ');
    case 'assignment':
      return Object.entries(response.values)
        .map(([id, value]) => `${say(id)} → ${groupOf(question, value)}`)
        .join(' | ');
    case 'ratings':
      return Object.entries(response.values)
        .map(([id, rating]) => `${say(id)} → ${RATINGS[rating] ?? rating}`)
        .join(' | ');
    case 'number':
      return String(response.value).replace('.', ',');
  }
}

const RATINGS = ['à éviter', 'peu utile', 'utile', 'très utile'];

function preamble(question: Question): string[] {
  if (question.format === 'dialogue-step') {
    return question.exchange.map(({ speaker, text }) => `${speaker} : ${text}`);
  }
  return question.format === 'document' ? [question.document.title] : [];
}

function proposalsOf(question: Question): string[] {
  switch (question.format) {
    case 'match':
      return [...question.pairs.flatMap(({ left, right }) => [left, right]), ...question.distractors];
    case 'categories':
      return [...question.categories.map(({ label }) => label), ...question.items.map(({ text }) => text)];
    case 'number':
      return [];
    default:
      return [...wordsOf(question).values()];
  }
}

/** What each identifier of an answer stands for. */
function wordsOf(question: Question): Map<string, string> {
  const named = (elements: readonly { id: string; text: string }[]) =>
    new Map(elements.map(({ id, text }) => [id, text]));
  switch (question.format) {
    case 'single-choice':
    case 'multiple-choice':
    case 'dialogue-step':
      return named(question.options);
    case 'order':
    case 'categories':
      return named(question.items);
    case 'judgement':
      return named(question.reactions);
    case 'document':
      return named(
        question.passages.map(({ id, label, text }) => ({ id, text: label ? `${label} : ${text}` : text })),
      );
    case 'match':
      return named(question.pairs.map(({ id, left }) => ({ id, text: left })));
    case 'number':
      return new Map();
  }
}

/** A category is named by its identifier, a right-hand answer by its text. */
function groupOf(question: Question | null, value: string): string {
  if (question?.format !== 'categories') return value;
  return question.categories.find(({ id }) => id === value)?.label ?? value;
}

function caseText(body: unknown): string {
  if (!body || typeof body !== 'object') return '';
  const { title, situation, documents } = body as {
    title?: string;
    situation?: string;
    documents?: CaseDocument[];
  };
  const lines = (documents ?? []).flatMap((document) => [
    document.title,
    ...document.lines.map(({ label, text }) => (label ? `${label} : ${text}` : text)),
  ]);
  return [title, situation, ...lines].filter(Boolean).join('\n');
}
type CaseDocument = { title: string; lines: { label?: string; text: string }[] };
