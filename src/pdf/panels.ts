import { type Canvas, CONTENT_WIDTH, PAGE } from './canvas.ts';
import { type Block, INK, type Panel, RULE } from './document.ts';
import type { Piece } from './pieces.ts';
import { stackOf, writeSet } from './stack.ts';

const GAP = 26;
const BULLET = 11;
const AFTER_TITLE = 3;
const BETWEEN_LINES = 3;
const BEFORE = 8;
const AFTER = 6;
const PADDING = 6;

/** One row: a panel a column, each a heading and its list. */
export function panels(canvas: Canvas, { panels }: Extract<Block, { block: 'panels' }>): Piece[] {
  const width = (CONTENT_WIDTH - (panels.length - 1) * GAP) / panels.length;
  const placed = panels.map((panel, index) => ({
    x: PAGE.left + index * (width + GAP),
    ...panelOf(canvas, panel, width),
  }));
  return [
    {
      height: Math.max(...placed.map(({ height }) => height)) + PADDING,
      gapBefore: BEFORE,
      gapAfter: AFTER,
      draw(top) {
        for (const { x, strong, draw } of placed) {
          canvas.rule(top, strong ? INK : RULE, x, width);
          draw(x, top + PADDING);
        }
      },
    },
  ];
}

function panelOf(canvas: Canvas, { title, lines, strong = false }: Panel, width: number) {
  const heading = canvas.element(canvas.root, 'H2');
  const set = canvas.set({ text: title, style: 'subsection' }, width);
  const list = canvas.element(canvas.root, 'L');
  const items = lines.map((text) => {
    const item = canvas.element(list, 'LI');
    const label = canvas.element(item, 'Lbl');
    const body = canvas.element(item, 'LBody');
    return {
      label,
      stack: stackOf(canvas, body, [{ text, style: strong ? 'body' : 'cell' }], width - BULLET),
    };
  });
  return {
    strong,
    height:
      set.height + AFTER_TITLE + items.reduce((total, { stack }) => total + stack.height + BETWEEN_LINES, 0),
    draw(x: number, top: number) {
      writeSet(canvas, heading, set, x, top, width);
      let y = top + set.height + AFTER_TITLE;
      for (const { label, stack } of items) {
        writeSet(canvas, label, canvas.set({ text: '•', style: 'cell' }, BULLET), x, y, BULLET);
        stack.draw(x + BULLET, y);
        y += stack.height + BETWEEN_LINES;
      }
    },
  };
}
