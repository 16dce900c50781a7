import type { Format, Question } from '../question.ts';
import { chanceShare, STRATEGIES, type Strategy, shareOf } from './guess.ts';

/** A strategy may not earn more than chance by more than this share of the highest credit. */
export const MARGIN = 0.03;
/** A format of fewer questions is shown, not held to the margin: one question weighs more than the margin there. */
const ENOUGH = 40;
/** Formats where one option is right: there, earning less than chance tells what to avoid. */
const ONE_RIGHT: readonly Format[] = ['single-choice', 'dialogue-step'];

export type GuessLine = {
  questions: number;
  /** Mean share of the highest credit that answers at random earn. */
  chance: number;
  /** What each strategy earns above chance, in share of the highest credit. */
  above: Record<Strategy, number>;
};

/** What answering without knowing earns on these questions. */
export function guessLine(questions: readonly Question[]): GuessLine {
  const shares = questions.map(sharesOf);
  const chance = mean(shares.map((share) => share.chance));
  const above = Object.fromEntries(
    STRATEGIES.map((strategy) => [strategy, mean(shares.map((share) => share[strategy])) - chance]),
  ) as Record<Strategy, number>;
  return { questions: questions.length, chance, above };
}

type Shares = Record<Strategy | 'chance', number>;
const known = new WeakMap<Question, Shares>();

/** What each strategy and chance earn on one question; worked out once. */
function sharesOf(question: Question): Shares {
  const shares =
    known.get(question) ??
    ({
      chance: chanceShare(question),
      ...Object.fromEntries(STRATEGIES.map((strategy) => [strategy, shareOf(strategy, question)])),
    } as Shares);
  known.set(question, shares);
  return shares;
}

/**
 * Strategies that pay, a line each: over the whole bank, by domain, and by format where there are enough questions. Where one option is
 * right, a strategy that fails too often is named too: doing the contrary would pay. Elsewhere an answer without reading
 * is worth less than chance on purpose.
 */
export function guessProblems(questions: readonly Question[]): string[] {
  const domains = [...new Set(questions.map(({ competence }) => competence[0]!))];
  const groups: [name: string, questions: readonly Question[]][] = [
    ['all questions', questions],
    ...domains.map((domain): [string, readonly Question[]] => [
      `domain ${domain}`,
      questions.filter(({ competence }) => competence.startsWith(domain)),
    ]),
    ...formatsOf(questions),
  ];
  return groups.flatMap(([name, members]) => {
    if (members.length < ENOUGH) return [];
    const { above } = guessLine(members);
    const oneRight = members.every(({ format }) => ONE_RIGHT.includes(format));
    return STRATEGIES.filter(
      (strategy) => above[strategy] > MARGIN || (oneRight && above[strategy] < -MARGIN),
    ).map(
      (strategy) =>
        `${name}: answering « ${strategy} » earns ${points(above[strategy])} points against chance, ${100 * MARGIN} at most`,
    );
  });
}

/** The questions by format. */
export function formatsOf(
  questions: readonly Question[],
): [format: Format, questions: readonly Question[]][] {
  return [...new Set(questions.map(({ format }) => format))]
    .sort()
    .map((format) => [format, questions.filter((question) => question.format === format)]);
}

export function points(share: number): string {
  return `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
