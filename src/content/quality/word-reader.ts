import type { Question } from '../question.ts';

type Choice = { text: string; correct: boolean };

/**
 * How many right options somebody finds in each domain who has learnt, on the other domains, which words right options
 * use (naive Bayes, each word once). Part of it is knowledge of the field; the rest is style that gives the key away.
 */
export function findByWords(questions: readonly Question[]): {
  choices: number;
  found: number;
  chance: number;
} {
  const choices = questions.flatMap((question) =>
    question.format === 'single-choice' || question.format === 'dialogue-step' ? [question] : [],
  );
  const domains = new Set(choices.map(({ competence }) => competence[0]!));
  let found = 0;
  for (const domain of domains) {
    const weightOf = learn(
      choices.filter(({ competence }) => competence[0] !== domain).flatMap(({ options }) => options),
    );
    for (const { options } of choices.filter(({ competence }) => competence[0] === domain)) {
      const weights = options.map(({ text }) => wordsOf(text).reduce((sum, word) => sum + weightOf(word), 0));
      if (options[weights.indexOf(Math.max(...weights))]?.correct) found += 1;
    }
  }
  const chance = choices.reduce((sum, { options }) => sum + 1 / options.length, 0);
  return { choices: choices.length, found, chance };
}

/** What each word says for an option being right: the logarithm of how much more often right options use it. */
function learn(options: readonly Choice[]): (word: string) => number {
  const right = options.filter(({ correct }) => correct);
  const wrong = options.filter(({ correct }) => !correct);
  const inRight = countWords(right);
  const inWrong = countWords(wrong);
  const share = right.length / Math.max(1, options.length);
  return (word) => {
    const used = ((inRight.get(word) ?? 0) + 2 * share) / right.length;
    const avoided = ((inWrong.get(word) ?? 0) + 2 * (1 - share)) / wrong.length;
    return Math.log(used / avoided);
  };
}

function countWords(options: readonly Choice[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of options.flatMap(({ text }) => wordsOf(text)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}+|[?«:;…,]/gu) ?? [])];
}
