import { schoolYearName, schoolYearOf } from '../../calendar/index.ts';
import type { PdfDocument } from '../../pdf/index.ts';
import { dayText, longDate } from '../../web/index.ts';
import type { Campaign } from '../desk/campaign.ts';
import { type Line, NATURES } from './training-plan.ts';

/** The plan as it is shown to a council: what, when, who, and why each line is there. */
export function planDocument(
  { title, reachName, reach }: Pick<Campaign, 'title' | 'reachName' | 'reach'>,
  lines: readonly Line[],
  now: Date,
): PdfDocument {
  const place = reach.kind === 'school' ? reachName : `Académie de ${reachName}`;
  const name = `Plan de formation ${yearsOf(lines)}`;
  return {
    title: `${name} – ${title}`,
    createdAt: now,
    footer: `${place} · ${title} · établi le ${longDate(now)}`,
    content: [
      { block: 'heading', level: 1, text: name },
      { block: 'paragraph', style: 'lede', text: [{ text: title, bold: true }, { text: ` · ${place}` }] },
      {
        block: 'notice',
        paragraphs: [
          {
            text: 'Une proposition à discuter. Quand elle part des besoins du groupe, ceux-ci sont des moyennes d’au moins cinq personnes qui l’ont accepté ; ils ne servent ni à évaluer une personne, ni à comparer des établissements.',
          },
        ],
      },
      { block: 'heading', level: 2, text: 'Ce qui est prévu' },
      {
        block: 'table',
        columns: [
          { title: 'Quoi', share: 0.36 },
          { title: 'Quand', share: 0.19 },
          { title: 'Qui s’en charge', share: 0.17 },
          { title: 'Pourquoi', share: 0.28 },
        ],
        rows: lines.map((line) => [
          {
            paragraphs: [
              { text: NATURES[line.kind], style: 'label' },
              { text: [{ text: line.title, bold: true }], style: 'cell' },
            ],
          },
          { paragraphs: [{ text: whenText(line), style: 'cell' }] },
          { paragraphs: [{ text: line.owner, style: 'cell' }] },
          { paragraphs: [{ text: line.reason, style: 'small' }] },
        ]),
      },
      { block: 'heading', level: 2, text: 'Ce que le conseil décide' },
      {
        block: 'list',
        marked: true,
        items: [
          [{ text: 'Ce que nous gardons, et dans quel ordre.' }],
          [{ text: 'Le temps que l’établissement y donne, et à quels moments de la semaine.' }],
          [{ text: 'Comment nous saurons, en juin, ce qui a changé dans nos pratiques.' }],
        ],
      },
    ],
  };
}

export function whenText({ from, until }: Pick<Line, 'from' | 'until'>): string {
  return from === until ? `le ${dayText(from)}` : `du ${dayText(from)} au ${dayText(until)}`;
}

/** « 2026-2027 »: the school year the plan begins in. */
export function yearsOf(lines: readonly Pick<Line, 'from'>[]): string {
  const first = lines.map(({ from }) => from).sort()[0];
  return first === undefined ? '' : schoolYearName(schoolYearOf(first));
}
