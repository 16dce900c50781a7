import type { Fact } from './facts.ts';
import type { Source } from './question.ts';

export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Straight apostrophes and middots: what no text of ours may hold, a line each. */
export function checkTypography(texts: readonly string[]): string[] {
  return [
    ...texts
      .filter((text) => /'/.test(text))
      .map((text) => `straight apostrophe in « ${text.slice(0, 40)} »`),
    ...texts
      .filter((text) => /\b\p{L}+·\p{L}*/u.test(text))
      .map((text) => `middot in « ${text.slice(0, 40)} »`),
  ];
}

/** A fact cited must exist, be checked and be current. */
export function checkSources(sources: readonly Source[], facts: ReadonlyMap<string, Fact>): string[] {
  return sources.flatMap((source) => {
    if (typeof source !== 'string') return [];
    const fact = facts.get(source);
    if (!fact) return [`no fact ${source}`];
    return [
      ...(fact.checked === false ? [`fact ${source} is not checked`] : []),
      ...(fact.outdated === true ? [`fact ${source} is outdated`] : []),
    ];
  });
}

type Choice = readonly { text: string; correct: boolean }[];

/** Where the right option stands, and how often it is the longest, among choices of one. */
export function choiceStatistics(choices: readonly Choice[]): {
  choices: number;
  shareByPosition: number[];
  longestIsRight: number;
} {
  const positions = [0, 0, 0, 0, 0];
  let longest = 0;
  for (const options of choices) {
    const right = options.findIndex((option) => option.correct);
    positions[right] = (positions[right] ?? 0) + 1;
    const lengths = options.map(({ text }) => text.length);
    if (lengths[right] === Math.max(...lengths)) longest += 1;
  }
  const count = Math.max(1, choices.length);
  return {
    choices: choices.length,
    shareByPosition: positions.map((n) => n / count),
    longestIsRight: longest / count,
  };
}

/** What a test-wise person could use to find the right option without reading. */
export function checkGuessing(choices: readonly Choice[]): string[] {
  const { shareByPosition, longestIsRight } = choiceStatistics(choices);
  return [
    ...shareByPosition.flatMap((share, position) =>
      share > 0.4 ? [`the right option is at position ${position + 1} in ${percent(share)} of choices`] : [],
    ),
    ...(choices.length > 0 && (longestIsRight < 0.15 || longestIsRight > 0.4)
      ? [`the longest option is right in ${percent(longestIsRight)} of choices, 15 to 40 % expected`]
      : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
