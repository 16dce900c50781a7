import { createRandom } from '../../../psychometrics/index.ts';
import type { QuestionOf } from '../../content/index.ts';

/** Elements to put in order, as shown: shuffled, the same way for everybody, and never already in order. */
export function shownItems(question: QuestionOf<'order'>): QuestionOf<'order'>['items'] {
  const shown = shuffle(question.items, question.id);
  const inOrder = shown.every((item, index) => item === question.items[index]);
  return inOrder ? [...shown.slice(1), shown[0]!] : shown;
}

/** Answers to match, those that go with nothing included, as shown. Where two are the same, it is shown once. */
export function shownMatches(question: QuestionOf<'match'>): string[] {
  return shuffle(
    [...new Set([...question.pairs.map((pair) => pair.right), ...question.distractors])],
    question.id,
  );
}

/** Fisher and Yates, drawn from the name of the question. */
function shuffle<T>(list: readonly T[], seed: string): T[] {
  const random = createRandom('display-order', seed);
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random.uniform() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
