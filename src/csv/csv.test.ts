import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { harmless, spreadsheet } from './index.ts';

test('no cell begins as a formula does, and a number below zero stays a number', () => {
  for (const cell of ['=1+1', '+33', '-1+1', '@nom', '\tx', '\rx', '\nx'])
    assert.equal(harmless(cell), `'${cell}`);
  for (const cell of ['-1', '-0,25', '12', '']) assert.equal(harmless(cell), cell);
  fc.assert(
    fc.property(fc.string(), (cell) => {
      const written = harmless(cell);
      return (!/^[=+\-@\t\r\n]/.test(written) || /^-\d+(,\d+)?$/.test(written)) && written.endsWith(cell);
    }),
  );
});

test('a file opens in a French spreadsheet: its mark, semicolons, quotes, and a text that calls nothing', () => {
  assert.equal(
    spreadsheet([
      ['Où', '=cmd()'],
      ['a;b', '2'],
    ]),
    '\ufeff"Où";"\'=cmd()"\r\n"a;b";"2"\r\n',
  );
});
