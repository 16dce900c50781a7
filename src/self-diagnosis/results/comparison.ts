import { type Share, shareOf } from '../../insights/index.ts';
import type { Line, Results } from './results.ts';

/** What the answers of two years allow to say of one statement. */
export type Change = 'up' | 'down' | 'not-shown' | 'too-few';

export type Comparison = {
  statement: string;
  before: Line;
  now: Line;
  change: Change;
};

/**
 * This year beside last year. The sheets are of nobody, so that nobody is compared with themselves: two groups are, that
 * are partly the same people. A change is said only when the intervals of the two shares do not meet.
 */
export function compare(before: Results, now: Results): Comparison[] {
  return now.lines.flatMap((line) => {
    const former = before.lines.find(({ statement }) => statement === line.statement);
    return former
      ? [{ statement: line.statement, before: former, now: line, change: changeOf(former, line) }]
      : [];
  });
}

function changeOf(before: Line, now: Line): Change {
  const [was, is] = [inPlace(before), inPlace(now)];
  if ('none' in was || 'none' in is) return 'too-few';
  if (is.low > was.high) return 'up';
  return is.high < was.low ? 'down' : 'not-shown';
}

/** The share of those who know that see it in place. */
export function inPlace({ people: [none, parts, placed, adjusted] }: Line): Share {
  return shareOf(placed + adjusted, none + parts + placed + adjusted, 'rounded');
}
