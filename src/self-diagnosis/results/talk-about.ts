import type { Line, Results } from './results.ts';

export type TalkAbout = {
  /** Where the staff see it far apart, then divided. */
  far: Line[];
  divided: Line[];
  /** What half of them at least do not know. */
  unknown: Line[];
  /** What those who have a class and the others do not see alike. */
  apart: { statement: string; class: number; around: number }[];
};

/** What a team would do well to talk about: not what is low, what is not seen alike. */
export function talkAbout({ lines, people, works }: Results): TalkAbout {
  const middle = (work: 'class' | 'around', statement: string) =>
    works!.groups[work].lines.find((line) => line.statement === statement)!.middle!;
  return {
    far: lines.filter(({ agreement }) => agreement === 'far'),
    divided: lines.filter(({ agreement }) => agreement === 'divided'),
    unknown: lines.filter((line) => line.people[4] >= people / 2),
    apart:
      works?.apart.map((statement) => ({
        statement,
        class: middle('class', statement),
        around: middle('around', statement),
      })) ?? [],
  };
}
