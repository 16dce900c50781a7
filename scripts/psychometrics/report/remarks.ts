import type { QuestionReport } from './item-report.ts';
import { shareOf } from './share.ts';

/** Limits beyond which a question is worth a look. The page states them. */
export const LIMITS = {
  easiest: 0.95,
  hardest: 0.05,
  discrimination: 0.4,
  fewestAnswers: 200,
  meanSquare: 1.3,
  meanSquareZ: 2,
  fitP: 0.01,
  fitRmsea: 0.05,
} as const;

/** What a person should look at in a question, in plain words; empty when nothing stands out. */
export function remarksOn(question: QuestionReport, focal: string | null): string[] {
  const { calibrated, classical, scoreFit, meanSquares, dif } = question;
  if (calibrated.status === 'left-out') {
    return [calibrated.reason === 'no-answers' ? 'nobody was asked' : 'everybody gave the same answer'];
  }
  const remarks: string[] = [];
  const discrimination = calibrated.parameters.discrimination;
  if (discrimination <= 0) {
    remarks.push('works backwards: people who know more fail it (check the key)');
  } else if (discrimination < LIMITS.discrimination) {
    remarks.push('hardly tells people apart');
  }
  const { share } = shareOf(question);
  if (share !== null) {
    if (share > LIMITS.easiest) remarks.push('almost everybody succeeds');
    if (share < LIMITS.hardest) remarks.push('almost nobody succeeds');
  }
  if (scoreFit?.p != null && scoreFit.p < LIMITS.fitP && scoreFit.rmsea! > LIMITS.fitRmsea) {
    remarks.push('does not follow the model');
  }
  if (meanSquares?.outfit != null && isNoisy(meanSquares.outfit, meanSquares.outfitZ!)) {
    remarks.push('surprising answers: lucky guesses or slips');
  } else if (meanSquares?.infit != null && isNoisy(meanSquares.infit, meanSquares.infitZ!)) {
    remarks.push('noisy answers');
  }
  if (dif?.flagged && dif.size !== 'A') {
    const harder = dif.oddsRatio === null || dif.oddsRatio > 1;
    remarks.push(
      `${dif.size === 'C' ? 'much ' : ''}${harder ? 'harder' : 'easier'} for “${focal}” at the same score`,
    );
  }
  if (classical.people < LIMITS.fewestAnswers) remarks.push('few answers: parameters are uncertain');
  return remarks;
}

function isNoisy(meanSquare: number, z: number): boolean {
  return meanSquare > LIMITS.meanSquare && z > LIMITS.meanSquareZ;
}
