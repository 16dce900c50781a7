import type { SchoolPolicy } from '../../content/index.ts';
import { protectDistribution, roundToFive } from '../../insights/index.ts';
import type { Answer, Answers, Work } from '../answering/answers.ts';
import { FEWEST_SHEETS } from '../diagnosis.ts';

export type Sheet = { work: Work | null; answers: Answers };

/** How far apart those who know see one thing; `unsaid` when too few of them know. */
export type Agreement = 'together' | 'divided' | 'far' | 'unsaid';

export type Line = {
  statement: string;
  /** People at 0, 1, 2, 3 and « je ne sais pas », in whole fives. */
  people: [number, number, number, number, number];
  agreement: Agreement;
  /** What the one in the middle of those who know sees; null when too few know. */
  middle: number | null;
};

export type Group = { people: number; lines: Line[] };

export type Results = Group & {
  /** Those who have a class and those around it, when each are enough and so are the others. */
  works: { groups: Record<Work, Group>; apart: string[] } | null;
};

/**
 * What a school may be told of its sheets, or null when there are too few. Every number of people is a multiple of five,
 * so that no sum and no difference is of one to four; all the rest is said of five people at least.
 */
export function resultsOf(
  { statements }: Pick<SchoolPolicy, 'statements'>,
  sheets: readonly Sheet[],
): Results | null {
  if (sheets.length < FEWEST_SHEETS) return null;
  const ids = statements.map(({ id }) => id);
  return { ...groupOf(ids, sheets), works: worksOf(ids, sheets) };
}

function worksOf(ids: readonly string[], sheets: readonly Sheet[]): Results['works'] {
  const [teaching, around, silent] = (['class', 'around', null] as const).map((work) =>
    sheets.filter((sheet) => sheet.work === work),
  ) as [Sheet[], Sheet[], Sheet[]];
  const enough = [teaching, around].every(({ length }) => length >= FEWEST_SHEETS);
  if (!enough || (silent.length > 0 && silent.length < FEWEST_SHEETS)) return null;
  const groups = { class: groupOf(ids, teaching), around: groupOf(ids, around) };
  const apart = ids.filter((_, index) => {
    const [one, other] = [groups.class.lines[index]!.middle, groups.around.lines[index]!.middle];
    return one !== null && other !== null && one !== other;
  });
  return { groups, apart };
}

function groupOf(ids: readonly string[], sheets: readonly Sheet[]): Group {
  return {
    people: roundToFive(sheets.length),
    lines: ids.map((id) =>
      lineOf(
        id,
        sheets.map(({ answers }) => answers[id] ?? 'unknown'),
      ),
    ),
  };
}

const PLACES: readonly Answer[] = [0, 1, 2, 3, 'unknown'];

function lineOf(statement: string, answers: readonly Answer[]): Line {
  const counts = PLACES.map((place) => ({ people: answers.filter((answer) => answer === place).length }));
  const known = answers.filter((answer) => answer !== 'unknown').sort();
  return {
    statement,
    people: protectDistribution(counts, 'rounded').map(({ people }) => people) as Line['people'],
    ...(known.length < FEWEST_SHEETS
      ? { agreement: 'unsaid' as const, middle: null }
      : { agreement: agreementOf(known), middle: known[Math.floor((known.length - 1) / 2)]! }),
  };
}

const DIVIDED = 0.8;
const FAR = 0.95;

/**
 * By how many steps two of them differ, on average: half at « pas encore » and half at « par endroits » make 0.5, half at
 * « pas encore » and half at « en place » make 1.
 */
function agreementOf(known: readonly number[]): Agreement {
  const sum = known.reduce(
    (total, one) => total + known.reduce((apart, other) => apart + Math.abs(one - other), 0),
    0,
  );
  const distance = sum / known.length ** 2;
  return distance >= FAR ? 'far' : distance >= DIVIDED ? 'divided' : 'together';
}
