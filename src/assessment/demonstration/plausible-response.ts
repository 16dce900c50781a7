import { creditOf, type Question, type Response } from '../../content/index.ts';

/** An answer to a question worth a given credit: the right one, spoilt step by step until it is worth no more. */
export function plausibleResponse(question: Question, credit: number): Response {
  const candidates = spoilt(question);
  return candidates.find((response) => creditOf(question, response) === credit) ?? candidates.at(-1)!;
}

function spoilt(question: Question): Response[] {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return [...question.options]
        .sort((a, b) => Number(b.correct) - Number(a.correct))
        .map(({ id }): Response => ({ kind: 'choice', option: id }));
    case 'multiple-choice':
      return flips(question.options.map(({ id, correct }) => ({ id, expected: correct })));
    case 'document':
      return flips(question.passages.map(({ id, relevant }) => ({ id, expected: relevant })));
    case 'order': {
      const ids = question.items.map(({ id }) => id);
      const swapped = [ids[1]!, ids[0]!, ...ids.slice(2)];
      return [ids, swapped, [...ids].reverse()].map((items): Response => ({ kind: 'sequence', items }));
    }
    case 'match': {
      const rights = question.pairs.map(({ right }) => right);
      const swapped = [rights[1]!, rights[0]!, ...rights.slice(2)];
      return [rights, swapped, [...rights.slice(1), rights[0]!]].map(
        (list): Response => ({
          kind: 'assignment',
          values: Object.fromEntries(question.pairs.map(({ id }, index) => [id, list[index]!])),
        }),
      );
    }
    case 'categories': {
      const other = (category: string) => question.categories.find(({ id }) => id !== category)!.id;
      return question.items.map(
        (_, wrong): Response => ({
          kind: 'assignment',
          values: Object.fromEntries(
            question.items.map(({ id, category }, index) => [id, index < wrong ? other(category) : category]),
          ),
        }),
      );
    }
    case 'judgement':
      return Array.from({ length: 4 * question.reactions.length }, (_, steps): Response => {
        let left = steps;
        const values = question.reactions.map(({ id, rating }) => {
          const room = rating < 2 ? 3 - rating : rating;
          const moved = Math.min(left, room);
          left -= moved;
          return [id, rating < 2 ? rating + moved : rating - moved] as const;
        });
        return { kind: 'ratings', values: Object.fromEntries(values) };
      });
    case 'number':
      return [
        { kind: 'number', value: question.answer },
        { kind: 'number', value: question.mistakes[0]!.value },
      ];
  }
}

function flips(elements: { id: string; expected: boolean }[]): Response[] {
  return elements.map((_, wrong): Response => {
    const options = elements
      .filter(({ expected }, index) => (index < wrong ? !expected : expected))
      .map(({ id }) => id);
    return { kind: 'selection', options };
  });
}
