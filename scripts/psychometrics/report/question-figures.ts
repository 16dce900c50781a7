import { chance, decimals, type Figure } from './figure.ts';
import type { ItemReport, QuestionReport } from './item-report.ts';
import { LIMITS } from './remarks.ts';
import { type Mark, rowPlot } from './row-plot.ts';
import { shareOf } from './share.ts';

const NINETY_FIVE = 1.96;

/** Share of the points earned on each question. */
export function difficultyFigure({ questions }: ItemReport): Figure {
  const shares = questions.map((question) => ({ question, ...shareOf(question) }));
  const id = 'difficulty';
  return {
    id,
    title: 'Difficulty: how much of each question is earned',
    description:
      'Share of right answers, or, for ordered credits, how far the mean lies from the lowest score seen to the highest: from 0 (hardest) to 1 (easiest). The bar is the 95 % Wilson interval of a share of right answers.',
    svg: rowPlot({
      id,
      axis: 'share earned',
      domain: { low: 0, high: 1 },
      rows: shares.map(({ question, share, interval }) => ({
        label: question.id,
        marks:
          share === null
            ? []
            : [
                {
                  value: share,
                  shape: 'disc',
                  ...(interval ? { interval } : {}),
                  standsOut: share > LIMITS.easiest || share < LIMITS.hardest,
                },
              ],
      })),
    }),
    table: {
      head: ['Question', 'People asked', 'Share earned', 'From', 'To', 'Difficulty b', 'Standard error'],
      rows: shares.map(({ question, share, interval }) => [
        question.id,
        String(question.classical.people),
        decimals(share),
        decimals(interval?.low),
        decimals(interval?.high),
        difficultyText(question),
        difficultyErrors(question),
      ]),
    },
  };
}

/** Discrimination with its 95 % interval, and what the classical correlation says. */
export function discriminationFigure({ questions }: ItemReport): Figure {
  const id = 'discrimination';
  const shown = questions.map((question) => {
    const { calibrated } = question;
    if (calibrated.status === 'left-out') return { question, mark: null, error: null };
    const value = calibrated.parameters.discrimination;
    const error =
      calibrated.status === 'estimated' ? (calibrated.standardErrors?.discrimination ?? null) : null;
    const interval = error === null ? {} : { interval: around(value, error) };
    return {
      question,
      error,
      mark: { value, shape: 'disc', ...interval, standsOut: value < LIMITS.discrimination } as Mark,
    };
  });
  const highest = Math.max(2, ...shown.map(({ mark }) => mark?.value ?? 0)) * 1.15;
  const lowest = Math.min(0, ...shown.map(({ mark }) => mark?.value ?? 0));
  return {
    id,
    title: 'Discrimination: how well each question tells people apart',
    description: `Discrimination a with its 95 % interval, on a scale where abilities have a standard deviation of 1. Below ${LIMITS.discrimination} (in red) a question hardly tells people apart; below 0 it works backwards.`,
    svg: rowPlot({
      id,
      axis: 'discrimination a',
      domain: { low: Math.max(-3, lowest), high: Math.min(6, highest) },
      reference: LIMITS.discrimination,
      rows: shown.map(({ question, mark }) => ({ label: question.id, marks: mark ? [mark] : [] })),
    }),
    table: {
      head: [
        'Question',
        'Discrimination a',
        'Standard error',
        'Correlation with the rest',
        'Correlation with the total',
      ],
      rows: shown.map(({ question, mark, error }) => [
        question.id,
        decimals(mark?.value),
        decimals(error),
        decimals(question.classical.restCorrelation),
        decimals(question.classical.totalCorrelation),
      ]),
    },
  };
}

