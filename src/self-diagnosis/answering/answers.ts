import type { SchoolPolicy } from '../../content/index.ts';

/** Where the school is on the scale of a statement, as somebody sees it; or they do not know. */
export type Answer = 0 | 1 | 2 | 3 | 'unknown';
export type Answers = Readonly<Record<string, Answer>>;

/** The kind of work of who answers: with a class, or around it. Not the métier: most are alone of theirs in a school. */
export const WORKS = {
  class: 'J’ai des élèves en cours',
  around:
    'Je travaille autour des cours : vie scolaire, santé, social, orientation, accompagnement, direction, administration',
} as const;
export type Work = keyof typeof WORKS;

export function readAnswer(text: string | undefined): Answer | null {
  if (text === 'unknown') return text;
  return text !== undefined && /^[0-3]$/.test(text) ? (Number(text) as Answer) : null;
}

/** The answers of a form to some statements; what is not an answer is left out, and stays to be answered. */
export function readAnswers(form: Record<string, string[]>, statements: readonly { id: string }[]): Answers {
  return Object.fromEntries(
    statements.flatMap(({ id }) => {
      const answer = readAnswer(form[id]?.[0]);
      return answer === null ? [] : [[id, answer]];
    }),
  );
}

/** What is left to answer, axis by axis, in the order of the pages. */
export function missing({ statements }: Pick<SchoolPolicy, 'statements'>, answers: Answers) {
  return statements.filter(({ id }) => answers[id] === undefined);
}

export type AxisPage = {
  axis: SchoolPolicy['axes'][number];
  statements: SchoolPolicy['statements'];
  place: number;
  next: string | null;
  before: string | null;
};

/** The page of an axis, and those beside it; null when there is no such axis. */
export function axisPage({ axes, statements }: SchoolPolicy, id: string | undefined): AxisPage | null {
  const place = axes.findIndex((axis) => axis.id === id);
  const axis = axes[place];
  if (!axis) return null;
  return {
    axis,
    statements: statements.filter((statement) => statement.axis === axis.id),
    place: place + 1,
    next: axes[place + 1]?.id ?? null,
    before: axes[place - 1]?.id ?? null,
  };
}
