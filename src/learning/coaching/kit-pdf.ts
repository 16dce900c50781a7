import type { CoachKit, Competence, Fact } from '../../content/index.ts';
import type { Block, Cell, Drawing, PdfDocument } from '../../pdf/index.ts';
import { reviewState, sourceLine } from '../sheet-sources.ts';

const FOOTER = 'Application Persévérance. Cette feuille reste à la personne observée.';

/** Two sides of one sheet: the grid to fill by hand, then the guide to talk about it. */
export function kitDocument(
  kit: CoachKit,
  competence: Competence,
  facts: ReadonlyMap<string, Fact>,
  now: Date,
): PdfDocument {
  return {
    title: `Entre pairs : ${kit.title}`,
    createdAt: now,
    footer: FOOTER,
    content: [...grid(kit, competence), { block: 'new page' }, ...guide(kit, facts)],
  };
}

function grid(kit: CoachKit, { title }: Competence): Block[] {
  return [
    { block: 'heading', level: 1, text: kit.title },
    { block: 'paragraph', style: 'small', text: `Grille d’observation, un quart d’heure · ${title}` },
    { block: 'paragraph', style: 'small', text: `${kit.occasion} ${kit.asks}` },
    {
      block: 'table',
      columns: [
        { title: 'Ce que l’on regarde', share: 0.49 },
        { title: 'Vu', share: 0.07 },
        { title: 'Sans occasion', share: 0.12 },
        { title: 'Mots exacts, faits, minutes', share: 0.32 },
      ],
      rows: kit.observe.map(({ act, sign }): Cell[] => [
        {
          paragraphs: [
            { text: [{ text: act, bold: true }], style: 'cell' },
            { text: sign, style: 'small' },
          ],
        },
        { paragraphs: [], drawing: BOX },
        { paragraphs: [], drawing: BOX },
        { paragraphs: [], drawing: LINES },
      ]),
    },
    {
      block: 'table',
      columns: [
        { title: 'Du côté de l’élève ou de sa famille', share: 0.49 },
        { title: 'Ce que l’on a vu', share: 0.51 },
      ],
      rows: kit.pupil.map((line): Cell[] => [
        { paragraphs: [{ text: line, style: 'small' }] },
        { paragraphs: [], drawing: LINES },
      ]),
    },
  ];
}

function guide(kit: CoachKit, facts: ReadonlyMap<string, Fact>): Block[] {
  const minutes = kit.debrief.reduce((total, step) => total + step.minutes, 0);
  return [
    { block: 'heading', level: 2, text: `En parler, ${minutes} minutes` },
    {
      block: 'table',
      columns: [
        { title: 'Question', share: 0.9 },
        { title: 'Minutes', share: 0.1, align: 'right' },
      ],
      rows: kit.debrief.map((step): Cell[] => [
        { paragraphs: [{ text: step.question, style: 'body' }] },
        { paragraphs: [{ text: String(step.minutes), style: 'body' }] },
      ]),
    },
    {
      block: 'panels',
      panels: [
        { title: 'À garder en tête', lines: kit.careful },
        { title: 'Pour commencer un plan', lines: kit.next },
      ],
    },
    { block: 'heading', level: 3, text: 'Ce que je retiens, ce que j’essaie' },
    {
      block: 'figure',
      alt: 'Six lignes vides, pour écrire à la main.',
      drawing: ruled(6, 26),
    },
    { block: 'paragraph', style: 'small', text: kit.levels },
    {
      block: 'paragraph',
      style: 'label',
      text: `Sources : ${sourceLine(kit.sources, facts)}. ${reviewState(kit)}`,
    },
  ];
}

const PEN = '#8a8a99';
const SIDE = 13;

/** To tick by hand. */
const BOX: Drawing = {
  height: SIDE + 2,
  shapes: () => [{ shape: 'rectangle', x: 1, y: 0, width: SIDE, height: SIDE, stroke: PEN }],
};

const LINES = ruled(2, 16);

function ruled(count: number, step: number): Drawing {
  return {
    height: count * step,
    shapes: (width) =>
      Array.from({ length: count }, (_, index) => ({
        shape: 'line',
        x1: 0,
        y1: (index + 1) * step - 4,
        x2: width,
        y2: (index + 1) * step - 4,
        stroke: PEN,
      })),
  };
}
