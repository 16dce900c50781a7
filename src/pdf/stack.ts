import type { Canvas, Element, SetText } from './canvas.ts';
import type { Paragraph } from './document.ts';

/** Paragraphs one under the other, as elements of one parent. */
export function stackOf(
  canvas: Canvas,
  parent: Element,
  paragraphs: readonly Paragraph[],
  width: number,
  align: 'left' | 'right' = 'left',
) {
  const between = 2;
  const sets = paragraphs.map((one) => ({
    set: canvas.set(one, width),
    element: canvas.element(parent, 'P'),
  }));
  return {
    height: sets.reduce((total, { set }) => total + set.height, 0) + between * (sets.length - 1),
    draw(x: number, top: number) {
      let y = top;
      for (const { set, element } of sets) {
        writeSet(canvas, element, set, x, y, width, align);
        y += set.height + between;
      }
    },
  };
}

export function writeSet(
  canvas: Canvas,
  element: Element,
  { lines, style }: SetText,
  x: number,
  y: number,
  width: number,
  align: 'left' | 'right' = 'left',
): void {
  element.add(() => canvas.write(lines, style, { x, y, width, align }));
}
