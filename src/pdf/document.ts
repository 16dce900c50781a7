/** What a document says, in reading order. How it looks and how it is tagged is decided once, in `render.ts`. */
export type PdfDocument = {
  title: string;
  createdAt: Date;
  /**
   * Repeated at the foot of every page, beside the page number; assistive tools skip it. The title and the day stand
   * at the head of the pages after the first: a sheet is read apart from the others.
   */
  footer: string;
  content: readonly Block[];
};

export type Block =
  | { block: 'heading'; level: 1 | 2 | 3; text: string }
  | { block: 'paragraph'; text: Text; style?: StyleName }
  /** Framed, never cut by a page end. */
  | { block: 'notice'; paragraphs: readonly Paragraph[] }
  | { block: 'list'; items: readonly (readonly Paragraph[])[]; columns?: 1 | 2; marked?: boolean }
  | { block: 'table'; columns: readonly Column[]; rows: readonly (readonly Cell[])[] }
  | { block: 'figure'; alt: string; drawing: Drawing }
  /** Short lists under a heading of level 2 each, side by side: a sheet to read at a glance. */
  | { block: 'panels'; panels: readonly Panel[] }
  /** On one page, as far as one page allows. */
  | { block: 'together'; content: readonly Block[] }
  | { block: 'new page' };

/** Plain, or with some words set off. */
export type Text = string | readonly Run[];
export type Run = { text: string; bold?: boolean };

/** `strong`: what is read first on the sheet. */
export type Panel = { title: string; lines: readonly Text[]; strong?: boolean };

export type Paragraph = { text: Text; style?: StyleName };

/** The first column names the rows. Shares are parts of the width of the table. */
export type Column = {
  title: string;
  share: number;
  align?: 'left' | 'right';
  /** Under the title, over the drawings of the column. */
  scale?: Drawing;
};
export type Cell = {
  paragraphs: readonly Paragraph[];
  /** Under the words. Says nothing that they do not say: assistive tools skip it. */
  drawing?: Drawing;
};

/** Shapes for the width at hand, from the top left corner, in points. */
export type Drawing = { height: number; shapes: (width: number) => Shape[] };
export type Shape =
  | {
      shape: 'rectangle';
      x: number;
      y: number;
      width: number;
      height: number;
      radius?: number;
      fill?: string;
      stroke?: string;
    }
  | { shape: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string }
  | { shape: 'label'; text: string; x: number; y: number; width: number };

export type StyleName = keyof typeof STYLES;
export type Style = { size: number; leading: number; bold: boolean; color: string };

export const INK = '#1e1e2e';
export const INK_SOFT = '#4a4a58';
export const RULE = '#b9b9c6';

/** Sizes in points. Both inks keep a contrast above 7 on white paper. */
export const STYLES = {
  title: { size: 27, leading: 32, bold: true, color: INK },
  section: { size: 16, leading: 21, bold: true, color: INK },
  subsection: { size: 12, leading: 16, bold: true, color: INK },
  verdict: { size: 18, leading: 24, bold: true, color: INK },
  lede: { size: 12, leading: 17.5, bold: false, color: INK },
  body: { size: 10.5, leading: 15, bold: false, color: INK },
  strong: { size: 10.5, leading: 15, bold: true, color: INK },
  cell: { size: 10, leading: 14, bold: false, color: INK },
  small: { size: 9.5, leading: 13.5, bold: false, color: INK_SOFT },
  fine: { size: 9, leading: 12, bold: false, color: INK },
  column: { size: 9.5, leading: 13, bold: true, color: INK_SOFT },
  label: { size: 8, leading: 9.5, bold: false, color: INK_SOFT },
} as const satisfies Record<string, Style>;