/** Mean squares in the picture; S-X² beside them in the table. */
export function fitFigure({ questions, complete }: ItemReport): Figure {
  const id = 'fit';
  return {
    id,
    title: 'Fit: does the model describe the answers?',
    description: `Infit and outfit mean squares: 1 as the model expects, above ${LIMITS.meanSquare} noisier, below 1 more regular than chance allows (shaded: 0.7 to ${LIMITS.meanSquare}). Abilities being estimated from the same answers, both come out below 1 in a short test. S-X², in the table, compares people with the same total score (${complete} people answered everything).`,
    svg: rowPlot({
      id,
      axis: 'mean square',
      domain: { low: 0.4, high: 2 },
      band: { low: 0.7, high: LIMITS.meanSquare },
      reference: 1,
      legend: [
        { shape: 'disc', label: 'infit' },
        { shape: 'ring', label: 'outfit' },
      ],
      rows: questions.map(({ id: label, meanSquares }) => ({
        label,
        marks:
          meanSquares?.infit == null
            ? []
            : [
                squareMark(meanSquares.infit, meanSquares.infitZ!, 'disc'),
                squareMark(meanSquares.outfit!, meanSquares.outfitZ!, 'ring'),
              ],
      })),
    }),
    table: {
      head: ['Question', 'Infit', 'z', 'Outfit', 'z', 'S-X²', 'Degrees of freedom', 'p', 'RMSEA'],
      rows: questions.map(({ id: label, meanSquares, scoreFit }) => [
        label,
        decimals(meanSquares?.infit),
        decimals(meanSquares?.infitZ),
        decimals(meanSquares?.outfit),
        decimals(meanSquares?.outfitZ),
        decimals(scoreFit?.p == null ? null : scoreFit.chiSquare),
        scoreFit ? String(scoreFit.degreesOfFreedom) : '–',
        chance(scoreFit?.p),
        decimals(scoreFit?.rmsea, 3),
      ]),
    },
  };
}

/** Differential functioning between two groups, on the ETS delta scale. */
export function difFigure({ questions, groups }: ItemReport): Figure | null {
  if (!groups) return null;
  const id = 'dif';
  const compared = questions.filter(({ dif }) => dif !== null);
  const extent = compared.map(({ dif }) => Math.abs(dif!.delta ?? 0) + NINETY_FIVE * (dif!.deltaError ?? 0));
  const reach = Math.min(6, Math.max(3, ...extent));
  return {
    id,
    title: `Fairness: is a question harder for “${groups.focal}” at the same score?`,
    description: `Mantel–Haenszel difference on the ETS delta scale with its 95 % interval, between ${groups.inFocal} people with ${groups.name} = ${groups.focal} and ${groups.others} others of the same total score, questions found to differ being taken out of that score. Left: harder for “${groups.focal}”; right: easier. Shaded: too small to matter (class A); in red: classes B and C.`,
    svg: rowPlot({
      id,
      axis: `delta (negative: harder for “${groups.focal}”)`,
      domain: { low: -reach, high: reach },
      band: { low: -1, high: 1 },
      reference: 0,
      rows: compared.map(({ id: label, dif }) => ({
        label,
        marks:
          dif!.delta === null
            ? []
            : [
                {
                  value: dif!.delta,
                  shape: 'disc',
                  interval: around(dif!.delta, dif!.deltaError!),
                  standsOut: dif!.flagged && dif!.size !== 'A',
                },
              ],
      })),
    }),
    table: {
      head: ['Question', 'χ²', 'p', 'Odds ratio α', 'Delta', 'Standard error', 'Class'],
      rows: compared.map(({ id: label, dif }) => [
        label,
        decimals(dif!.chiSquare),
        chance(dif!.p),
        decimals(dif!.oddsRatio),
        decimals(dif!.delta),
        decimals(dif!.deltaError),
        dif!.size,
      ]),
    },
  };
}

export function difficultyText({ calibrated }: QuestionReport): string {
  if (calibrated.status === 'left-out') return '–';
  const { parameters } = calibrated;
  if (parameters.model === 'choice') return decimals(parameters.difficulty);
  return (parameters.model === 'graded' ? parameters.steps : parameters.thresholds)
    .map((step) => decimals(step))
    .join('; ');
}

function difficultyErrors({ calibrated }: QuestionReport): string {
  if (calibrated.status !== 'estimated' || !calibrated.standardErrors) return '–';
  return calibrated.standardErrors.difficulties.map((error) => decimals(error)).join('; ');
}

function squareMark(value: number, z: number, shape: Mark['shape']): Mark {
  return { value, shape, standsOut: value > LIMITS.meanSquare && z > LIMITS.meanSquareZ };
}

function around(value: number, error: number): { low: number; high: number } {
  return { low: value - NINETY_FIVE * error, high: value + NINETY_FIVE * error };
}
