import { type Canvas, CONTENT_WIDTH, type Element, PAGE } from './canvas.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Paragraph,
  RULE,
  STYLES,
  type StyleName,
} from './document.ts';
import { panels } from './panels.ts';
import { stackOf, writeSet } from './stack.ts';

/** What no page end cuts. */
export type Piece = {
  height: number;
  gapBefore?: number;
  gapAfter?: number;
  /** Never last on its page, as far as the page allows. */
  keepWithNext?: boolean;
  /** What follows begins a page. */
  opensPage?: boolean;
  draw: (top: number) => void;
  /** Drawn again, as an artifact, when this piece opens a page: the names of the columns. */
  reminder?: { height: number; draw: (top: number) => void };
};

/** Cuts a block into pieces, and hangs its elements in the structure in reading order. */
export function piecesOf(canvas: Canvas, block: Block): Piece[] {
  switch (block.block) {
    case 'heading':
      return heading(canvas, block);
    case 'paragraph':
      return paragraph(canvas, canvas.root, block);
    case 'notice':
      return notice(canvas, block.paragraphs);
    case 'list':
      return list(canvas, block);
    case 'table':
      return table(canvas, block.columns, block.rows);
    case 'figure':
      return figure(canvas, block);
    case 'panels':
      return panels(canvas, block);
    case 'together':
      return together(block.content.flatMap((inside) => piecesOf(canvas, inside)));
    case 'new page':
      return [{ height: 0, opensPage: true, draw: () => undefined }];
  }
}

function together(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) =>
    index === pieces.length - 1 ? piece : { ...piece, keepWithNext: true },
  );
}

const HEADINGS: Record<1 | 2 | 3, { style: StyleName; before: number }> = {
  1: { style: 'title', before: 0 },
  2: { style: 'section', before: 19 },
  3: { style: 'subsection', before: 12 },
};
const AFTER_HEADING = 7;
const AFTER_PARAGRAPH = 7;

function heading(canvas: Canvas, { level, text }: { level: 1 | 2 | 3; text: string }): Piece[] {
  const { style, before } = HEADINGS[level];
  const element = canvas.element(canvas.root, `H${level}`);
  const set = canvas.set({ text, style }, CONTENT_WIDTH);
  return [
    {
      height: set.height + AFTER_HEADING,
      gapBefore: before,
      keepWithNext: true,
      draw(top) {
        bookmark(canvas, level, text, top);
        writeSet(canvas, element, set, PAGE.left, top, CONTENT_WIDTH);
      },
    },
  ];
}

/** The outline of the document is its titles and its sections. */
function bookmark({ pdf }: Canvas, level: 1 | 2 | 3, text: string, top: number): void {
  if (level === 3) return;
  const { outline } = pdf;
  const parent = level === 2 ? (outline.children.at(-1) ?? outline) : outline;
  const place = { fit: false, top: Math.max(0, top - 12), left: PAGE.width, expanded: true };
  parent.addItem(text, place);
}

function paragraph(canvas: Canvas, parent: Element, { text, style }: Paragraph): Piece[] {
  const element = canvas.element(parent, 'P');
  const { lines, style: set } = canvas.set(style ? { text, style } : { text }, CONTENT_WIDTH);
  const groups = withoutOrphans(lines);
  return groups.map((group, index) => ({
    height: group.length * set.leading + (index === groups.length - 1 ? AFTER_PARAGRAPH : 0),
    draw: (top) =>
      element.add(() => canvas.write(group, set, { x: PAGE.left, y: top, width: CONTENT_WIDTH })),
  }));
}

/** A page neither ends on the first line of a paragraph nor begins on its last. */
function withoutOrphans<Line>(lines: readonly Line[]): Line[][] {
  if (lines.length <= 3) return [[...lines]];
  return [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)];
}

const NOTICE_PADDING = 11;
const NOTICE_BAR = 3;

function notice(canvas: Canvas, paragraphs: readonly Paragraph[]): Piece[] {
  const stack = stackOf(canvas, canvas.root, paragraphs, CONTENT_WIDTH - 2 * NOTICE_PADDING);
  const height = stack.height + 2 * NOTICE_PADDING;
  return [
    {
      height,
      gapBefore: 10,
      draw(top) {
        canvas.artifact(() => {
          canvas.pdf.rect(PAGE.left, top, CONTENT_WIDTH, height).fill('#fff3ea');
          canvas.pdf.rect(PAGE.left, top, NOTICE_BAR, height).fill('#b34000');
        });
        stack.draw(PAGE.left + NOTICE_PADDING, top + NOTICE_PADDING);
      },
    },
  ];
}

const COLUMN_GAP = 28;
const BULLET_INDENT = 14;

