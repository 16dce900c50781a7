import { type Exercise, type Module, type ModuleSection, PRACTICE_SECTION } from '../../content/index.ts';

/** One page of a module: a section to read, or an exercise. */
export type Step =
  | { kind: 'section'; section: ModuleSection }
  | { kind: 'exercise'; section: ModuleSection; exercise: Exercise; number: number; count: number };

/** The pages of a module in order; the practice section becomes one page an exercise. */
export function stepsOf(module: Module): Step[] {
  return module.sections.flatMap((section): Step[] =>
    section.title === PRACTICE_SECTION
      ? module.practice.map((exercise, index) => ({
          kind: 'exercise',
          section,
          exercise,
          number: index + 1,
          count: module.practice.length,
        }))
      : [{ kind: 'section', section }],
  );
}

export type Try = { number: number; option: string; correct: boolean };

/** An exercise is tried once, then once more after a wrong choice; it is over when right, or after the second try. */
export function isOver(tries: readonly Try[]): boolean {
  return tries.length >= 2 || tries.some(({ correct }) => correct);
}

export type TryRefusal = 'over' | 'no-choice';

/** The try a choice makes, or why it makes none. Choosing the same wrong option again is no second try. */
export function nextTry(
  { options }: Pick<Exercise, 'options'>,
  tries: readonly Try[],
  chosen: string | undefined,
): Try | { refused: TryRefusal } {
  if (isOver(tries)) return { refused: 'over' };
  const option = options.find(({ id }) => id === chosen);
  if (!option || tries.some((done) => done.option === option.id)) return { refused: 'no-choice' };
  return { number: tries.length + 1, option: option.id, correct: option.correct };
}
