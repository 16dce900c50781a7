import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallDossier } from '../../../test/dossier.ts';
import { countWords, LONGEST_TEXT, paragraphsOf, problemsOf, readMarks, readText } from './case-study.ts';
import { documentsText } from './dossier/documents-text.ts';
import { planOf } from './reading/plan.ts';

test('a paragraph written or changed after the hour is marked, the others are not', () => {
  assert.deepEqual(paragraphsOf('Un.\n\nDeux changé.\nTrois.', 'Un.\nDeux.'), [
    { text: 'Un.', late: false },
    { text: 'Deux changé.', late: true },
    { text: 'Trois.', late: true },
  ]);
});

test('without anything after the hour, no paragraph is late, and none is lost', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const paragraphs = paragraphsOf(text, null);
      assert.ok(paragraphs.every(({ late }) => !late));
      const letters = (some: string) => some.replace(/\s/g, '');
      assert.equal(letters(paragraphs.map((one) => one.text).join('')), letters(text));
    }),
  );
});

test('a text keeps its lines, whatever ends them', () => {
  assert.equal(readText('a\r\nb\rc\nd'), 'a\nb\nc\nd');
});

test('a text too long is said, field by field', () => {
  const long = 'a'.repeat(LONGEST_TEXT + 1);
  assert.deepEqual(
    problemsOf({ diagnosis: long, proposals: '' }).map(({ field }) => field),
    ['diagnostic'],
  );
  assert.deepEqual(problemsOf({ diagnosis: long.slice(1), proposals: '' }), []);
});

test('words are counted without what is only a sign', () => {
  assert.equal(countWords('Nilo manque : quatre jeudis – dont deux prévenus !'), 7);
  assert.equal(countWords(' \n '), 0);
});

test('only criteria of the grid are read, and only known marks', () => {
  const sent: Record<string, string> = { g1: 'full', g2: 'toString', g9: 'full', g3: 'missing' };
  const { marks, left } = readMarks(smallDossier(), (field) => sent[field]);
  assert.deepEqual(marks, { g1: 'full', g3: 'missing' });
  assert.deepEqual(left, ['g2', 'g4', 'g5', 'g6']);
});

test('documents are named by their number', () => {
  assert.equal(documentsText(smallDossier(), ['d2']), 'document 2');
  assert.equal(documentsText(smallDossier(), ['d1', 'd3', 'd6']), 'documents 1, 3 et 6');
});

test('a plan says at which minute each part begins', () => {
  assert.deepEqual(
    planOf(['2 minutes : la situation.', '1 minute. La suite.', 'Sans durée.', '1 minute : la fin.']).map(
      ({ from }) => from,
    ),
    [0, 2, 3, null],
  );
});
