import type PDFDocument from 'pdfkit';
import { unbreakable } from '../web/index.ts';
import { type Drawing, type Paragraph, STYLES, type Style, type Text } from './document.ts';
import { breakLines, type Line } from './lines.ts';
import { Typefaces } from './typefaces.ts';

export const PAGE = { width: 595.28, height: 841.89, left: 52, top: 48, right: 52, bottom: 60 };
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export type Element = PDFKit.PDFStructureElement;
export type ElementOptions = {
  alt?: string;
  scope?: 'Row' | 'Column';
  /** Left, top, right, bottom. */
  bbox?: [number, number, number, number];
};

/** Text ready to be placed: its height is known. */
export type SetText = { lines: Line[]; style: Style; height: number };

const LINE_WIDTH = 0.75;
/** Where letters stand in their line: the face is 1.0 em from ascender to baseline, near enough, in a taller line. */
const ASCENT = 0.984;
const DESCENT = 0.273;

/**
 * Ink on tagged pages. Everything drawn is either the content of an element of the structure, or an artifact that
 * assistive tools skip: there is no third way in.
 */
export class Canvas {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: Element;
  readonly #typefaces: Typefaces;

  constructor(Document: typeof PDFDocument, title: string, createdAt: Date) {
    this.pdf = new Document({
      size: 'A4',
      margin: 0,
      font: '',
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      info: { Title: safeInXml(title), Creator: 'Application Persévérance', CreationDate: createdAt },
    });
    // The `subset` option of pdfkit says the same, and adds a CIDSet that forgets the parts of accented letters.
    this.pdf.appendXML(
      '<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>',
    );
    this.#typefaces = new Typefaces(this.pdf);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  element(parent: Element, type: string, options: ElementOptions = {}): Element {
    const element = this.pdf.struct(type, options);
    parent.add(element);
    return element;
  }

  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  set({ text, style: name = 'body' }: Paragraph, width: number): SetText {
    const style: Style = STYLES[name];
    const lines = breakLines(french(text), style.bold, width, (piece, bold) =>
      this.#typefaces.width(piece, bold, style.size),
    );
    return { lines, style, height: lines.length * style.leading };
  }

  /** Writes lines from a top left corner; the caller says which element they belong to. */
  write(
    lines: readonly Line[],
    style: Style,
    { x, y, width, align = 'left' }: { x: number; y: number; width: number; align?: Alignment },
  ): void {
    const drop = (style.leading - (ASCENT + DESCENT) * style.size) / 2 + ASCENT * style.size;
    for (const [index, line] of lines.entries()) {
      const free = width - this.#visibleWidth(line, style);
      let at = x + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
      this.pdf.fillColor(style.color);
      for (const { text, bold } of line.fragments) {
        for (const piece of this.#typefaces.split(text, bold)) {
          this.pdf.font(piece.font, style.size);
          const baseline = { lineBreak: false, baseline: 'alphabetic' } as const;
          this.pdf.text(piece.text, at, y + index * style.leading + drop, baseline);
          at += this.pdf.widthOfString(piece.text);
        }
      }
    }
  }

  draw(drawing: Drawing, x: number, y: number, width: number): void {
    for (const shape of drawing.shapes(width)) {
      this.pdf.lineWidth(LINE_WIDTH);
      if (shape.shape === 'label') {
        const { lines, style } = this.set({ text: `${shape.text} `, style: 'label' }, shape.width);
        this.write(lines, style, { x: x + shape.x, y: y + shape.y, width: shape.width, align: 'center' });
      } else if (shape.shape === 'line') {
        this.pdf
          .moveTo(x + shape.x1, y + shape.y1)
          .lineTo(x + shape.x2, y + shape.y2)
          .stroke(shape.stroke);
      } else {
        const { fill, stroke } = shape;
        if (shape.radius) {
          this.pdf.roundedRect(x + shape.x, y + shape.y, shape.width, shape.height, shape.radius);
        } else this.pdf.rect(x + shape.x, y + shape.y, shape.width, shape.height);
        if (fill && stroke) this.pdf.fillAndStroke(fill, stroke);
        else if (stroke) this.pdf.stroke(stroke);
        else this.pdf.fill(fill);
      }
    }
  }

  rule(y: number, color: string, x: number = PAGE.left, width: number = CONTENT_WIDTH): void {
    this.artifact(() =>
      this.pdf
        .lineWidth(LINE_WIDTH)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke(color),
    );
  }

  #visibleWidth({ fragments, width }: Line, { size }: Style): number {
    const last = fragments.at(-1);
    return last?.text.endsWith(' ') ? width - this.#typefaces.width(' ', last.bold, size) : width;
  }
}

export type Alignment = 'left' | 'center' | 'right';

export function french(text: Text): Text {
  return typeof text === 'string'
    ? unbreakable(text)
    : text.map((run) => ({ ...run, text: unbreakable(run.text) }));
}

/** pdfkit copies the title as it is into the metadata, which are XML. */
function safeInXml(title: string): string {
  return title.replaceAll('&', 'et').replaceAll('<', '‹').replaceAll('>', '›');
}
