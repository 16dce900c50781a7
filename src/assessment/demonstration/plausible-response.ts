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
      return moreAndMoreReversed(question.items.map(({ id }) => id)).map(
        (items): Response => ({ kind: 'sequence', items }),
      );
    }
    case 'match': {
      const rights = question.pairs.map(({ right }) => right);
      const oneWrong = [
        ...question.distractors.slice(0, 1),
        ...rights.slice(question.distractors.length > 0 ? 1 : 0),
      ];
      const moved = rights
        .slice(1)
        .map((_, last) => [...rights.slice(1, last + 2), rights[0]!, ...rights.slice(last + 2)]);
      return [rights, oneWrong, ...moved].map(
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

/** The right order, then one pair more out of order each time, to the reverse. */
function moreAndMoreReversed(ids: string[]): string[][] {
  const orders = [ids];
  for (let last = ids.length - 1; last > 0; last -= 1) {
    for (let place = 0; place < last; place += 1) {
      const next = [...orders.at(-1)!];
      [next[place], next[place + 1]] = [next[place + 1]!, next[place]!];
      orders.push(next);
    }
  }
  return orders;
}

function flips(elements: { id: string; expected: boolean }[]): Response[] {
  return elements.map((_, wrong): Response => {
    const options = elements
      .filter(({ expected }, index) => (index < wrong ? !expected : expected))
      .map(({ id }) => id);
    return { kind: 'selection', options };
  });
}
