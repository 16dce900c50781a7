import { wilsonInterval } from '../../../psychometrics/index.ts';
import type { QuestionReport } from './item-report.ts';

/** Share of right answers, or how far the mean score is from the lowest score seen to the highest. */
export function shareOf({ classical, lowest, highest }: QuestionReport): {
  share: number | null;
  interval: { low: number; high: number } | null;
} {
  if (classical.mean === null) return { share: null, interval: null };
  if (highest > 1) {
    const share = highest > lowest ? (classical.mean - lowest) / (highest - lowest) : null;
    return { share, interval: null };
  }
  const { share, low, high } = wilsonInterval(
    Math.round(classical.mean * classical.people),
    classical.people,
  );
  return { share, interval: { low, high } };
}
