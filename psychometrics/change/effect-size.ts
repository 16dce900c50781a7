import { meanAndDeviation } from './paired-test.ts';
import { differencesOf, type Pairs } from './pairs.ts';

/**
 * Size of a mean change in standard deviations: each divides D̄ by another one. null where that deviation is 0.
 * They answer different questions and differ by a factor of up to several: always name the one shown.
 *
 * - `ofChanges` d_z = D̄ / s_D: how consistent the change is; what the t test and its power rest on;
 * - `ofScores` d_av = D̄ / ((s₁ + s₂)/2): how large it is beside the spread of people; comparable between studies;
 * - `repeated` d_rm = d_z √(2(1 − r)): the same with the correlation r between occasions taken into account;
 * - `ofChangesUnbiased` g_z = d_z (1 − 3/(4(n − 1) − 1)): d_z without its small-sample bias (Hedges 1981), and
 *   `ofScoresUnbiased` g_av likewise.
 */
export type ChangeEffect = {
  ofChanges: number | null;
  ofScores: number | null;
  repeated: number | null;
  ofChangesUnbiased: number | null;
  ofScoresUnbiased: number | null;
  correlation: number | null;
};

/**
 * Lakens (2013), Calculating and reporting effect sizes, Frontiers in Psychology 4:863, eq. 6–10. At least two
 * people; throws a RangeError on lists that are no pairs (see `Pairs`).
 */
export function changeEffect(pairs: Pairs): ChangeEffect {
  const differences = differencesOf(pairs, 2);
  const { mean, deviation } = meanAndDeviation(differences);
  const first = meanAndDeviation(pairs.before);
  const second = meanAndDeviation(pairs.after);
  const spread = (first.deviation + second.deviation) / 2;
  const correlation = correlationOf(pairs, first, second);
  const unbiased = 1 - 3 / (4 * (differences.length - 1) - 1);
  const ofChanges = deviation > 0 ? mean / deviation : null;
  const ofScores = spread > 0 ? mean / spread : null;
  return {
    ofChanges,
    ofScores,
    repeated:
      ofChanges === null || correlation === null ? null : ofChanges * Math.sqrt(2 * (1 - correlation)),
    ofChangesUnbiased: ofChanges === null ? null : ofChanges * unbiased,
    ofScoresUnbiased: ofScores === null ? null : ofScores * unbiased,
    correlation,
  };
}

function correlationOf(
  { before, after }: Pairs,
  first: { mean: number; deviation: number },
  second: { mean: number; deviation: number },
): number | null {
  if (first.deviation === 0 || second.deviation === 0) return null;
  const sum = before.reduce((total, score, person) => {
    return (
      total + ((score - first.mean) / first.deviation) * ((after[person]! - second.mean) / second.deviation)
    );
  }, 0);
  return Math.max(-1, Math.min(1, sum / (before.length - 1)));
}
