import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  nextRevision,
  plainText,
  readCorrespondence,
  readRevision,
  shownName,
  tidy,
  writeCorrespondence,
} from './correspondence.ts';

const pupil = (code: string, lastName: string, firstName = '', className = '') => ({
  code,
  lastName,
  firstName,
  className,
});

test('the latest word on a code counts, and a line that names nobody leaves the file', () => {
  assert.deepEqual(
    tidy([
      pupil('QX-72N', 'Diallo'),
      pupil('K7-M4R', 'Martin', 'Léa'),
      pupil('K7-M4R', ' Le  Goff ', 'Éloïse'),
    ]),
    [pupil('K7-M4R', 'Le Goff', 'Éloïse'), pupil('QX-72N', 'Diallo')],
  );
  assert.deepEqual(tidy([pupil('K7-M4R', 'Martin'), pupil('K7-M4R', ' ', '', '4e B')]), []);
});

test('what is written is read again, whatever the names are', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 60 }).map(plainText);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('K7-M4R', 'QX-72N', 'P3-D9M')),
      name,
      name,
      (codes, last, first) => {
        const pupils = tidy(codes.map((code) => pupil(code, last, first, '4e')));
        assert.deepEqual(readCorrespondence(writeCorrespondence(pupils, null)), pupils);
      },
    ),
  );
});

test('signs that show nothing or turn the reading direction are left out of names', () => {
  assert.equal(plainText('\u202EniraM\u202C\u200B  Léa\n'), 'niraM Léa');
  assert.equal(shownName(pupil('K7-M4R', 'Le Goff', '')), 'Le Goff');
});

test('anything else than a list of codes and names is no correspondence', () => {
  for (const text of [
    '',
    'null',
    '[]',
    '{"pupils":1}',
    '{"pupils":[{"code":"Dupont","lastName":"","firstName":""}]}',
    '{"pupils":[{"code":"K7-M4R","lastName":3,"firstName":""}]}',
    `{"pupils":[${'1,'.repeat(6_000)}1]}`,
  ])
    assert.equal(readCorrespondence(text), null, text.slice(0, 60));
});

test('each save has a state of its own, after those it comes from; files of before say none', () => {
  const first = nextRevision(null);
  const both = nextRevision(first, { number: 7, mark: 'x' });
  assert.deepEqual([first.number, both.number], [1, 8]);
  assert.notEqual(nextRevision(first).mark, nextRevision(first).mark);
  assert.deepEqual(readRevision(writeCorrespondence([pupil('K7-M4R', 'Martin')], both)), both);
  for (const text of ['', '{"pupils":[]}', '{"pupils":[],"revision":{"number":"1","mark":2}}'])
    assert.equal(readRevision(text), null, text);
});
