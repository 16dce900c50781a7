import { monthsAfter } from '../../calendar/index.ts';
import { endOfCalls } from './purge.ts';

/** A young person who left, and what is known since. */
export type Gone = {
  code: string;
  exitOn: string;
  sixMonths: boolean;
  twelveMonths: boolean;
};

export type Call = { code: string; kind: 'six-months' | 'twelve-months'; due: string };

/**
 * Whom to call now, the longest due first: the twelfth month, or the sixth as long as the twelfth has not come. What
 * belongs to the season of today (November, or June with the summer) is in the list even before its day.
 */
export function callsDue(
  gone: readonly Gone[],
  today: string,
): { season: 'november' | 'june'; calls: Call[] } {
  const until = endOfCalls(today);
  const calls = gone.flatMap(({ code, exitOn, sixMonths, twelveMonths }): Call[] => {
    const [six, twelve] = [monthsAfter(exitOn, 6), monthsAfter(exitOn, 12)];
    if (twelve <= until) return twelveMonths ? [] : [{ code, kind: 'twelve-months', due: twelve }];
    return six > until || sixMonths ? [] : [{ code, kind: 'six-months', due: six }];
  });
  return {
    season: until.endsWith('11-30') ? 'november' : 'june',
    calls: calls.toSorted((a, b) => a.due.localeCompare(b.due) || a.code.localeCompare(b.code)),
  };
}
