import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breakLines } from './lines.ts';

/** Every letter one wide, two when bold. */
const measure = (text: string, bold: boolean) => text.length * (bold ? 2 : 1);
const cut = (text: string, width: number) =>
  breakLines(text, false, width, measure).map(({ fragments }) => fragments.map(({ text }) => text).join(''));

test('lines are cut at spaces and after hyphens, never at an unbreakable space', () => {
  assert.deepEqual(cut('un deux trois', 7), ['un deux ', 'trois']);
  assert.deepEqual(cut('ajustez vous-même', 13), ['ajustez vous-', 'même']);
  assert.deepEqual(cut('quoi ici\u00a0? oui', 8), ['quoi ', 'ici\u00a0? ', 'oui']);
  assert.deepEqual(cut('avant\naprès', 20), ['avant', 'après']);
  assert.deepEqual(cut('', 20), []);
});

test('a word too long for a line is cut where it must be', () => {
  assert.deepEqual(cut('anticonstitutionnellement oui', 10), ['anticonsti', 'tutionnell', 'ement oui']);
});

test('a word half in bold stays one word, and bold letters take their own room', () => {
  const lines = breakLines(
    [{ text: 'un ' }, { text: 'mot', bold: true }, { text: ', puis' }],
    false,
    9,
    measure,
  );
  assert.deepEqual(
    lines.map(({ fragments }) => fragments),
    [
      [{ text: 'un ', bold: false }],
      [
        { text: 'mot', bold: true },
        { text: ', ', bold: false },
      ],
      [{ text: 'puis', bold: false }],
    ],
  );
});

test('no letter is lost, whatever the text and the width', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', ' ', '-', '\u00a0', '’', '…') }),
      fc.integer({ min: 1, max: 30 }),
      (text, width) => {
        const lines = cut(text, width);
        assert.equal(lines.join(''), text);
        for (const line of lines) assert.ok(line.trimEnd().length <= width, line);
      },
    ),
  );
});
