import { setImmediate as nextTurn } from 'node:timers/promises';
import { longDate } from '../calendar/index.ts';
import { Canvas, CONTENT_WIDTH, PAGE } from './canvas.ts';
import { type Block, type PdfDocument, RULE } from './document.ts';
import { type Piece, piecesOf } from './pieces.ts';

let former: Promise<unknown> = Promise.resolve();

/**
 * A4, tagged after PDF/UA-1 (ISO 14289-1): structure in reading order, language, title, bookmarks, embedded faces
 * that tell their characters. Page numbers and decoration are artifacts.
 *
 * Drawing keeps the process busy: documents asked for together are made one at a time, pages being served in between.
 */
export function renderPdf(document: PdfDocument): Promise<Buffer> {
  const made = former.then(() => nextTurn()).then(() => draw(document));
  former = made.catch(() => undefined);
  return made;
}

async function draw({ title, createdAt, footer, content }: PdfDocument): Promise<Buffer> {
  // Loaded at the first document: nobody who starts the application waits for it.
  const { default: Document } = await import('pdfkit');
  const canvas = new Canvas(Document, title, createdAt);
  const bytes = collect(canvas.pdf);
  flow(
    canvas,
    content.flatMap((block, index) => {
      const pieces = piecesOf(canvas, block);
      return introduces(content, index) ? pieces.with(-1, { ...pieces.at(-1)!, keepWithNext: true }) : pieces;
    }),
  );
  head(canvas, title, longDate(createdAt));
  number(canvas, footer);
  canvas.pdf.end();
  return bytes;
}

/** A paragraph between a heading and what it announces: a page that ended on it would leave the heading alone. */
function introduces(content: readonly Block[], index: number): boolean {
  return (
    content[index]?.block === 'paragraph' &&
    content[index - 1]?.block === 'heading' &&
    content[index + 1] !== undefined &&
    content[index + 1]!.block !== 'paragraph'
  );
}

const BOTTOM = PAGE.height - PAGE.bottom;

/** Places pieces from the top, opening a page when what must stay together no longer fits. */
function flow(canvas: Canvas, pieces: readonly Piece[]): void {
  canvas.pdf.addPage();
  let y = PAGE.top;
  for (const [index, piece] of pieces.entries()) {
    if (piece.opensPage) {
      canvas.pdf.addPage();
      y = PAGE.top;
      continue;
    }
    const atTop = y === PAGE.top;
    const gap = atTop ? 0 : (piece.gapBefore ?? 0);
    const together = heightTogether(pieces, index);
    const fitsOnePage = together <= BOTTOM - PAGE.top;
    if (!atTop && y + gap + (fitsOnePage ? together : piece.height) > BOTTOM) {
      canvas.pdf.addPage();
      y = PAGE.top;
      if (piece.reminder) {
        piece.reminder.draw(y);
        y += piece.reminder.height;
      }
    } else y += gap;
    piece.draw(y);
    y += piece.height + (piece.gapAfter ?? 0);
  }
}

function heightTogether(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (const [index, piece] of pieces.slice(from).entries()) {
    height += piece.height + (index === 0 ? 0 : (piece.gapBefore ?? 0));
    if (!piece.keepWithNext) break;
  }
  return height;
}

const HEAD = 24;
const DAY_WIDTH = 110;

function head(canvas: Canvas, title: string, day: string): void {
  const { count } = canvas.pdf.bufferedPageRange();
  const width = CONTENT_WIDTH - DAY_WIDTH;
  const left = canvas.set({ text: title, style: 'small' }, width);
  const right = canvas.set({ text: day, style: 'small' }, DAY_WIDTH);
  for (let index = 1; index < count; index += 1) {
    canvas.pdf.switchToPage(index);
    canvas.artifact(() => {
      canvas.write(left.lines.slice(0, 1), left.style, { x: PAGE.left, y: HEAD, width });
      canvas.write(right.lines, right.style, {
        x: PAGE.left + width,
        y: HEAD,
        width: DAY_WIDTH,
        align: 'right',
      });
    }, 'Pagination');
  }
}

function number(canvas: Canvas, footer: string): void {
  const { pdf } = canvas;
  const { count } = pdf.bufferedPageRange();
  const y = PAGE.height - 40;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    const place = `Page ${index + 1} sur ${count}`;
    const left = canvas.set({ text: footer, style: 'small' }, CONTENT_WIDTH - 80);
    const right = canvas.set({ text: place, style: 'small' }, 80);
    canvas.rule(y - 8, RULE);
    canvas.artifact(() => {
      canvas.write(left.lines, left.style, { x: PAGE.left, y, width: CONTENT_WIDTH - 80 });
      canvas.write(right.lines, right.style, {
        x: PAGE.left + CONTENT_WIDTH - 80,
        y,
        width: 80,
        align: 'right',
      });
    }, 'Pagination');
  }
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
