import { chance, decimals, escapeText, type Figure } from './figure.ts';
import type { ItemReport } from './item-report.ts';
import {
  difFigure,
  difficultyFigure,
  difficultyText,
  discriminationFigure,
  fitFigure,
} from './question-figures.ts';
import { LIMITS, remarksOn } from './remarks.ts';
import { shareOf } from './share.ts';
import { informationFigure, wrightMap } from './test-figures.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1e1e1e; background: #fff; max-width: 62rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 1rem 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
a { color: #000091; }
a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: right; padding: .25rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top; }
th:first-child, td.words, th.words { text-align: left; }
thead th { border-bottom: 2px solid #1e1e1e; }
.wide { overflow-x: auto; }
figure { margin: 0; }
figcaption { max-width: 46rem; margin-bottom: .5rem; }
svg { max-width: 100%; min-width: 40rem; height: auto; font-family: inherit; }
summary { cursor: pointer; padding: .4rem 0; color: #000091; }
.alert { border-left: 4px solid #b60000; padding: .25rem 0 .25rem 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.25rem; }
dt { font-weight: 600; } dd { margin: 0; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } body { padding: 1rem 1rem 3rem; overflow-wrap: anywhere; } }
@media print { details { display: none; } }
`;

/** The whole report as one HTML document that needs nothing else. `source` names the file it was made from. */
export function reportPage(report: ItemReport, source: string, leftOut: readonly string[]): string {
  const figures = [
    difficultyFigure(report),
    discriminationFigure(report),
    fitFigure(report),
    difFigure(report),
    informationFigure(report),
    wrightMap(report),
  ].filter((figure) => figure !== null);
  const name = escapeText(source);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Item analysis of ${name}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Item analysis</h1>
<p>${name}: ${report.people} people, ${report.questions.length} questions.${leftOut.length > 0 ? ` Columns that are no questions: ${escapeText(leftOut.join(', '))}.` : ''}</p>
</header>
<nav aria-label="Contents">
<ul>
<li><a href="#look">What to look at</a></li>
<li><a href="#whole">The test as a whole</a></li>
<li><a href="#questions">All questions</a></li>
${figures.map(({ id, title }) => `<li><a href="#${id}">${escapeText(title)}</a></li>`).join('\n')}
</ul>
</nav>
<main>
${toLookAt(report)}
${asAWhole(report)}
${allQuestions(report)}
${figures.map(drawFigure).join('\n')}
</main>
</body>
</html>
`;
}

function toLookAt(report: ItemReport): string {
  const focal = report.groups?.focal ?? null;
  const found = report.questions.flatMap((question) => {
    const remarks = remarksOn(question, focal);
    return remarks.length > 0
      ? [`<li><strong>${escapeText(question.id)}</strong>: ${escapeText(remarks.join('; '))}</li>`]
      : [];
  });
  const warning = report.calibration.converged
    ? ''
    : `<p class="alert" role="note">The parameters could not be estimated with confidence (${escapeText(report.calibration.reason ?? 'unknown reason')}): a, b, fit and information below must not be used.</p>\n`;
  const list = found.length > 0 ? `<ul>\n${found.join('\n')}\n</ul>` : '<p>No question stands out.</p>';
  return `<section aria-labelledby="look">
<h2 id="look">What to look at</h2>
${warning}${list}
<p>A question is named here when its share of points is above ${LIMITS.easiest} or below ${LIMITS.hardest}, a below ${LIMITS.discrimination}, S-X² p below ${LIMITS.fitP} with an RMSEA above ${LIMITS.fitRmsea}, a mean square above ${LIMITS.meanSquare} with z above ${LIMITS.meanSquareZ}, a moderate or large difference between groups (ETS classes B and C), or fewer than ${LIMITS.fewestAnswers} answers. These are reasons to read a question again, not to remove it: among many questions some stand out by chance.</p>
</section>`;
}

function asAWhole(report: ItemReport): string {
  const { alpha, omega, calibration, groups } = report;
  const between = alpha.interval
    ? ` (95 %: ${decimals(alpha.interval.low)} to ${decimals(alpha.interval.high)})`
    : '';
  const facts: [string, string][] = [
    ['People who answered everything', String(report.complete)],
    ['Cronbach’s α', `${decimals(alpha.alpha)}${between}`],
    ['McDonald’s ω', omega.settled ? decimals(omega.omega) : '–'],
    ['Standard error of a total score', `${decimals(alpha.standardError)} points`],
    ['Reliability of abilities, expected from the questions', decimals(report.marginalReliability)],
    ['Reliability of abilities, found on these people', decimals(report.empiricalReliability)],
    ['Model', 'two-parameter logistic; generalised partial credit for ordered credits; abilities N(0, 1)'],
    [
      'Log-likelihood',
      `${decimals(calibration.logLikelihood)} (${calibration.parameters} parameters, AIC ${decimals(calibration.aic, 1)}, BIC ${decimals(calibration.bic, 1)})`,
    ],
    [
      'Estimation',
      calibration.converged ? `converged in ${calibration.iterations} iterations` : 'did not converge',
    ],
  ];
  if (groups) {
    facts.push([
      'Groups compared',
      `${groups.inFocal} people with ${groups.name} = ${groups.focal}, ${groups.others} others`,
    ]);
  }
  const list = facts
    .map(([term, fact]) => `<dt>${escapeText(term)}</dt><dd>${escapeText(fact)}</dd>`)
    .join('\n');
  return `<section aria-labelledby="whole">
<h2 id="whole">The test as a whole</h2>
<dl>
${list}
</dl>
</section>`;
}

function allQuestions(report: ItemReport): string {
  const focal = report.groups?.focal ?? null;
  const head = [
    'Question',
    'Asked',
    'Share',
    'Rest r',
    'a',
    'b',
    'Infit',
    'Outfit',
    'S-X² p',
    'DIF',
    'To look at',
  ];
  const rows = report.questions.map((question) => {
    const { calibrated, classical, meanSquares, scoreFit, dif } = question;
    return [
      question.id,
      String(classical.people),
      decimals(shareOf(question).share),
      decimals(classical.restCorrelation),
      calibrated.status === 'left-out' ? '–' : decimals(calibrated.parameters.discrimination),
      difficultyText(question),
      decimals(meanSquares?.infit),
      decimals(meanSquares?.outfit),
      chance(scoreFit?.p),
      dif ? dif.size : '–',
      remarksOn(question, focal).join('; ') || '–',
    ];
  });
  return `<section aria-labelledby="questions">
<h2 id="questions">All questions</h2>
${table('Every question in one line', 'questions', head, rows, head.length - 1)}
</section>`;
}

function drawFigure({ id, title, description, svg, table: figures }: Figure): string {
  return `<section aria-labelledby="${id}">
<h2 id="${id}"><span id="${id}-title">${escapeText(title)}</span></h2>
<figure>
<figcaption id="${id}-description">${escapeText(description)}</figcaption>
<div class="wide" role="group" tabindex="0" aria-labelledby="${id}-title">
${svg}
</div>
</figure>
<details>
<summary>Figures of this picture: ${escapeText(title)}</summary>
${table(title, `${id}-table`, figures.head, figures.rows)}
</details>
</section>`;
}

/** `words`: the column that holds sentences, if any. */
function table(
  caption: string,
  id: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words = -1,
): string {
  const kind = (column: number) => (column === words ? ' class="words"' : '');
  const header = head
    .map((cell, column) => `<th scope="col"${kind(column)}>${escapeText(cell)}</th>`)
    .join('');
  const body = rows.map((row) => {
    const [first, ...others] = row;
    const cells = others.map((cell, column) => `<td${kind(column + 1)}>${escapeText(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeText(first ?? '')}</th>${cells}</tr>`;
  });
  return `<div class="wide" role="group" tabindex="0" aria-labelledby="${id}-caption">
<table>
<caption id="${id}-caption">${escapeText(caption)}</caption>
<thead><tr>${header}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`;
}
