import { longDate, schoolYearName } from '../../calendar/index.ts';
import type { Block, PdfDocument } from '../../pdf/index.ts';
import type { Place } from '../counts/place.ts';
import { cellText, type Report, type Section, untoldReason } from '../report/report.ts';

/** The five effects of a place for one year, as a document to print and to keep. */
export function yearlyReport(
  reports: readonly Report[],
  { place, year, about, now }: { place: Place; year: number; about: string; now: Date },
): PdfDocument {
  const title = `Bilan ${schoolYearName(year)}`;
  return {
    title: `${title} – ${place.name}`,
    createdAt: now,
    footer: `${place.name} · ${title} · établi le ${longDate(now)}`,
    content: [
      { block: 'heading', level: 1, text: title },
      { block: 'paragraph', style: 'lede', text: [{ text: place.name, bold: true }] },
      {
        block: 'paragraph',
        style: 'small',
        text: `Les jeunes dont le suivi s’est ouvert dans l’année, et ce qu’ils sont devenus au ${longDate(now)}.`,
      },
      { block: 'notice', paragraphs: [{ text: about }] },
      ...summary(reports),
      ...reports.flatMap(chapter),
    ],
  };
}

export function yearlyFileName(place: Place, year: number): string {
  return `Bilan ${schoolYearName(year)} – ${place.name}.pdf`;
}

function summary(reports: readonly Report[]): Block[] {
  const lines = reports.flatMap(({ headlines }) => headlines);
  return [
    { block: 'heading', level: 2, text: 'En bref' },
    lines.length > 0
      ? { block: 'list', marked: true, items: lines.map((text) => [{ text }]) }
      : {
          block: 'paragraph',
          text: 'Trop peu de jeunes et de réponses pour en dire quelque chose cette année.',
        },
  ];
}

function chapter({ title, lede, sections, definition }: Report): Block[] {
  return [
    { block: 'heading', level: 2, text: title },
    { block: 'paragraph', text: lede },
    ...sections.flatMap(section),
    { block: 'heading', level: 3, text: 'Comment c’est compté' },
    { block: 'list', marked: true, items: definition.map((text) => [{ text, style: 'small' }]) },
  ];
}

/** Room for the longest word of each column, and more for the words of the first one. */
const NARROWEST = 7;
const FIRST = 16;
/** A sentence in the first column takes three lines rather than six. */
const LINES = 3;
const WIDEST = 34;
/** The space between two columns, in letters. */
const BETWEEN = 4;

function sharesOf({ columns, rows }: Pick<Section, 'columns' | 'rows'>): number[] {
  const weights = columns.map((column, index) => {
    const said = [column.title, ...rows.map((row) => cellText(row[index]!, column))];
    const longest = Math.max(...said.flatMap((text) => text.split(' ')).map((word) => word.length));
    if (index > 0) return Math.max(NARROWEST, longest + BETWEEN);
    const sentence = Math.ceil(Math.max(...said.map((text) => text.length)) / LINES);
    return Math.max(FIRST, longest + BETWEEN, Math.min(WIDEST, sentence));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function section({ title, intro, columns, rows, note }: Section): Block[] {
  const shares = sharesOf({ columns, rows });
  const untold = untoldReason(rows);
  return [
    { block: 'heading', level: 3, text: title },
    ...(intro ? [{ block: 'paragraph', text: intro } as const] : []),
    ...(untold ? [{ block: 'paragraph', text: `Rien à dire ici : ${untold}.` } as const] : []),
    ...(rows.length > 0 && !untold
      ? [
          {
            block: 'table',
            columns: columns.map((column, index) => ({
              title: column.title,
              share: shares[index]!,
              ...(index === 0 ? {} : { align: 'right' as const }),
            })),
            rows: rows.map((row) =>
              row.map((cell, index) => ({
                paragraphs: [{ text: cellText(cell, columns[index]!), style: 'cell' as const }],
              })),
            ),
          } as const,
        ]
      : []),
    ...(note ? [{ block: 'paragraph', style: 'small', text: note } as const] : []),
  ];
}