function list(
  canvas: Canvas,
  { items, columns = 1, marked = false }: Extract<Block, { block: 'list' }>,
): Piece[] {
  const element = canvas.element(canvas.root, 'L');
  const width = (CONTENT_WIDTH - (columns - 1) * COLUMN_GAP) / columns;
  const indent = marked ? BULLET_INDENT : 0;
  const placed = items.map((paragraphs, index) => {
    const item = canvas.element(element, 'LI');
    const label = marked ? canvas.element(item, 'Lbl') : null;
    const stack = stackOf(canvas, canvas.element(item, 'LBody'), paragraphs, width - indent);
    return { stack, label, x: PAGE.left + (index % columns) * (width + COLUMN_GAP) };
  });
  const rows = placed.flatMap((_, index) =>
    index % columns === 0 ? [placed.slice(index, index + columns)] : [],
  );
  const padding = marked ? 2 : 7;
  return rows.map((row) => ({
    height: Math.max(...row.map(({ stack }) => stack.height)) + 2 * padding,
    draw(top) {
      for (const { stack, label, x } of row) {
        if (label) writeSet(canvas, label, canvas.set({ text: '•' }, indent), x, top + padding, indent);
        else canvas.rule(top, RULE, x, width);
        stack.draw(x + indent, top + padding);
      }
    },
  }));
}

function figure(canvas: Canvas, { alt, drawing }: Extract<Block, { block: 'figure' }>): Piece[] {
  // Its box is part of the element, and known only once the page is: the place in the structure is kept by a division.
  const place = canvas.element(canvas.root, 'Div');
  const after = 8;
  return [
    {
      height: drawing.height + after,
      draw(top) {
        const bbox: [number, number, number, number] = [
          PAGE.left,
          top,
          PAGE.left + CONTENT_WIDTH,
          top + drawing.height,
        ];
        canvas
          .element(place, 'Figure', { alt, bbox })
          .add(() => canvas.draw(drawing, PAGE.left, top, CONTENT_WIDTH));
      },
    },
  ];
}

const CELL_PADDING = 6;
const CELL_GAP = 14;
const UNDER_WORDS = 3;
const AFTER_TABLE = 8;

function table(canvas: Canvas, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Piece[] {
  const element = canvas.element(canvas.root, 'Table');
  const head = canvas.element(canvas.element(element, 'THead'), 'TR');
  const names = headRow(canvas, columns, head);
  const body = canvas.element(element, 'TBody');
  const reminder = headRow(canvas, columns, null);
  const pieces: Piece[] = rows.map((cells) => ({
    ...bodyRow(canvas, columns, cells, canvas.element(body, 'TR')),
    reminder,
  }));
  const last = pieces.at(-1);
  if (last) last.gapAfter = AFTER_TABLE;
  return [{ ...names, keepWithNext: true }, ...pieces];
}

/** The names of the columns: read as headers the first time, only seen the next ones. */
function headRow(canvas: Canvas, columns: readonly Column[], row: Element | null): Piece {
  const cells = placeColumns(columns).map(({ column, x, width }) => {
    const set = canvas.set({ text: column.title, style: 'column' }, width);
    const scale = column.scale ? { drawing: column.scale, drop: set.height + UNDER_WORDS } : null;
    return {
      ...{ x, width, set, scale, align: column.align ?? 'left' },
      height: scale ? scale.drop + scale.drawing.height : set.height,
      cell: row && canvas.element(row, 'TH', { scope: 'Column' }),
    };
  });
  const height = Math.max(...cells.map((cell) => cell.height)) + 5;
  return {
    height,
    gapBefore: 4,
    draw(top) {
      for (const { x, width, set, scale, align, cell } of cells) {
        const write = () => canvas.write(set.lines, set.style, { x, y: top, width, align });
        if (cell) cell.add(write);
        else canvas.artifact(write);
        if (scale) canvas.artifact(() => canvas.draw(scale.drawing, x, top + scale.drop, width));
      }
      canvas.rule(top + height, STYLES.column.color);
    },
  };
}

function bodyRow(canvas: Canvas, columns: readonly Column[], cells: readonly Cell[], row: Element): Piece {
  const placed = placeColumns(columns).map(({ column, x, width }, index) => {
    const { paragraphs, drawing } = cells[index]!;
    const element = index === 0 ? canvas.element(row, 'TH', { scope: 'Row' }) : canvas.element(row, 'TD');
    const stack = stackOf(canvas, element, paragraphs, width, column.align);
    const picture = drawing ? { drawing, drop: stack.height + UNDER_WORDS } : null;
    return {
      x,
      width,
      stack,
      picture,
      height: picture ? picture.drop + picture.drawing.height : stack.height,
    };
  });
  const height = Math.max(...placed.map((cell) => cell.height)) + 2 * CELL_PADDING;
  return {
    height,
    draw(top) {
      for (const { x, width, stack, picture, ...cell } of placed) {
        const y = top + (height - cell.height) / 2;
        stack.draw(x, y);
        if (picture) canvas.artifact(() => canvas.draw(picture.drawing, x, y + picture.drop, width));
      }
      canvas.rule(top + height, RULE);
    },
  };
}

function placeColumns(columns: readonly Column[]) {
  let x = PAGE.left;
  return columns.map((column, index) => {
    const full = CONTENT_WIDTH * column.share;
    const place = { column, x, width: index === columns.length - 1 ? full : full - CELL_GAP };
    x += full;
    return place;
  });
}
